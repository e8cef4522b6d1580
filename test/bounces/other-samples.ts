/** What else comes back: complaints, automatic answers, carriers and gateways of Japan, broken and wrapped reports. */
import { type BounceSample, returnedMessage, writeLetter, writeReport } from './bounce-sample.js';

/** A report of abuse (RFC 5965). */
function writeComplaint(fields: string): string {
  return [
    'From: <abuse@isp.example>',
    'To: <fbl@example.org>',
    'Subject: FW: Minutes of Monday',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=feedback-report; boundary="=_parts"',
    '',
    '--=_parts',
    'Content-Type: text/plain; charset="US-ASCII"',
    '',
    'This is an email abuse report for an email message received from IP 198.51.100.7.',
    '--=_parts',
    'Content-Type: message/feedback-report',
    '',
    fields,
    '--=_parts',
    'Content-Type: message/rfc822',
    '',
    returnedMessage,
    '--=_parts--',
    '',
  ].join('\n');
}

const settled = { code: null, status: null, replyCode: null } as const;

const kinds: readonly BounceSample[] = [
  {
    name: 'a complaint that names the recipient',
    kind: 'complaint',
    message: writeComplaint(
      'Feedback-Type: abuse\nUser-Agent: SomeGenerator/1.0\nVersion: 1\nOriginal-Rcpt-To: <bob@isp.example>\nSource-IP: 198.51.100.7\n',
    ),
    recipients: [{ address: 'bob@isp.example', ...settled }],
  },
  {
    name: 'a complaint that names nobody: the returned message does',
    kind: 'complaint',
    message: writeComplaint('Feedback-Type: abuse\nUser-Agent: Yahoo!-Mail-Feedback/2.0\nVersion: 0.1\n'),
    recipients: [{ address: 'bob@example.com', ...settled }],
  },
  {
    name: 'an automatic answer in German',
    kind: 'auto-reply',
    message: [
      'From: Bob <bob@example.de>',
      'To: ann@example.org',
      'Subject: Abwesenheitsnotiz: Protokoll',
      'Auto-Submitted: auto-replied',
      'X-Auto-Response-Suppress: All',
      '',
      'Ich bin bis Montag nicht im Hause.',
      '',
    ].join('\n'),
    recipients: [{ address: 'bob@example.de', ...settled }],
  },
  {
    name: 'an automatic answer by its subject alone',
    kind: 'auto-reply',
    message: [
      'From: Bob <bob@example.com>',
      'To: ann@example.org',
      'Subject: Automatic reply: Minutes of Monday',
      '',
      'I am away until Monday.',
      '',
    ].join('\n'),
    recipients: [{ address: 'bob@example.com', ...settled }],
  },
  {
    name: 'an unsubscribe request that a mail program sent',
    kind: 'complaint',
    message: [
      'From: bob@icloud.example',
      'To: leave-1@example.org',
      'Subject: unsubscribe',
      'Auto-Submitted: auto-replied',
      'X-Apple-Unsubscribe: true',
      '',
      'Apple Mail sent this email to unsubscribe.',
      '',
    ].join('\n'),
    recipients: [{ address: 'bob@icloud.example', ...settled }],
  },
];

