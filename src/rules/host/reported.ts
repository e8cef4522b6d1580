/**
 * A sender reports that the network says that the host cannot be reached.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'host/reported',
  says: {
    'host.unreachable': {
      description: 'The network says that the host cannot be reached.',
      variants: withUntold('reported', {
        title: 'A sender reports that the mail server for {domain} cannot be reached: no route to it.',
        untold: 'A sender reports that the mail server cannot be reached: no route to it.',
        explanation:
          'The network between the two answered that the host or its network is not there. The host is down, its address in DNS is wrong, or a route is missing; with IPv6 it is often the sender that has no working connection at all.',
        severity: 'error',
        responsible: 'recipient-mail',
        alsoInform: ['network', 'sender-mail'],
        remedy: [
          'Run mailwhy {recipient} on the server that reported it, once with -4 and once with -6.',
          'At the sender without IPv6: Postfix inet_protocols = ipv4; Exim disable_ipv6 = true.',
          'At the recipient: see that the host is up and that its address records are the right ones.',
        ],
        waitingHelps: 'unknown',
      }),
      references: ['RFC 5321 section 4.5.4.1', 'RFC 1122 section 3.2.2.1'],
      explains: [],
    },
  },
});
