/**
 * What mail servers say of a mailbox that exists: it is disabled, has moved, is full, receives too much.
 */
import { defineEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';
import { who } from './mailbox-words.js';

const product = specificity.productPhrase;

/** What is an address and no host: that takes no mail at all is said of both. */
const takes = '(mailbox|address|account|alias|email address|e mail address|mail address|email account|<addr>)';

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
      'recipient~ (suspend|suspended|suspends) *',
      '(due to |)extended inactivity',
      'not currently being accepted for this mailbox',
      '(no longer|not currently) (accepts|accepting|being accepted) (any |new |) (mail|email|messages)',
      'is a (deactivated|disabled|closed|suspended) (mailbox|account|user)',
      'user is (terminated|deleted|frozen)',
      '(mailbox|account) (has been |was |)(deleted|removed|cancelled|discontinued|archived)',
      `${takes} (does not|doesnt) (accept|receive) (any |incoming |inbound |)(mail|email|emails|messages)`,
      `${takes} (is |)not accepting (any |new |)(mail|email|emails|messages)`,
      '(mailbox|account|user) * not (properly|correctly) configured',
      '(mailbox|account|user) (is |)not configured',
      '(mailbox|address|account|inbox) is (not monitored|unmonitored|unattended)',
    ],
    examples: [
      '550 5.2.1 Mailbox disabled',
      '525 5.7.13 Disabled recipient address',
      '550 5.7.1 <bob@example.com>: Recipient address rejected: User bob@example.com temporary locked. Please try again later!',
      '550 User account is suspended',
      '550 5.1.1 <bob@example.com>: inactive email address',
      '550 no-reply@example.com does not accept mail',
      '550 5.2.0 Mailbox bob is not properly configured',
    ],
  },
  {
    // Above spam in this message: the owner was stopped for it.
    name: 'disabled-for-abuse',
    code: 'recipient.disabled',
    phrases: [
      '(mailbox|account) (is |has been |was |)(disabled|suspended|blocked|locked|closed) (for|due to|because of) (spam|spamming|abuse|sending spam)',
    ],
    examples: ['550 Account blocked for spam'],
    specificity: product + 20,
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
      '(mailbox|inbox|user) (has|contains) too many messages',
      '(exceeded|reached) (its |the |their |his |your |)(maximum|max|allowed|allotted) (disk |storage |mailbox |)(quota|storage|space)',
      'error writing message * quota exceeded',
      '(number of messages in |) (recipients |users |) mailbox (has |) (exceeded|exceeds) (the |its |)(local |storage |) (limit|quota)',
      '(mailfolder|mailbox|maildir|mail folder|inbox) (is |) over (the |its |) (allowed |) quota',
      '(mail |) quota exceeded',
      '(email |mail |) account (that |) (you tried to reach |) is over quota',
      'messages (left|waiting|stored) * (limit|quota)',
      'exceed (the |its |their |) (users|recipients|mailbox|mailboxes|disk) quota',
      '(mailbox|account|user|recipient) (has |) (exceeded|exceeding|used up|reached) (its |the |their |his |) (disk |storage |allotted |) (space|quota|limit|space limit)',
      'space (has been |is |) used up',
      'mail file size exceeds the maximum size allowed',
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
      "554 The number of messages in recipient's mailbox exceeded the local limit.",
      '554 maildir delivery failed: error writing message: Disk quota exceeded',
    ],
    specificity: specificity.phrase + 30,
  },
  {
    // Above a disk that is full and a message that is too large: the status names the mailbox.
    name: 'mailbox-full-by-code',
    code: 'recipient.mailbox-full',
    source: 'RFC 3463 section 3.3, X.2.2; Exchange: "larger than the current system limit or the recipient\'s mailbox is full"',
    enhanced: ['x.2.2'],
    phrases: ['or the recipients mailbox is full', '(insufficient|not enough|no) (disk |storage |)(storage|space)'],
    examples: [
      "552 5.2.2 This message is larger than the current system limit or the recipient's mailbox is full.",
      '552 5.2.2 Insufficient storage space in mailbox of user',
    ],
    specificity: product + 20,
  },
  {
    // Above the size of a message, of which a limit is said as well.
    name: 'mailbox-size',
    code: 'recipient.mailbox-full',
    source: 'Courier, Zimbra and hosting providers',
    phrases: [
      '(mailbox|inbox|maildir|account) (size |storage |)(limit|quota) (exceeded|reached|has been exceeded)',
      '(mailbox|mailboxes|mailboxs|inbox) maximum size',
      '(maximum|max) mailbox size',
    ],
    examples: ['552 Mailbox size limit exceeded', "552 Message would exceed the mailbox's maximum size"],
    specificity: product + 10,
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
  [...disabled, ...moved, ...full, ...busy],
);
