/**
 * A sender reports that nobody answered: down or filtered, the report cannot tell which.
 */
import { ownSide, replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'host/no-answer',
  says: {
    'host.no-answer': {
      description: 'A sender reports that the connection timed out: down or filtered, it cannot know.',
      variants: {
        ...ownSide({
          title: 'The service or relay that the mail server hands its mail to does not answer.',
          explanation:
            "The connection timed out: it is down, or a firewall between the two drops the connection. The mail never came near the recipient's domain, which has nothing to do with it.",
          remedy: [
            'See that it runs and listens at the address and port that the reason names: ss -ltn there, nc -v from here.',
            'See that the mail server looks for it in the right place (Postfix: relayhost, transport_maps, content_filter, mailbox_transport; Exim: the routers; Exchange: the send connector).',
          ],
          waitingHelps: 'unknown',
        }),
        ...withUntold('reported', {
          title: 'A sender reports that the mail server for {domain} does not answer.',
          untold: 'A sender reports that the mail server does not answer.',
          explanation:
            'The connection timed out. From such a report nobody can tell whether the host is down, a firewall drops the connection, or port 25 is blocked at the sender: many hosting and access networks block it. Senders keep the message and try again for days.',
          severity: 'error',
          responsible: 'recipient-mail',
          alsoInform: ['network', 'sender-mail'],
          remedy: [
            'Run mailwhy {recipient} on the server that reported it: that tells a dead host from a filter, and from a port 25 that is blocked there.',
            'If other domains do not answer either, it is the sender: ask its provider about outbound port 25, or send through a relay.',
            'At the recipient: see whether the host is up and listens on port 25 (ss -ltn), and what the firewall drops.',
          ],
          waitingHelps: 'unknown',
        }),
      },
      references: ['RFC 5321 section 4.5.4.1', 'RFC 3463 section 3.5 (X.4.1)'],
      explains: [],
    },
  },
});
