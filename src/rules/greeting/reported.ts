/**
 * A sender reports that the server hung up before it greeted, or that no greeting came.
 */
import { ownSide, replyRule } from '../reply-rule.js';

const common = { severity: 'error', responsible: 'recipient-mail', waitingHelps: 'unknown' } as const;

export default replyRule({
  id: 'greeting/reported',
  says: {
    'greeting.closed': {
      description: 'The server accepts the connection and hangs up before it has greeted.',
      variants: {
        reported: {
          ...common,
          title: 'A sender reports that the server hangs up without a greeting.',
          explanation:
            'The connection came about and ended before a word was said: {reply}. Often a firewall, a TCP wrapper or a connection limit does that to clients it does not like; a crashing mail server looks the same. Senders keep the message and try again.',
          remedy: [
            'See whether it does so to others too: mailwhy {recipient}.',
            'At the recipient: look in the log for connections of this sender, and at connection limits and hosts.deny.',
          ],
        },
        ...ownSide({
          title: 'The service or relay that the mail server hands its mail to hangs up without a greeting.',
          explanation:
            "The connection came about and ended before a word was said: the service fails as it starts, or lets this client in no more. The mail never came near the recipient's domain, which has nothing to do with it.",
          remedy: [
            'See that it runs and listens at the address and port that the reason names: ss -ltn there, nc -v from here.',
            'See that the mail server looks for it in the right place (Postfix: relayhost, transport_maps, content_filter, mailbox_transport; Exim: the routers; Exchange: the send connector).',
          ],
          waitingHelps: 'unknown',
        }),
      },
      references: ['RFC 5321 section 3.1'],
      explains: [],
    },
    'greeting.missing': {
      description: 'The connection stands, and the server sends no greeting within the limit.',
      variants: {
        reported: {
          ...common,
          title: 'A sender reports that the server accepts the connection and then says nothing.',
          explanation:
            'No 220 came for as long as the sender waits: {reply}. The server is overloaded, waits for a slow lookup about its client, or a firewall accepts connections in its place. Senders keep the message and try again.',
          remedy: [
            'See how long it takes for others: mailwhy {recipient} --patient.',
            'At the recipient: look at the load and the DNS lookups of the mail server; it may wait for the reverse name of its client.',
          ],
        },
        ...ownSide({
          title: 'The service or relay that the mail server hands its mail to accepts the connection and then says nothing.',
          explanation:
            "No greeting came for as long as the mail server waits: all processes of that service are busy, or it hangs. The mail never came near the recipient's domain, which has nothing to do with it.",
          remedy: [
            'See that it runs and listens at the address and port that the reason names: ss -ltn there, nc -v from here.',
            'See that the mail server looks for it in the right place (Postfix: relayhost, transport_maps, content_filter, mailbox_transport; Exim: the routers; Exchange: the send connector).',
          ],
          waitingHelps: 'unknown',
        }),
      },
      references: ['RFC 5321 section 4.5.3.2.1'],
      explains: [],
    },
  },
});
