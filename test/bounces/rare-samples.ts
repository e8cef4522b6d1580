/** Bounces of servers and gateways that are met rarely. */
import { type BounceSample, returnedMessage, writeLetter, writeReport } from './bounce-sample.js';

interface Rare {
  readonly name: string;
  readonly from?: string;
  readonly subject: string;
  readonly headers?: readonly string[];
  readonly body: string;
  readonly expected: BounceSample['recipients'][number];
}

const unknown = { address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 } as const;

const letters: readonly Rare[] = [
  {
    name: 'Apache James: what failed, then the error',
    from: 'postmaster@mx.example.org',
    subject: 'Re: Minutes of Monday',
    headers: ['Auto-Submitted: auto-replied'],
    body: `Hi. This is the James mail server at mx.example.org.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.  Below
I include the list of recipients and the reason why I was unable to deliver
your message.

Failed recipient(s):
bob@example.com

Error message:
550 5.1.1 <bob@example.com>... User unknown

Message details:
  Subject: Minutes of Monday
  Sent date: Mon Nov 23 15:54:00 UTC 2026
  MAIL FROM: ann@example.org
  RCPT TO: bob@example.com
  From: Ann <ann@example.org>
  To: bob@example.com
  Size (in bytes): 1024
`,
    expected: unknown,
  },
  {
    name: 'MailFoundry: the server that failed',
    from: 'MAILER-DAEMON@gateway.example',
    subject: 'Message delivery has failed',
    body: `Unable to deliver message to: <bob@example.com>
Delivery failed for the following reason:
Server mx1.example.com[192.0.2.25] failed with: 550 5.1.1 <bob@example.com> No such user here

This has been a permanent failure.  No further delivery attempts will be made.
`,
    expected: { ...unknown, host: 'mx1.example.com' },
  },
  {
    name: 'SurfControl: a transcript of the attempts',
    from: 'MAILER-DAEMON@gateway.example',
    subject: 'Message Could not be delivered',
    headers: ['X-Mailer: SurfControl E-mail Filter'],
    body: `Your message could not be sent.
A transcript of the attempts to send the message follows.
The number of attempts made: 1
Addressed To: bob@example.com

Mon 23 Nov 2026 15:54:00 +0000
Failed to send to identified host,
bob@example.com: [192.0.2.25], 550 5.1.1 bob@example.com... No such user
--- Message non-deliverable.
`,
    expected: unknown,
  },
  {
    name: 'CommuniGate Pro: errors counted',
    from: 'MAILER-DAEMON@mx.example.org',
    subject: 'There was an error sending your mail',
    body: `We had trouble delivering your message. Full details follow:

Subject: 'Minutes of Monday'
Date: 'Mon, 23 Nov 2026 15:54:00 +0000'

1 error(s):

SMTP Server <mx1.example.com> rejected recipient <bob@example.com>
  (Error following RCPT command). It responded as follows: [550 5.1.1 unknown
  user <bob@example.com>]

`,
    expected: unknown,
  },
  {
    name: 'Amavis: a report of what it would not pass on',
    from: '"Content-filter at mx.example.org" <postmaster@mx.example.org>',
    subject: 'Undeliverable mail, MTA-BLOCKED',
    body: `Your message WAS NOT delivered to:
<bob@example.com>:
  554 5.7.0 Reject, id=12345-01 - spam

Our internal reference code for your message is 12345-01/AbCdEf
`,
    expected: { address: 'bob@example.com', code: 'message.spam', status: '5.7.0', replyCode: 554 },
  },
  {
    name: 'Haraka: some recipients failed',
    from: 'MAILER-DAEMON@mx.example.org',
    subject: 'failure notice',
    body: `Hi. This is the Haraka Mailer program at mx.example.org.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

Intended Recipients: <bob@example.com>
Failure Reason: Error: 550 5.1.1 User unknown

--- Below this line is a copy of the message.

${returnedMessage}`,
    expected: unknown,
  },
  {
    name: 'Activehunter: the address twice',
    from: 'MAILER-DAEMON@mx.example.org',
    subject: 'FAILURE NOTICE :',
    headers: ['X-AHMAILID: 1'],
    body: `  ----- The following addresses had permanent fatal errors -----

>>> bob@example.com <bob@example.com>

550 sorry, no mailbox here by that name (#5.1.1 - chkusr)

  ----- Original message follows -----

${returnedMessage}`,
    expected: unknown,
  },
  {
    name: 'FML: a list that the sender is no member of',
    from: 'fml-admin@lists.example.com',
    subject: 'Rejected: NOT MEMBER article from ann@example.org',
    headers: ['X-MLServer: fml'],
    body: `The following address is not a member of the mailing list <club@lists.example.com>:

  ann@example.org

Your mail to club@lists.example.com has been rejected.
`,
    expected: { address: 'club@lists.example.com', code: 'recipient.restricted', status: null, replyCode: null },
  },
  {
    name: 'a mobile carrier: no valid recipient',
    from: 'post_master@carrier.example',
    subject: 'Undelivered Message',
    body: `Error: No valid recipients for this MM

To: 5551234567@carrier.example

`,
    expected: { address: '5551234567@carrier.example', code: 'recipient.unknown', status: null, replyCode: null },
  },
  {
    name: 'AOL in its older form: the words beneath the address',
    from: 'Mail Delivery Subsystem <MAILER-DAEMON@aol.example>',
    subject: 'Returned mail: User unknown',
    body: `Your mail to the following recipients could not be delivered because they are not accepting mail from ann@example.org:
	bob@aol.example

`,
    expected: { address: 'bob@aol.example', code: 'recipient.filtered', status: null, replyCode: null },
  },
  {
    name: 'XMail: recipient and error in brackets',
    from: 'MAILER-DAEMON@mx.example.org',
    subject: 'Error sending message [1234] from [mx.example.org]',
    body: `[<00>] XMail bounce: Rcpt=[bob@example.com];Error=[550 5.1.1 No such user here]

[<01>] Error sending message [1234] from [mx.example.org].

ID:        <1234>
Mail From: <ann@example.org>
Rcpt To:   <bob@example.com>
Server:    <mx1.example.com>[192.0.2.25]

[<02>] The reason of the delivery failure was:

550 5.1.1 No such user here

`,
    expected: unknown,
  },
  {
    name: 'MailEnable: the reason behind a colon',
    from: 'Postmaster <postmaster@mx.example.org>',
    subject: 'Message Delivery Failure',
    body: `MailEnable: Message Delivery Failure.

The following recipient(s) could not be reached:

	[SMTP:bob@example.com]: Remote SMTP Server Returned: 550 5.1.1 User unknown

Message headers follow:

${returnedMessage}`,
    expected: unknown,
  },
  {
    name: 'IceWarp: failed recipients with their reasons',
    from: 'postmaster@mx.example.org',
    subject: 'Delivery failure (bob@example.com)',
    body: `Message could not be delivered to the following recipients:

bob@example.com
    failed: 552 5.2.2 Mailbox quota exceeded

`,
    expected: { address: 'bob@example.com', code: 'recipient.mailbox-full', status: '5.2.2', replyCode: 552 },
  },
];

