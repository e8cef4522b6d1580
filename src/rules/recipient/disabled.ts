/**
 * The mailbox exists and is switched off.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'recipient/disabled',
  says: {
    'recipient.disabled': {
      description: 'The mailbox exists and is disabled.',
      variants: withUntold('disabled', {
        title: 'The mailbox {recipient} is disabled.',
        untold: 'The mailbox is disabled.',
        explanation:
          'The address is known, and its mailbox takes no mail: closed by an administrator, unused for too long, not paid for, or its owner has left. The provider decides when it opens again; a sender cannot. Some servers use the same words for a mailbox that never existed.',
        severity: 'error',
        responsible: 'recipient-mail',
        alsoInform: ['recipient-user', 'sender-user'],
        remedy: [
          'Reach the person another way, and ask for an address that works.',
          'At the recipient: open the mailbox again (Microsoft 365: assign a licence and unblock sign-in; Google Workspace: restore or unsuspend the user), or let the address lead to a successor.',
          'If it stays closed: remove it from address books and lists.',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 3463 section 3.3 (X.2.1)'],
      explains: [],
    },
  },
});
