/** Bounces about several recipients, each of whom has a fate and a reason of his own. */
import { type BounceSample, type ExpectedRecipient, writeLetter, writeReport } from './bounce-sample.js';

const bobUnknown: ExpectedRecipient = {
  address: 'bob@example.com',
  code: 'recipient.unknown',
  status: '5.1.1',
  replyCode: 550,
  addressState: 'dead',
};

/** Sendmail, whose conversation holds one refusal beneath DATA, that of bob. */
function writeSendmail(fields: readonly string[]): string {
  return writeReport({
    from: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example.org>',
    subject: 'Returned mail: see transcript for details',
    prose: `The original message was received at Mon, 23 Nov 2026 15:54:00 GMT

   ----- The following addresses had permanent fatal errors -----
<bob@example.com>
    (reason: 550 5.1.1 <bob@example.com>... User unknown)
<dave@example.org>

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> DATA
<<< 550 5.1.1 <bob@example.com>... User unknown
<<< 503 5.5.1 Need RCPT
`,
    fields: [
      'Final-Recipient: RFC822; bob@example.com\nAction: failed\nStatus: 5.1.1\nRemote-MTA: DNS; mx.example.com\nDiagnostic-Code: SMTP; 550 5.1.1 <bob@example.com>... User unknown',
      ...fields,
    ].join('\n\n'),
  });
}

/** What the group of dave says by itself: his status, and no words. */
const withoutWords: readonly (Pick<ExpectedRecipient, 'status' | 'code' | 'addressState'> & { readonly says: string })[] = [
  { says: 'nothing', status: '5.0.0', code: 'reply.undisclosed', addressState: 'unknown' },
  { says: 'a full mailbox', status: '5.2.2', code: 'recipient.mailbox-full', addressState: 'full' },
  { says: 'an expiry', status: '5.4.7', code: 'queue.expired', addressState: 'unknown' },
  { says: 'an expiry, as something temporary', status: '4.4.7', code: 'queue.expired', addressState: 'unknown' },
];

const othersRefusal: readonly BounceSample[] = withoutWords.map(({ says, ...expected }) => ({
  name: `Sendmail: the refusal of one recipient is not that of another, of whom the fields say ${says}`,
  kind: 'failed',
  message: writeSendmail([`Final-Recipient: RFC822; dave@example.org\nAction: failed\nStatus: ${expected.status}`]),
  recipients: [bobUnknown, { address: 'dave@example.org', replyCode: null, ...expected }],
}));

export const mixedSamples: readonly BounceSample[] = [
  ...othersRefusal,
  {
    name: 'Sendmail: the refusal of one recipient says nothing of another who got the message',
    kind: 'failed',
    message: writeSendmail(['Final-Recipient: RFC822; dave@example.org\nAction: delivered\nStatus: 2.0.0']),
    recipients: [bobUnknown, { address: 'dave@example.org', kind: 'delivered', code: null, status: '2.0.0', replyCode: null, reply: null }],
  },
  {
    name: 'Sendmail: a report about one recipient whose conversation refuses another',
    kind: 'failed',
    message: writeReport({
      subject: 'Returned mail: see transcript for details',
      prose: '... while talking to mx.example.com.:\n>>> DATA\n<<< 550 5.1.1 <bob@example.com>... User unknown\n',
      fields: 'Final-Recipient: RFC822; dave@example.org\nAction: failed\nStatus: 5.4.7',
    }),
    recipients: [{ address: 'dave@example.org', code: 'queue.expired', status: '5.4.7', replyCode: null, addressState: 'unknown' }],
  },
  {
    name: 'Sendmail: a report about one recipient, refused under the address that he forwards to',
    kind: 'failed',
    message: writeReport({
      subject: 'Returned mail: see transcript for details',
      prose: '... while talking to mx.example.net.:\n>>> DATA\n<<< 550 5.1.1 <robert@example.net>... User unknown\n',
      fields: 'Final-Recipient: RFC822; bob@example.com\nX-Actual-Recipient: RFC822; robert@example.net\nAction: failed\nStatus: 5.1.1',
    }),
    recipients: [bobUnknown],
  },
  {
    name: 'old Sendmail: two recipients in prose, the refusal of one beneath the other',
    kind: 'failed',
    message: writeLetter({
      subject: 'Returned mail: User unknown',
      body: `   ----- The following addresses had permanent fatal errors -----
<bob@example.com>
<dave@example.org>

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> DATA
<<< 550 5.1.1 <bob@example.com>... User unknown
`,
    }),
    recipients: [
      bobUnknown,
      { address: 'dave@example.org', code: 'reply.undisclosed', status: null, replyCode: null, addressState: 'unknown' },
    ],
  },
  {
    name: 'Exim: an address that ends in another one',
    kind: 'failed',
    message: writeLetter({
      from: 'Mail Delivery System <Mailer-Daemon@mx.example.org>',
      subject: 'Mail delivery failed: returning message to sender',
      headers: ['X-Failed-Recipients: joann@example.com, ann@example.com'],
      body: `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  joann@example.com
    host mx.example.com [192.0.2.25]
    SMTP error from remote mail server after RCPT TO:<joann@example.com>:
    550 5.1.1 no such user here
  ann@example.com
    host mx.example.com [192.0.2.25]
    SMTP error from remote mail server after RCPT TO:<ann@example.com>:
    552 5.2.2 mailbox full
`,
    }),
    recipients: [
      { address: 'joann@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550, addressState: 'dead' },
      { address: 'ann@example.com', code: 'recipient.mailbox-full', status: '5.2.2', replyCode: 552, addressState: 'full' },
    ],
  },
];