const reports: readonly BounceSample[] = [
  {
    name: 'Zimbra: an LMTP server of its own',
    kind: 'failed',
    message: writeReport({
      subject: 'Undelivered Mail Returned to Sender',
      prose: `This is the mail system at host mx.example.org.

<bob@example.com>: host mx.example.org[198.51.100.25] said: 552 5.2.2 Over quota (in
    reply to end of DATA command)
`,
      fields: `Final-Recipient: rfc822; bob@example.com
Original-Recipient: rfc822;robert@example.com
Action: failed
Status: 5.2.2
Remote-MTA: dns; mx.example.org
Diagnostic-Code: smtp; 552 5.2.2 Over quota`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.mailbox-full', status: '5.2.2', replyCode: 552, host: 'mx.example.org' }],
  },
  {
    name: 'a report with one failure among deliveries',
    kind: 'failed',
    message: writeReport({
      subject: 'Mail Delivery Status Report',
      prose: 'Some of it arrived.\n',
      fields: `Final-Recipient: rfc822; amy@example.com
Action: relayed
Status: 2.0.0
Diagnostic-Code: smtp; 250 2.0.0 Ok

Final-Recipient: rfc822; bob@example.com
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown`,
    }),
    recipients: [
      { address: 'amy@example.com', code: null, status: '2.0.0', replyCode: 250 },
      { address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 },
    ],
  },
  {
    name: 'a code of its own before the reply of the other side',
    kind: 'failed',
    message: writeReport({
      subject: 'Delivery Status Notification (Failure)',
      prose: 'The following message could not be delivered.\n',
      fields: `Final-Recipient: rfc822;bob@example.com
Action: failed
Status: 5.0.0 (permanent failure)
Diagnostic-Code: smtp; 5.1.0 - Unknown address error 550-'5.1.1 <bob@example.com>: Recipient address rejected: User unknown' (delivery attempts: 0)`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
  {
    name: 'a reply in the field of the status',
    kind: 'failed',
    message: writeReport({
      subject: 'Delivery Status Notification (Failure)',
      prose: 'It failed.\n',
      fields: `Final-Recipient: rfc822; <bob@example.com>
Action: failed
Status: 5.7.1
Diagnostic-Code: smtp;550-5.7.1 Blocked by policy
 550 5.7.1 See https://example.com/policy`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'server.policy', status: '5.7.1', replyCode: 550 }],
  },
  {
    name: 'an LMTP type and a mailbox that is locked',
    kind: 'delayed',
    message: writeReport({
      subject: 'Warning: could not send message',
      prose: 'Still trying.\n',
      fields: `Final-Recipient: rfc822; bob@example.com
Action: delayed
Status: 4.2.1
Diagnostic-Code: LMTP; 450 4.2.1 Mailbox is locked`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.mailbox-busy', status: '4.2.1', replyCode: 450 }],
  },
];

export const rareSamples: readonly BounceSample[] = [
  ...letters.map(({ name, expected, ...letter }) => ({
    name,
    kind: 'failed' as const,
    message: writeLetter(letter),
    recipients: [expected],
  })),
  ...reports,
];
