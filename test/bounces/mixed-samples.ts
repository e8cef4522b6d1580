/** Bounces about several recipients, each of whom has a fate and a reason of his own. */
import { noReplyDetails } from '../../src/model/reply-meaning.js';
import { type BounceSample, type ExpectedRecipient, returnedMessage, writeLetter, writeReport } from './bounce-sample.js';

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
  {
    name: 'Postfix: somebody wrote to himself',
    kind: 'failed',
    message: writeLetter({
      subject: 'Undelivered Mail Returned to Sender',
      body: '<ann@example.org>: host mx1.example.org[192.0.2.25] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command)\n',
    }),
    recipients: [{ address: 'ann@example.org', code: 'recipient.mailbox-full', status: '5.2.2', replyCode: 552 }],
  },
  {
    name: 'the sender stands in a line of his own, and the message that came back was for another',
    kind: 'failed',
    message: writeLetter({
      subject: 'Undeliverable mail',
      body: `Your message could not be delivered. It was sent from:

    ann@example.org

550 5.1.1 no such user

----- Original message -----

${returnedMessage}`,
    }),
    recipients: [bobUnknown],
  },
  {
    name: 'recipients with blanks before them, each with a reply of his own',
    kind: 'failed',
    message: writeLetter({
      subject: 'Undelivered Mail Returned to Sender',
      body: '<bob@example.com>:\n550 5.1.1 no such user\n\n  <carol@example.net>:\n  552 5.2.2 mailbox full\n',
    }),
    recipients: [bobUnknown, { address: 'carol@example.net', code: 'recipient.mailbox-full', status: '5.2.2', replyCode: 552 }],
  },
  {
    name: 'Postfix: the host in the line behind its word, and the reporter named before it',
    kind: 'failed',
    message: writeLetter({
      subject: 'Undelivered Mail Returned to Sender',
      body: `This is the mail system at host mx.example.org.

<bob@example.com> (expanded from <office@example.org>): host
    mx1.example.com[192.0.2.25] said: 550 5.1.1 no such user (in reply to RCPT
    TO command)
`,
    }),
    recipients: [{ ...bobUnknown, host: 'mx1.example.com' }],
  },
  {
    name: 'Courier: the host in a line of its own',
    kind: 'failed',
    message: writeLetter({
      subject: 'NOTICE: mail delivery status.',
      body: `Your message to the following recipients cannot be delivered:

<bob@example.com>:
    mx1.example.com [192.0.2.25]:
>>> RCPT TO:<bob@example.com>
<<< 550 5.1.1 <bob@example.com>... User unknown
`,
    }),
    recipients: [{ ...bobUnknown, host: 'mx1.example.com' }],
  },
  {
    name: 'Exim: to another than the sender, who is named as well',
    kind: 'failed',
    message: writeLetter({
      subject: 'Mail failure',
      body: `A message sent by

  <carol@example.net>

could not be delivered to one or more of its recipients. The following
address(es) failed:

  bob@example.com
    host mx1.example.com [192.0.2.25]
    SMTP error from remote mail server after RCPT TO:<bob@example.com>:
    550 5.1.1 no such user
`,
    }),
    recipients: [bobUnknown],
  },
  {
    name: 'Sendmail: what follows where nobody was taken is not the refusal',
    kind: 'failed',
    message: writeLetter({
      subject: 'Returned mail: see transcript for details',
      body: `   ----- The following addresses had permanent fatal errors -----
<bob@example.com>

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> DATA
<<< 550 5.1.1 <bob@example.com>... User unknown
<<< 554 5.5.1 Error: no valid recipients
`,
    }),
    recipients: [bobUnknown],
  },
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
  {
    name: 'Postfix: cut off behind the third recipient, and what it found out by itself',
    kind: 'failed',
    message: writeLetter({
      from: 'MAILER-DAEMON@mx.example.org (Mail Delivery System)',
      subject: 'Undelivered Mail Returned to Sender',
      body: `This is the mail system at host mx.example.org.

<bob@example.com>: host mx1.example.com[192.0.2.25] said: 550 5.1.1
    <bob@example.com>: Recipient address rejected: User unknown (in reply to RCPT TO command)

<carol@nosuch.example>: Host or domain name not found. Name service error for
    name=nosuch.example type=AAAA: Host not found

<dave@slow.example>:`,
    }),
    recipients: [
      { ...bobUnknown, host: 'mx1.example.com' },
      {
        address: 'carol@nosuch.example',
        code: 'domain.not-found',
        status: null,
        replyCode: null,
        host: null,
        reply: 'Host or domain name not found. Name service error for\n    name=nosuch.example type=AAAA: Host not found',
      },
      { address: 'dave@slow.example', code: 'reply.undisclosed', status: null, replyCode: null, host: null, reply: null },
    ],
  },
  {
    name: 'qmail: each with the words about it',
    kind: 'failed',
    message: writeLetter({
      subject: 'failure notice',
      body: `Hi. This is the qmail-send program at mx.example.org.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<bob@example.com>:
192.0.2.25 does not like recipient.
Remote host said: 550 5.1.1 no such user
Giving up on 192.0.2.25.

<carol@nosuch.example>:
Sorry, I couldn't find any host named nosuch.example. (#5.1.2)

<dan@example.net>:
Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)
`,
    }),
    recipients: [
      { ...bobUnknown, reply: '550 5.1.1 no such user', details: { ...noReplyDetails, addresses: ['192.0.2.25'] } },
      {
        address: 'carol@nosuch.example',
        code: 'domain.not-found',
        status: '5.1.2',
        replyCode: null,
        reply: "Sorry, I couldn't find any host named nosuch.example. (#5.1.2)",
      },
      {
        address: 'dan@example.net',
        code: 'host.no-answer',
        status: '4.4.1',
        replyCode: null,
        reply: "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)",
      },
    ],
  },
  {
    name: 'Postfix: what it found out by itself is its own word, and no server said it',
    kind: 'failed',
    message: writeReport({
      subject: 'Undelivered Mail Returned to Sender',
      prose: 'This is the mail system at host mx.example.org.\n',
      fields: [
        'Final-Recipient: rfc822; bob@example.com\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx1.example.com\nDiagnostic-Code: smtp; 550 5.1.1 User unknown',
        'Final-Recipient: rfc822; carol@nosuch.example\nAction: failed\nStatus: 5.4.4\nDiagnostic-Code: X-Postfix; Host or domain name not found. Name service error for name=nosuch.example type=AAAA: Host not found',
        'Final-Recipient: rfc822; dave@slow.example\nAction: failed\nStatus: 4.4.2\nDiagnostic-Code: X-Postfix; conversation with host mx.slow.example[198.51.100.7] timed out while sending message body',
        'Final-Recipient: rfc822; eve@lost.example\nAction: failed\nStatus: 5.4.4\nDiagnostic-Code: X-Postfix; unable to look up host relay.lost.example: No address associated with hostname',
      ].join('\n\n'),
    }),
    recipients: [
      { ...bobUnknown, host: 'mx1.example.com' },
      { address: 'carol@nosuch.example', code: 'domain.not-found', status: '5.4.4', replyCode: null, host: 'mx.example.org' },
      { address: 'dave@slow.example', code: 'connection.stalled', status: '4.4.2', replyCode: null, host: null },
      { address: 'eve@lost.example', code: 'domain.lookup-failed', status: '5.4.4', replyCode: null, host: 'mx.example.org' },
    ],
  },
];
