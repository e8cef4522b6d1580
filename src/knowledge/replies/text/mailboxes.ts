/**
 * What mail servers say of a mailbox: there is none, it is disabled, has moved, is full, receives too much.
 */
import { defineEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

const product = specificity.productPhrase;
const who =
  '(user|mailbox|account|recipient|address|addressee|alias|email address|mail address|e mail address|email account|mail account|local part|username|user name|userid)';

const unknown: readonly EntrySketch[] = [
  {
    name: 'postfix-user-unknown',
    code: 'recipient.unknown',
    source: 'Postfix: smtpd(8), error messages of reject_unlisted_recipient',
    phrases: [
      'recipient address rejected user unknown',
      'user unknown in (virtual mailbox|virtual alias|local recipient|relay recipient) table',
    ],
    examples: [
      '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown in virtual mailbox table',
      '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown in local recipient table',
      '450 4.1.1 <bob@example.com>: Recipient address rejected: User unknown',
    ],
    specificity: product,
  },
  {
    name: 'postfix-unverified-recipient',
    code: 'recipient.unknown',
    source: 'Postfix: ADDRESS_VERIFICATION_README',
    phrases: [
      'recipient address rejected undeliverable address',
      'recipient address rejected unverified address',
      'undeliverable address host <host> said',
    ],
    examples: [
      '550 5.1.1 <bob@example.com>: Recipient address rejected: undeliverable address: host mx.example.net said',
      '450 4.1.1 <bob@example.com>: Recipient address rejected: unverified address: Address verification in progress',
    ],
    specificity: product,
  },
  {
    name: 'exim-unrouteable',
    code: 'recipient.unknown',
    source: 'Exim specification: default configuration, require verify = recipient',
    phrases: ['(unrouteable|unroutable) (mail |)address', 'all relevant * records point to non existent hosts'],
    examples: ['550 Unrouteable address', '550 5.1.1 Unroutable address'],
    specificity: product,
  },
  {
    name: 'opensmtpd-invalid-recipient',
    code: 'recipient.unknown',
    source: 'OpenSMTPD: smtp_session.c, lka_session.c',
    phrases: ['invalid recipient'],
    examples: [
      '550 Invalid recipient',
      '550 5.1.1 Invalid recipient: <bob@example.com>',
      '553 Invalid recipient bob@example.org (Mode: normal)',
    ],
    specificity: specificity.phrase + 5,
  },
  {
    name: 'opensmtpd-no-alias',
    code: 'recipient.unknown',
    source: 'OpenSMTPD: lka_session.c',
    phrases: ['recipient rejected'],
    examples: [{ reply: '550 Recipient rejected: <bob@example.com>', stage: 'rcpt' }],
    specificity: specificity.hint,
    stages: ['rcpt'],
  },
  {
    name: 'no-such-user',
    code: 'recipient.unknown',
    source: 'Sendmail: "User unknown"; Exim: "Unknown user"; Courier, qmail, Haraka and many more',
    phrases: [
      `no such ${who}`,
      `unknown ${who}`,
      `${who} (is |) unknown`,
      `${who} * (does not|doesnt|did not) exist`,
      `${who} (does not|doesnt) exist`,
      `${who} (is |was |) not found`,
      `${who} (could not be|cannot be|can not be) found`,
      `${who} not known`,
      `${who} not exist`,
      `${who} (is |) invalid`,
      `(invalid|nonexistent|non existent|not existing|unrecognized|unrecognised) ${who}`,
      'no (mailbox|such mailbox|account|user|one) (here |) by that name',
      'no (mailbox|account|user) * by that name',
      'user (<addr> |)unknown',
      'user * unknown',
      'not a (valid|known) (mailbox|user|recipient|account|address)',
      'is not a (valid|known) (mailbox|user|recipient|account)',
      'not our customer',
      'unknown or illegal (alias|user|local part)',
      'unknown local part',
      'unknown recipient',
      'unknown or invalid recipient',
      'unknown address error',
      'no mailbox (found|here|exists)',
      'no valid recipient~',
      'no (such |)(person|people|recipient) (at|here)',
      'nobody (here |)by that name',
      '(this user|recipient|user|mailbox) (doesnt|does not) have a * account',
      'is not (a local|listed|in our|registered)',
      'there is no (one|user|such user|account|mailbox)',
      'user not local',
      'user not exist',
      'email (address |)(could not be found|wasnt found|was not found)',
      'recipient (address |)(is |) unknown',
      'addressee unknown',
      'bad destination mailbox address',
      'couldnt be found',
      'mailbox (name |)not (found|available or does not exist)',
      'recipient (does not|doesnt) exist here',
      'user account not found',
      'not a working (mailbox|address)',
    ],
    examples: [
      '550 5.1.1 <bob@example.com>... User unknown',
      '550 Unknown user',
      '550 <bob@example.com>: User unknown',
      '550 5.1.1 No such user here',
      '550 sorry, no mailbox here by that name (#5.1.1 - chkusr)',
      '550 5.1.1 Mailbox does not exist',
      '554 delivery error: This user does not have a example.com account (bob@example.com)',
      '550 User bob@example.com unknown',
      '550 I cannot deliver mail for <bob@example.com>: mailbox not found',
      "550 5.1.1 <bob@example.com> User doesn't exist: bob@example.com",
    ],
  },
  {
    name: 'exchange-recipient-not-found',
    code: 'recipient.unknown',
    source: 'Exchange Server: RESOLVER.ADR, recipient filter agent',
    phrases: [
      'resolver adr (recipnotfound|exrecipnotfound|badprimary|ambiguousaddress)',
      'resolver adr * not found',
      'remote server returned unknown recipient or mailbox unavailable',
      'recipnotfound',
    ],
    examples: [
      '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found',
      '550 5.1.351 Remote server returned unknown recipient or mailbox unavailable -> 550 Unknown user bob@example.com',
    ],
    specificity: product,
  },
  {
    name: 'ironport-address-rejected',
    code: 'recipient.unknown',
    source: 'Cisco Secure Email: recipient validation by LDAP',
    phrases: ['address rejected'],
    enhanced: ['5.1.0'],
    examples: ['550 5.1.0 Address rejected.'],
    specificity: specificity.hint,
  },
];

const disabled: readonly EntrySketch[] = [
  {
    name: 'mailbox-disabled',
    code: 'recipient.disabled',
    source: 'RFC 3463 section 3.3; Courier, Zimbra, Dovecot and hosting providers',
    phrases: [
      `${who} (is |has been |was |)(temporarily |currently |)(disabled|suspended|deactivated|inactive|locked|frozen|closed|terminated|blocked|expired|on hold|discontinued|not active)`,
      `(disabled|suspended|deactivated|inactive|locked|frozen|closed|terminated|expired) ${who}`,
      'email account * is (disabled|inactive|suspended)',
      'user * temporary locked',
      'user * (is |has been |)(locked|disabled|suspended)',
      'no longer (active|in use|valid|accepts mail|monitored)',
      'mailbox (is |) unavailable or disabled',
      'account that you tried to reach is (disabled|inactive)',
      'disabled recipient',
      'this (account|mailbox|user) has been (disabled|suspended|closed|deactivated|locked|terminated)',
    ],
    examples: [
      '550 5.2.1 Mailbox disabled',
      '525 5.7.13 Disabled recipient address',
      '550 5.7.1 <bob@example.com>: Recipient address rejected: User bob@example.com temporary locked. Please try again later!',
      '550 User account is suspended',
      '550 5.1.1 <bob@example.com>: inactive email address',
    ],
  },
];

const moved: readonly EntrySketch[] = [
  {
    name: 'mailbox-moved',
    code: 'recipient.moved',
    source: 'RFC 5321 section 3.4; Postfix: relocated(5)',
    phrases: [
      'user has moved',
      '(has|have) (moved|relocated)',
      'user not local please try',
      'no longer (on|at) (this |)(server|domain|company|site|address)',
      'has left (the|this|our) (company|organisation|organization)',
      'no longer (works|employed)',
      'address (has |)changed',
      'please try <addr>',
      'new address is',
      'mailbox (has |)moved',
    ],
    examples: [
      '550 5.1.6 <bob@example.com>: Recipient address rejected: User has moved to bob@example.net',
      '551 User not local; please try <bob@example.net>',
      '550 5.1.6 recipient no longer on server: bob@example.com',
    ],
    specificity: product,
  },
];

const full: readonly EntrySketch[] = [
  {
    name: 'mailbox-full',
    code: 'recipient.mailbox-full',
    source: 'Dovecot: quota_exceeded_message; Exim: "mailbox is full"; Sendmail and Courier: "over quota"',
    phrases: [
      `${who} (is |)(full|overquota)`,
      `${who} (is |)(over|above|beyond) (its |the |his |)(quota|limit|storage limit|allowed quota)`,
      `${who} * (is |)(full|over quota)`,
      `${who} (has |)(exceeded|reached) (its |the |his |)(quota|limit|storage|maximum|mailbox)`,
      'over (its |the |)quota',
      '(quota|disk quota|mailbox quota|storage quota|user quota) (exceed|exceeded|full|exhausted|reached)',
      '(exceeds|exceeded|exceeding) (the |its |his |mailbox |user |storage |disk |allowed |)(quota|mailbox limit|storage limit|storage allocation)',
      '(exceeds|exceeded) (the |) (recipients |users |mailboxes |)(mailbox |storage |) (quota|size limit)',
      '(inbox|mailbox|maildir|mail box|mailfolder) (is |)full',
      'out of (storage|quota|mailbox) space',
      'not enough (storage |)space * mailbox',
      'insufficient (mailbox|mail box|quota) (space|storage)',
      'mailbox (size |)(limit|quota) (exceeded|reached|has been exceeded)',
      'mailbox for user is full',
      'recipients mailbox is full',
      'mailfile is too full',
      'delivery would exceed quota',
      'delivery would exceed * quota',
      'user has (too many messages on the server|exhausted allowed storage space)',
      'quota violation',
    ],
    examples: [
      '552 5.2.2 <bob@example.com> Quota exceeded (mailbox for user is full)',
      '452 4.2.2 Mailbox full',
      '550 mailbox is full',
      '552 5.2.2 Over quota',
      '552 Error: disk quota exceeded',
      '452 4.2.2 <bob@example.com> Mailbox is full / Blocks limit exceeded / Inode limit exceeded',
      '552 sorry, mailbox bob@example.org is over quota temporarily (#5.1.1)',
    ],
  },
  {
    name: 'exchange-over-quota',
    code: 'recipient.mailbox-full',
    source: 'Exchange Server: STOREDRV.Deliver and RESOLVER quota texts',
    phrases: [
      'quotaexceeded',
      'mapiexceptionshutoffquotaexceeded',
      'storedrv deliver * mailbox is full',
      'submission quota * recipient mailbox',
    ],
    examples: [
      '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed to process message',
    ],
    specificity: product,
  },
];

const busy: readonly EntrySketch[] = [
  {
    name: 'mailbox-busy',
    code: 'recipient.mailbox-busy',
    source: 'Dovecot LMTP, Exchange throttling, Gmail',
    phrases: [
      '(receiving|receives|received) (mail|messages|email) (at a rate|too quickly|too fast)',
      '(recipient|user|mailbox|account) * (receiving|received) too (many|much) (mail|messages)',
      'too many (concurrent |simultaneous |)(deliveries|sessions|lmtp connections) * (user|recipient|mailbox)',
      '(mailbox|maildir|mail box) (is |)(locked|busy|in use)',
      'recipient (rate|throttl~) (limit |)(exceeded|reached)',
      'over recipient rate limit',
      'mailbox (temporarily |)(locked|busy)',
    ],
    examples: [
      '450 4.2.1 The user you are trying to contact is receiving mail too quickly.',
      '450 4.2.0 mailbox is locked by another process',
      '452 4.3.0 Too many concurrent deliveries for user',
    ],
    specificity: product,
  },
];

export const mailboxEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'text', source: 'RFC 3463 sections 3.2 and 3.3', specificity: specificity.phrase },
  [...unknown, ...disabled, ...moved, ...full, ...busy],
);
