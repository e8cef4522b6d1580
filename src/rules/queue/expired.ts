/**
 * The sender gave up: the message was in its queue for too long. The last reason, where told, is the cause.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'queue/expired',
  says: {
    'queue.expired': {
      description: 'The sender gave up after its queue lifetime.',
      variants: withUntold('expired', {
        title: 'The message to {recipient} was tried until its time in the queue ran out.',
        untold: 'The message was tried until its time in the queue ran out.',
        explanation:
          'The sending server met only temporary failures: no connection, a greylisting that never ended, a full mailbox, a lookup that failed. After its limit (Postfix and Sendmail 5 days, Exim 4, Exchange 2, Exchange Online 1) it returned the message. Why each try failed stands in the report or in the log of that server, not in this reply.',
        severity: 'error',
        responsible: 'recipient-mail',
        alsoInform: ['sender-mail'],
        remedy: [
          'See what stands in the way now: mailwhy {recipient}.',
          'At the sender: read the last reason in the log (grep for the queue id; Exchange: LastError in Get-Queue, Get-MessageTrackingLog -EventId FAIL).',
          'When it is repaired, send the message again; the old one is gone from the queue.',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 5321 section 4.5.4.1', 'RFC 3463 section 3.5 (X.4.7)'],
      explains: [],
    },
  },
});