const japan: readonly BounceSample[] = [
  {
    name: 'a Japanese carrier: the domain filter of the recipient',
    kind: 'failed',
    message: writeLetter({
      from: '<Postmaster@carrier.example.jp>',
      subject: 'Mail System Error - Returned Mail',
      body: `<bob@carrier.example.jp>

Each of the following recipients was rejected by a remote mail server.
---------------------------------------------------
${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@carrier.example.jp', code: 'recipient.rejected', status: null, replyCode: null }],
  },
  {
    name: 'a Japanese carrier: the mailbox holds too much',
    kind: 'failed',
    message: writeLetter({
      from: '<Postmaster@carrier.example.jp>',
      subject: 'Mail System Error - Returned Mail',
      body: `The user(s) account is temporarily over quota.

<bob@carrier.example.jp>
---------------------------------------------------
${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@carrier.example.jp', code: 'recipient.mailbox-full', status: null, replyCode: null }],
  },
  {
    name: 'a Japanese carrier: a host that did not respond',
    kind: 'failed',
    message: writeLetter({
      from: '<Postmaster@carrier.example.jp>',
      subject: 'Mail System Error - Returned Mail',
      body: `Could not be delivered to: <bob@example.com>
As their mailbox is full.

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.mailbox-full', status: null, replyCode: null }],
  },
  {
    name: 'a Japanese gateway: a user that it does not know',
    kind: 'failed',
    message: writeLetter({
      from: 'Mail Delivery Subsystem <mailer-daemon@gateway.example.jp>',
      subject: 'メール配信エラー',
      headers: ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'],
      body: `以下の宛先へのメール送信に失敗しました。

  bob@example.jp
  550 5.1.1 <bob@example.jp>... User unknown

`,
    }),
    recipients: [{ address: 'bob@example.jp', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
];

const gateways: readonly BounceSample[] = [
  {
    name: 'InterScan: could not be delivered, with the reply',
    kind: 'failed',
    message: writeLetter({
      from: '"InterScan MSS" <postmaster@gateway.example>',
      subject: 'Mail could not be delivered',
      body: `****** Message from InterScan Messaging Security Suite ******

Sent <<< RCPT TO:<bob@example.com>
Received >>> 550 5.1.1 User unknown

Unable to deliver message to <bob@example.com>.

************************     End of message     **********************
`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
  {
    name: 'McAfee: the following addresses had delivery problems',
    kind: 'failed',
    message: writeLetter({
      from: '"Mail Delivery Subsystem" <MAILER-DAEMON@gateway.example>',
      subject: 'Undeliverable Mail',
      headers: ['X-NAI-Header: Modified by McAfee'],
      body: ` --- The following addresses had delivery problems ---

<bob@example.com>   (User unknown bob@example.com)

 --- Transcript of session follows ---
`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: null, replyCode: null }],
  },
  {
    name: 'MessageLabs: this email could not be delivered',
    kind: 'failed',
    message: writeReport({
      from: 'MAILER-DAEMON@bemta12.messagelabs.example',
      subject: 'Mail Delivery Failure',
      prose:
        'This is the mail delivery agent at messagelabs.example.\n\nI was unable to deliver your message to the following addresses:\n\nbob@example.com\n\nReason: 550 Invalid recipient bob@example.com (#5.1.1)\n\nThe message subject was: Minutes\n',
      fields:
        'Final-Recipient: rfc822; bob@example.com\nAction: failed\nStatus: 5.0.0\nRemote-MTA: dns; mx1.example.com (192.0.2.25)\nDiagnostic-Code: smtp; 550 Invalid recipient bob@example.com (#5.1.1)',
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550, host: 'mx1.example.com' }],
  },
  {
    name: 'SurgeMail: failed to deliver',
    kind: 'failed',
    message: writeLetter({
      from: 'Postmaster@mx.example.org',
      subject: "Failed mail 'Minutes of Monday'",
      body: `Failed to deliver to 'bob@example.com'
SMTP module(domain example.com) reports:
 mx1.example.com says:
 550 5.1.1 no such user (bob)

`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
  {
    name: 'CommuniGate: message could not be delivered',
    kind: 'failed',
    message: writeReport({
      from: 'MAILER-DAEMON@mx.example.org',
      subject: 'Undeliverable mail: Minutes of Monday',
      prose:
        "Failed to deliver to '<bob@example.com>'\nSMTP module(domain @192.0.2.25:example.com) reports:\n message text rejected by mx1.example.com:\n 552 5.2.3 Message length exceeds fixed limit\n",
      fields: 'Original-Recipient: rfc822;<bob@example.com>\nFinal-Recipient: system;<bob@example.com>\nAction: failed\nStatus: 5.0.0',
    }),
    recipients: [{ address: 'bob@example.com', code: 'message.too-large', status: '5.2.3', replyCode: 552 }],
  },
  {
    name: 'Kerio: the address and the reply in brackets',
    kind: 'failed',
    message: writeLetter({
      from: 'Mail Delivery Subsystem <postmaster@mx.example.org>',
      subject: 'Undeliverable: Minutes of Monday',
      body: `Your message could not be delivered to the following recipients:

<bob@example.com>
    (550 5.7.1 <bob@example.com>: Recipient address rejected: Greylisted)

`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'sender.greylisted', status: '5.7.1', replyCode: 550 }],
  },
];

const broken: readonly BounceSample[] = [
  {
    name: 'a report cut off within its fields',
    kind: 'failed',
    message: (() => {
      const whole = writeReport({
        subject: 'Undelivered Mail Returned to Sender',
        prose: 'It failed.',
        fields: 'Final-Recipient: rfc822; bob@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown',
      });
      return whole.slice(0, whole.indexOf('--=_parts\nContent-Type: message/rfc822'));
    })(),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
  {
    name: 'a report whose boundary never comes',
    kind: 'failed',
    message: writeReport({
      subject: 'Undelivered Mail Returned to Sender',
      prose: 'It failed.',
      fields: 'Final-Recipient: rfc822; bob@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown',
    }).replaceAll('--=_parts', '--=_other'),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
  {
    name: 'a charset that nobody knows',
    kind: 'failed',
    message: writeLetter({
      subject: 'Undelivered Mail Returned to Sender',
      headers: ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=x-unknown-7', 'Content-Transfer-Encoding: quoted-printable'],
      body: '<bob@example.com>: 550 5.1.1 User=20unknown\n',
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
  {
    name: 'no content type, lines that end in CR LF',
    kind: 'failed',
    message: writeLetter({ subject: 'failure notice', body: '<bob@example.com>:\nuser is over quota\n' }).replaceAll('\n', '\r\n'),
    recipients: [{ address: 'bob@example.com', code: 'recipient.mailbox-full', status: null, replyCode: null }],
  },
  {
    name: 'lines that end in CR alone',
    kind: 'failed',
    message: writeLetter({ subject: 'failure notice', body: '<bob@example.com>:\nuser is over quota\n' }).replaceAll('\n', '\r'),
    recipients: [{ address: 'bob@example.com', code: 'recipient.mailbox-full', status: null, replyCode: null }],
  },
  {
    name: 'base64 around the words',
    kind: 'failed',
    message: writeLetter({
      subject: 'Undelivered Mail Returned to Sender',
      headers: ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
      body: `${Buffer.from('<bob@example.com>: host mx1.example.com[192.0.2.25] said: 550 5.1.1 User unknown (in reply to RCPT TO command)\n').toString('base64')}\n`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550, host: 'mx1.example.com' }],
  },
];

export const otherSamples: readonly BounceSample[] = [...kinds, ...japan, ...gateways, ...broken];
