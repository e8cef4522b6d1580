/**
 * A sender reports that the server hung up before it greeted, or that no greeting came.
 */
import { replyRule } from '../reply-rule.js';

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
      },
      references: ['RFC 5321 section 4.5.3.2.1'],
      explains: [],
    },
  },
});
