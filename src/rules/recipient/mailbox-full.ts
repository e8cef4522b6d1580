/**
 * The mailbox is full: for now, so that senders wait, or for good, so that they bounce.
 */
import { replyRule, withUntold } from '../reply-rule.js';

const common = { severity: 'error', responsible: 'recipient-user', alsoInform: ['recipient-mail'], waitingHelps: 'unknown' } as const;
const makeRoom =
  'The owner: delete large mails, empty the trash and the junk folder, or book more room. Full drives and photo storage count as well at Gmail and iCloud.';
const raiseQuota =
  'At the recipient: raise the quota, or clear it (Dovecot: doveadm quota get -u {recipient}; Exchange and Microsoft 365: Get-MailboxStatistics {recipient}, Set-Mailbox -ProhibitSendReceiveQuota).';

export default replyRule({
  id: 'recipient/mailbox-full',
  says: {
    'recipient.mailbox-full': {
      description: 'The mailbox is full.',
      variants: {
        ...withUntold('for-now', {
          ...common,
          title: 'The mailbox {recipient} is full; senders keep the mail and try again.',
          untold: 'The mailbox is full; senders keep the mail and try again.',
          explanation:
            'The address is right, and its mailbox is over its quota. Senders try again until their queue gives up, after a day to five. A mailbox that stays full for weeks is often one that nobody reads any more.',
          remedy: ['Tell the owner by phone or another address.', makeRoom, raiseQuota],
        }),
        ...withUntold('for-good', {
          ...common,
          title: 'The mailbox {recipient} is full, and its server refuses the mail for good.',
          untold: 'The mailbox is full, and its server refuses the mail for good.',
          explanation:
            'The address is right, and its mailbox is over its quota. The server uses a permanent code, so senders bounce at once and do not try again: the message must be sent anew when there is room. Do not take the address for dead.',
          remedy: [
            'Tell the owner by phone or another address.',
            makeRoom,
            'Then send the message again.',
            raiseQuota,
            'At the recipient: answer 452 4.2.2 in place of 552, so that senders keep the mail (Dovecot: quota_exceeded_message and the quota-status policy service with quota_status_overquota = "452 4.2.2 Mailbox is full").',
          ],
        }),
      },
      references: ['RFC 3463 section 3.3 (X.2.2)', 'RFC 5321 section 4.5.3.1.10'],
      explains: [],
    },
  },
  choose: ({ reply }) => (reply.code >= 500 ? 'for-good' : 'for-now'),
});
