/**
 * The server itself has no room left: not one mailbox, the whole system.
 */
import { ownSide, replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'server/storage-full',
  says: {
    'server.storage-full': {
      description: 'The server itself has no room left.',
      variants: {
        full: {
          title: 'There is no room left for mail on {server}.',
          explanation:
            "The server's own disk or queue is full, or below the reserve that it keeps free; this is not about one mailbox. It refuses everybody until somebody makes room. Senders keep the message and try again for days.",
          severity: 'error',
          responsible: 'recipient-mail',
          remedy: [
            'At the recipient: make room on {server}: df -h and df -i on the queue and mail volumes, old logs, a stuck queue.',
            'Postfix refuses below queue_minfree and below 1.5 times message_size_limit; Exim below check_spool_space; Exchange by back pressure (event 15006).',
            'At the sender: leave the message in the queue, or send it again once there is room.',
          ],
          waitingHelps: 'unknown',
        },
        ...ownSide({
          title: 'The mail server that has the mail has no room left to deliver it.',
          explanation:
            'The disk on which it delivers is full, or the relay or service that it hands mail to has no room. It is tried again, and goes through once there is room.',
          remedy: [
            'Make room on that machine: df -h and df -i on the queue and mail volumes, old logs, a stuck queue.',
            'Where a relay says so: tell whoever runs that relay.',
          ],
          waitingHelps: 'unknown',
        }),
      },
      references: ['RFC 5321 section 4.2.3 (452)', 'RFC 3463 section 3.4 (X.3.1)'],
      explains: [],
    },
  },
});
