/**
 * Worlds in which the mailbox is refused.
 */
import { describeRefusal, type RefusalSketch } from './refusal.js';

const refusals: readonly RefusalSketch[] = [
  {
    name: 'recipient-unknown',
    title: 'Postfix does not know the mailbox.',
    stage: 'rcpt',
    reply: '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown in virtual mailbox table',
    code: 'recipient.unknown',
    responsible: 'sender-user',
  },
  {
    name: 'recipient-unknown-exim',
    title: 'Exim does not know the mailbox, and gives no enhanced code.',
    stage: 'rcpt',
    reply: '550 Unrouteable address',
    code: 'recipient.unknown',
  },
  {
    name: 'recipient-unknown-gmail',
    title: 'Gmail does not know the mailbox.',
    stage: 'rcpt',
    reply:
      "550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos or\n550-5.1.1 unnecessary spaces. For more information, go to\n550 5.1.1  https://support.google.com/mail/?p=NoSuchUser af79cd13be357-7c0 - gsmtp",
    host: 'aspmx.l.google.com',
    code: 'recipient.unknown',
  },
  {
    name: 'recipient-unknown-microsoft',
    title: 'Microsoft 365 does not know the mailbox and says "Access denied".',
    stage: 'rcpt',
    reply:
      '550 5.4.1 Recipient address rejected: Access denied. [AM7EUR06FT012.eop-eur06.prod.protection.outlook.com 2026-11-23T10:00:00.000Z 08DE0]',
    host: 'example-com.mail.protection.outlook.com',
    code: 'recipient.unknown',
  },
  {
    name: 'recipient-disabled',
    title: 'The mailbox has been disabled.',
    stage: 'rcpt',
    reply: '550 5.2.1 <bob@example.com>: Recipient address rejected: Mailbox disabled, not accepting messages',
    code: 'recipient.disabled',
  },
  {
    name: 'recipient-moved',
    title: 'The mailbox has moved elsewhere.',
    stage: 'rcpt',
    reply: '551 5.1.6 User not local; please try <bob@example.org>',
    code: 'recipient.moved',
  },
  {
    name: 'recipient-mailbox-full',
    title: 'The mailbox is full; the sender tries again.',
    stage: 'rcpt',
    reply: '452 4.2.2 <bob@example.com>: Mailbox full',
    code: 'recipient.mailbox-full',
  },
  {
    name: 'recipient-mailbox-full-for-good',
    title: 'The mailbox is full, and the server says so for good.',
    stage: 'rcpt',
    reply: '552 5.2.2 <bob@example.com>: Recipient address rejected: Mailbox over quota',
    code: 'recipient.mailbox-full',
    responsible: 'recipient-user',
  },
  {
    name: 'recipient-mailbox-busy',
    title: 'Gmail: the mailbox receives mail too fast.',
    stage: 'rcpt',
    reply:
      '450-4.2.1 The user you are trying to contact is receiving email at a rate that\n450-4.2.1 prevents additional messages from being delivered. For more information, go to\n450 4.2.1  https://support.google.com/mail/?p=ReceivingRate d2e1a72fcca58-2b0 - gsmtp',
    host: 'aspmx.l.google.com',
    code: 'recipient.mailbox-busy',
  },
  {
    name: 'recipient-restricted',
    title: 'The mailbox takes mail from insiders only.',
    stage: 'rcpt',
    reply:
      '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group',
    host: 'example-com.mail.protection.outlook.com',
    code: 'recipient.restricted',
  },
  {
    name: 'recipient-rejected',
    title: 'Refused at RCPT without a word of why.',
    stage: 'rcpt',
    reply: '550 Rejected',
    code: 'recipient.rejected',
  },
  {
    name: 'recipient-unrecognised',
    title: 'Refused at RCPT with words that nobody has seen before.',
    stage: 'rcpt',
    reply: '550 5.0.0 The heron does not fly on Tuesdays (QX-9)',
    code: 'reply.unrecognised',
  },
  {
    name: 'recipient-verify-failed',
    title: 'The server could not verify the recipient for the moment.',
    stage: 'rcpt',
    reply: '450 4.1.1 <bob@example.com>: Recipient address rejected: unverified address: Address verification in progress',
    code: 'server.busy',
  },
  {
    name: 'recipient-filtered',
    title: "The recipient's own rule refuses this sender.",
    stage: 'rcpt',
    reply: '550 5.7.1 <bob@example.com>: Recipient address rejected: blocked by user preferences',
    code: 'recipient.filtered',
  },
];

export const recipientReplyWorlds = refusals.map(describeRefusal);
