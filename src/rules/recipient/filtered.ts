/**
 * Refused by the recipient's own rule: a filter or block list of the mailbox, not of the server.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'recipient/filtered',
  says: {
    'recipient.filtered': {
      description: "The recipient's own rule refuses the message.",
      variants: withUntold('filtered', {
        title: 'A rule of the mailbox {recipient} refuses this mail.',
        untold: "A rule of the recipient's own mailbox refuses this mail.",
        explanation:
          'The mailbox exists, and its owner, or a filter that belongs to it, does not want this sender or this kind of mail: a block list, a Sieve script with reject, a challenge that waits for an answer. Others at the same domain may take the same message.',
        severity: 'error',
        responsible: 'recipient-user',
        alsoInform: ['recipient-mail'],
        remedy: [
          'Ask the owner of {recipient}, by phone or from another address, to allow {sender}.',
          'The owner: look at filters, blocked senders and Sieve rules of the mailbox.',
          'If the owner does not want the mail: do not send it again.',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 5429 section 2', 'RFC 3463 section 3.3 (X.2.0)'],
      explains: [],
    },
  },
});
