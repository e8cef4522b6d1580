/**
 * A first-time sender is told to come back: greylisting, or postscreen's test of newcomers.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'sender/greylisted',
  says: {
    'sender.greylisted': {
      description: 'A first-time sender is told to come back (greylisting).',
      variants: {
        greylisted: {
          title: 'Newcomers are greylisted by {server}: it takes the mail when it is tried again.',
          explanation:
            'The server does not know this sender yet and puts it off once, since programs that send spam seldom try again. A mail server does, by itself, and is let in after a wait of usually 1 to 10 minutes; later mail then passes at once. It asks to come back after {retryAfterMs}. What it remembers is sending address, sender and recipient together, so this trace says little about a server that has written there before.',
          severity: 'error',
          responsible: 'nobody',
          remedy: [
            'Leave the message queued; your server tries again by itself. A new copy starts the wait anew.',
            'Still queued after an hour? Trace again with the name and sender of your mail server, from the same address: --helo and --from.',
            'A sender that changes its address at each try (a pool of servers) may never pass: ask the recipient to allow its whole network, which most greylisting programs can (postgrey: postgrey_whitelist_clients).',
            'In a hurry: have the recipient allow {sender}, or reach the person another way.',
          ],
          waitingHelps: 'yes',
        },
      },
      references: ['RFC 6647', 'RFC 5321 section 4.5.4.1', 'Postfix Postscreen Howto, "Tests after the 220 SMTP server greeting"'],
      explains: [],
    },
  },
});
