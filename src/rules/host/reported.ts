/**
 * A sender reports that the network says that the host cannot be reached.
 */
import { ownSide, replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'host/reported',
  says: {
    'host.unreachable': {
      description: 'The network says that the host cannot be reached.',
      variants: {
        ...ownSide({
          title: 'The service or relay that the mail server hands its mail to cannot be reached: no route to it.',
          explanation:
            "The network says that its address is not there: the machine is down, a route or a tunnel is missing, or the address is wrong. The mail never came near the recipient's domain, which has nothing to do with it.",
          remedy: [
            'See that it runs and listens at the address and port that the reason names: ss -ltn there, nc -v from here.',
            'See that the mail server looks for it in the right place (Postfix: relayhost, transport_maps, content_filter, mailbox_transport; Exim: the routers; Exchange: the send connector).',
          ],
          waitingHelps: 'unknown',
        }),
        ...withUntold('reported', {
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
      },
      references: ['RFC 5321 section 4.5.4.1', 'RFC 1122 section 3.2.2.1'],
      explains: [],
    },
  },
});
