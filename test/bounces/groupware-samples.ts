/** Bounces as Notes, Domino, GroupWise and other groupware and mail servers of firms write them. */
import { type BounceSample, returnedMessage, writeLetter, writeReport } from './bounce-sample.js';

export const groupwareSamples: readonly BounceSample[] = [
  {
    name: 'Lotus Notes: reasons under a rule of hyphens',
    kind: 'failed',
    message: writeLetter({
      from: 'Postmaster@example.com',
      subject: 'DELIVERY FAILURE: Minutes of Monday',
      body: `------- Failure Reasons  --------

User not listed in public Name & Address Book
bob@example.com


------- Returned Message --------

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: null, replyCode: null }],
  },
  {
    name: 'Domino: because',
    kind: 'failed',
    message: writeReport({
      from: 'Mail Router <postmaster@example.com>',
      subject: 'DELIVERY FAILURE: User bob (bob@example.com) not listed in Domino Directory',
      prose: `Your message

  Subject: Minutes of Monday

was not delivered to:

  bob@example.com

because:

  User bob (bob@example.com) not listed in Domino Directory

`,
      fields:
        'Final-Recipient: rfc822;bob@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: X-Notes; User bob (bob@example.com) not listed in Domino Directory',
      reporter: 'notes01.example.com',
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: null }],
  },
  {
    name: 'Domino: a router that finds no way',
    kind: 'failed',
    message: writeReport({
      from: 'Mail Router <postmaster@example.org>',
      subject:
        'DELIVERY FAILURE: Error transferring to mx1.example.com; SMTP Protocol Returned a Permanent Error 550 5.7.1 Unable to relay',
      prose: `Your message

  Subject: Minutes of Monday

was not delivered to:

  bob@example.com

because:

  Error transferring to mx1.example.com; SMTP Protocol Returned a Permanent Error 550 5.7.1 Unable to relay
`,
      fields:
        'Final-Recipient: rfc822;bob@example.com\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: X-Notes; Error transferring to mx1.example.com; SMTP Protocol Returned a Permanent Error 550 5.7.1 Unable to relay',
      reporter: 'notes01.example.org',
    }),
    recipients: [{ address: 'bob@example.com', code: 'server.relay-denied', status: '5.7.1', replyCode: 550 }],
  },
  {
    name: 'GroupWise: a full mailbox',
    kind: 'failed',
    message: writeLetter({
      from: 'Mailer-Daemon@example.com',
      subject: 'Message status - undeliverable',
      body: `The message that you sent was undeliverable to the following:
	bob@example.com (mailbox is full)

Possibly truncated original message follows:

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.mailbox-full', status: null, replyCode: null }],
  },
  {
    name: 'Oracle Messaging Server: recipient, reason, code',
    kind: 'failed',
    message: writeReport({
      from: 'Internet Mail Delivery <postmaster@mx.example.org>',
      subject: 'Delivery Notification: Delivery has failed',
      prose: `This report relates to a message you sent with the following header fields:

  Message-id: <20261123155400.1@example.org>
  Date: Mon, 23 Nov 2026 15:54:00 +0000
  From: ann@example.org
  To: bob@example.com
  Subject: Minutes of Monday

Your message cannot be delivered to the following recipients:

  Recipient address: bob@example.com
  Reason: Remote SMTP server has rejected address
  Diagnostic code: smtp;550 5.1.1 unknown or illegal alias: bob@example.com
  Remote system: dns;mx1.example.com (TCP|198.51.100.25|47323|192.0.2.25|25) (mx1.example.com ESMTP)

`,
      fields:
        'Original-envelope-id: 0NXX00ABC\n\nOriginal-recipient: rfc822;bob@example.com\nFinal-recipient: rfc822;bob@example.com\nAction: failed\nStatus: 5.1.1 (Remote SMTP server has rejected address)\nRemote-MTA: dns;mx1.example.com (TCP|198.51.100.25|47323|192.0.2.25|25) (mx1.example.com ESMTP)\nDiagnostic-code: smtp;550 5.1.1 unknown or illegal alias: bob@example.com',
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550, host: 'mx1.example.com' }],
  },
  {
    name: 'IMail: an unknown user',
    kind: 'failed',
    message: writeLetter({
      from: '"Postmaster" <postmaster@example.com>',
      subject: 'Undeliverable Mail',
      headers: ['X-Mailer: <SMTP32 v8.22>'],
      body: `Unknown user: bob@example.com

RCPT To:<bob@example.com>

Original message follows.

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: null, replyCode: null }],
  },
  {
    name: 'IMail: too many tries',
    kind: 'failed',
    message: writeLetter({
      from: '"Postmaster" <postmaster@example.org>',
      subject: 'Undeliverable Mail',
      headers: ['X-Mailer: <SMTP32 v8.22>'],
      body: `undeliverable to bob@example.com
delivery failed 20 attempts: bob@example.com

Original message follows.

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'queue.expired', status: null, replyCode: null }],
  },
  {
    name: 'MDaemon: a transcript of its session',
    kind: 'failed',
    message: writeLetter({
      from: 'MDaemon at mx.example.org <MDaemon@mx.example.org>',
      subject: 'Permanent Delivery Failure',
      body: `The attached message had PERMANENT fatal delivery errors!

After one or more unsuccessful delivery attempts the attached message has
been removed from the mail queue on this server.

Failed address: bob@example.com

--- Session Transcript ---
 Mon 2026-11-23 15:54:00: Attempting SMTP connection to [mx1.example.com]
 Mon 2026-11-23 15:54:00: <-- 220 mx1.example.com ESMTP
 Mon 2026-11-23 15:54:00: --> EHLO mx.example.org
 Mon 2026-11-23 15:54:00: <-- 250 mx1.example.com
 Mon 2026-11-23 15:54:00: --> MAIL From:<ann@example.org> SIZE=1234
 Mon 2026-11-23 15:54:00: <-- 250 2.1.0 Ok
 Mon 2026-11-23 15:54:00: --> RCPT To:<bob@example.com>
 Mon 2026-11-23 15:54:00: <-- 550 5.1.1 <bob@example.com>: no mailbox
 Mon 2026-11-23 15:54:00: --> QUIT
--- End Transcript ---
`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550, host: 'mx1.example.com' }],
  },
  {
    name: 'hMailServer: what it sent and what came back',
    kind: 'failed',
    message: writeLetter({
      from: 'mailer-daemon@mx.example.org',
      subject: 'Message undeliverable: Minutes of Monday',
      body: `Your message did not reach some or all of the intended recipients.

   Sent: Mon, 23 Nov 2026 15:54:00 +0000
   Subject: Minutes of Monday

The following recipient(s) could not be reached:

bob@example.com
   Error Type: SMTP
   Remote server (192.0.2.25) issued an error.
   hMailServer sent: RCPT TO:<bob@example.com>
   Remote server replied: 552 5.2.2 The email account that you tried to reach is over quota.

hMailServer
`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.mailbox-full', status: '5.2.2', replyCode: 552 }],
  },
  {
    name: 'PowerMTA: a list of recipients and fields',
    kind: 'failed',
    message: writeReport({
      from: 'postmaster@mx.example.org',
      subject: 'Delivery report',
      prose: `Hello, this is the mail server on mx.example.org.

I am sending you this message to inform you on the delivery status of a
message you previously sent.  Immediately below you will find a list of
the affected recipients;  also attached is a Delivery Status Notification
(DSN) report in standard format, as well as the headers of the original
message.

  <bob@example.com>  delivery failed; will not continue trying

`,
      fields:
        'Final-Recipient: rfc822;bob@example.com\nAction: failed\nStatus: 5.2.1 (mailbox disabled)\nRemote-MTA: dns;mx1.example.com (192.0.2.25)\nDiagnostic-Code: smtp;550 5.2.1 The email account that you tried to reach is disabled.\nX-PowerMTA-BounceCategory: inactive-mailbox',
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.disabled', status: '5.2.1', replyCode: 550, host: 'mx1.example.com' }],
  },
];
