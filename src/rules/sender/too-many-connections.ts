/**
 * The sender has too many connections open at once.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'sender/too-many-connections',
  says: {
    'sender.too-many-connections': {
      description: 'The sender has too many connections open at once.',
      variants: {
        connections: {
          title: 'Too many connections from here are open at {server}.',
          explanation:
            'The server allows so many connections at a time from one address or network (often 2 to 20), and this one is over it. The mail server here, others behind the same public address, or connections that were not closed share the count. It passes as soon as some of them end.',
          severity: 'error',
          responsible: 'sender-mail',
          remedy: [
            'Nothing is lost: the queue tries again by itself.',
            'If it comes often, open fewer at once: Postfix: smtp_destination_concurrency_limit = 2 (default 20) for this destination; Exim: remote_max_parallel and queue_run_max; Exchange: Set-TransportService -MaxPerDomainOutboundConnections.',
            'See what else sends from the same public address: ss -tn state established dport = :25.',
          ],
          waitingHelps: 'yes',
        },
      },
      references: ['RFC 5321 section 4.5.4.1', 'RFC 3463 section 3.8 (X.7.0)'],
      explains: [],
    },
  },
});
