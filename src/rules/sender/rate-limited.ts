/**
 * The sender is told to slow down.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'sender/rate-limited',
  says: {
    'sender.rate-limited': {
      description: 'The sender is told to slow down.',
      variants: {
        limited: {
          title: 'Too much mail comes from here for {server}: the sender is told to slow down.',
          explanation:
            'The server counts messages or connections of an address, a network or a domain in a span of time, and the count is full. What counts may be new or unusual volume rather than much of it. It asks to come back after {retryAfterMs}. The limit passes; whoever goes on at the same rate meets it again, and loses reputation.',
          severity: 'error',
          responsible: 'sender-mail',
          remedy: [
            'Let the queue wait, and send more slowly to this destination: Postfix: default_destination_concurrency_limit = 2 and default_destination_rate_delay = 1s for a transport of its own; Exim: ratelimit and a router with its own queue; Exchange: Set-SendConnector -SmtpMaxMessagesPerConnection and fewer connections.',
            'Look for what sends so much: a newsletter, an alert, a loop, a hacked account (Postfix: qshape active deferred; Exim: exim -bp | exiqsumm).',
            'A new sending address must be warmed up: little mail first, more each day.',
          ],
          waitingHelps: 'yes',
        },
      },
      references: [
        'RFC 3463 section 3.8 (X.7.0)',
        'RFC 5321 section 4.5.4.1',
        'Google: Email sender guidelines',
        'Yahoo Sender Hub: SMTP error codes',
        'Microsoft: Outlook.com postmaster, troubleshooting',
      ],
      explains: [],
    },
  },
});
