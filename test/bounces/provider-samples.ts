/** Bounces as large mailbox providers other than Google, and gateways, write them. */
import { type BounceSample, returnedMessage, writeLetter, writeReport } from './bounce-sample.js';

const utf8 = ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'];

const yahoo: readonly BounceSample[] = [
  {
    name: 'Yahoo: the other side refused',
    kind: 'failed',
    message: writeLetter({
      from: 'MAILER-DAEMON@yahoo.com',
      subject: 'Failure Notice',
      headers: utf8,
      body: `Sorry, we were unable to deliver your message to the following address.

<bob@example.com>:
550: 5.1.1 <bob@example.com>: Recipient address rejected: User unknown in local recipient table

--- Below this line is a copy of the message.

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
  {
    name: 'Yahoo in its older form: remote host said',
    kind: 'failed',
    message: writeLetter({
      from: 'MAILER-DAEMON@yahoo.com',
      subject: 'Failure Notice',
      body: `Sorry, we were unable to deliver your message to the following address.

<bob@example.com>:
Remote host said: 554 delivery error: dd This user doesn't have a yahoo.com account (bob@example.com) [0] - mta1013.mail.gq1.yahoo.com [BODY]

--- Below this line is a copy of the message.

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: null, replyCode: 554 }],
  },
  {
    name: 'Yahoo: after many retries',
    kind: 'failed',
    message: writeLetter({
      from: 'MAILER-DAEMON@yahoo.com',
      subject: 'Failure Notice',
      body: `Sorry, we were unable to deliver your message to the following address.

<bob@example.com>:
Unable to deliver message after multiple retries, giving up.

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'queue.expired', status: null, replyCode: null }],
  },
];

const others: readonly BounceSample[] = [
  {
    name: 'Outlook.com: fields alone',
    kind: 'failed',
    message: writeReport({
      from: 'postmaster@hotmail.com',
      subject: 'Delivery Status Notification (Failure)',
      prose: `This is an automatically generated Delivery Status Notification.

Delivery to the following recipients failed.

       bob@hotmail.com

`,
      fields:
        'Received-From-MTA: dns;AMSPR01CA0001\nArrival-Date: Mon, 23 Nov 2026 15:54:00 +0000\n\nFinal-Recipient: rfc822;bob@hotmail.com\nAction: failed\nStatus: 5.5.0\nDiagnostic-Code: smtp;550 Requested action not taken: mailbox unavailable (in reply to RCPT TO command)',
    }),
    recipients: [{ address: 'bob@hotmail.com', code: 'recipient.unknown', status: '5.5.0', replyCode: 550 }],
  },
  {
    name: 'Zoho: error codes behind a comma',
    kind: 'failed',
    message: writeLetter({
      from: 'mailer-daemon@mail.zoho.example',
      subject: 'Undelivered Mail Returned to Sender',
      headers: ['X-ZohoMail: 5.1.1', ...utf8],
      body: `This message was created automatically by mail delivery software.
 A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.

bob@example.com Invalid Recipients, ERROR_CODE :550, ERROR_CODE :5.1.1 <bob@example.com>: Recipient address rejected: User unknown

Received:from mail.zoho.example by mx.zoho.example
`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
  {
    name: 'GMX: a report of an error',
    kind: 'failed',
    message: writeLetter({
      from: 'GMX Mailer Daemon <mailer-daemon@gmx.example>',
      subject: 'Mail delivery failed: returning message to sender',
      headers: utf8,
      body: `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of
its recipients. This is a permanent error. The following address(es)
failed:

"bob@example.com":
SMTP error from remote server after RCPT command:
host: mx1.example.com
5.1.1 <bob@example.com>... User Unknown

--- The header of the original message is following. ---

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: null, host: 'mx1.example.com' }],
  },
  {
    name: '1&1 and IONOS: the error message beneath the address',
    kind: 'failed',
    message: writeLetter({
      from: 'mailer-daemon@kundenserver.example',
      subject: 'Mail delivery failed: returning message to sender',
      headers: utf8,
      body: `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of
its recipients. This is a permanent error.

The following address failed:

    bob@example.com:
        SMTP error from remote server for TEXT command, host: mx1.example.com (192.0.2.25) reason: 550 5.7.509 Access denied, sending domain example.org does not pass DMARC verification and has a DMARC policy of reject.

--- The header of the original message is following. ---

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'sender.dmarc-failed', status: '5.7.509', replyCode: 550, host: 'mx1.example.com' }],
  },
  {
    name: 'mail.ru: a mailbox that is full',
    kind: 'failed',
    message: writeLetter({
      from: 'mailer-daemon@corp.mail.example',
      subject: 'Mail failure.',
      headers: ['X-Failed-Recipients: bob@example.com', 'Auto-Submitted: auto-replied', ...utf8],
      body: `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  bob@example.com
    Mail quota exceeded

**************************

Это письмо создано автоматически
сервером, отвечать на него не нужно.

К сожалению, Ваше письмо не может
быть доставлено одному или нескольким получателям:
`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.mailbox-full', status: null, replyCode: null }],
  },
  {
    name: 'QQ: in Chinese',
    kind: 'failed',
    message: writeLetter({
      from: 'postmaster@qq.example',
      subject: '系统退信/The email is returned',
      headers: utf8,
      body: `抱歉，您的邮件被退回来了……

原邮件信息：
时间 2026-11-23 15:54:00
主题 Minutes of Monday
收件人 bob@example.com

退信原因：
host mx1.example.com[192.0.2.25] said: 550 5.1.1 User unknown (in reply to RCPT TO command)

收件人邮件地址（bob@example.com）不存在，邮件无法送达。
`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550, host: 'mx1.example.com' }],
  },
  {
    name: 'a Japanese hosting company, in iso-2022-jp words of its own',
    kind: 'failed',
    message: writeLetter({
      from: 'Mail Administrator <postmaster@example.jp>',
      subject: 'Undelivered Mail Returned to Sender',
      headers: utf8,
      body: `送信したメールは次の宛先に配信できませんでした。

<bob@example.jp>: 宛先のメールアドレスは存在しません。

`,
    }),
    recipients: [{ address: 'bob@example.jp', code: 'recipient.unknown', status: null, replyCode: null }],
  },
  {
    name: 'a French provider',
    kind: 'failed',
    message: writeLetter({
      from: 'postmaster@example.fr',
      subject: 'Échec de la remise de votre message',
      headers: utf8,
      body: `Votre message n'a pas pu être remis au destinataire suivant :

bob@example.fr
    Cette adresse n'existe pas.

`,
    }),
    recipients: [{ address: 'bob@example.fr', code: 'recipient.unknown', status: null, replyCode: null }],
  },
  {
    name: 'Amazon SES: a report with fields',
    kind: 'failed',
    message: writeReport({
      from: 'MAILER-DAEMON@eu-west-1.amazonses.com',
      subject: 'Delivery Status Notification (Failure)',
      prose: `An error occurred while trying to deliver the mail to the following recipients:
bob@example.com
`,
      fields:
        'Action: failed\nFinal-Recipient: rfc822; bob@example.com\nDiagnostic-Code: smtp; 550 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.1 Failed to establish connection>\nStatus: 4.4.7',
      reporter: 'a4-1.smtp-out.eu-west-1.amazonses.com',
    }),
    recipients: [{ address: 'bob@example.com', code: 'host.no-answer', status: '4.4.1', replyCode: 421 }],
  },
  {
    name: 'SendGrid: a letter with fields',
    kind: 'failed',
    message: writeReport({
      from: 'MAILER-DAEMON@sendgrid.example',
      subject: 'Undelivered Mail Returned to Sender',
      prose: `This is an automatically generated message from SendGrid.

I'm sorry to have to tell you that your message was not able to be delivered to one of its intended recipients.

If you require assistance with this, please contact SendGrid support.

bob@example.com => 550 5.2.1 The email account that you tried to reach is disabled.
`,
      fields:
        'Final-Recipient: rfc822; bob@example.com\nAction: failed\nStatus: 5.2.1\nDiagnostic-Code: smtp; 550 5.2.1 The email account that you tried to reach is disabled.',
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.disabled', status: '5.2.1', replyCode: 550 }],
  },
  {
    name: 'Barracuda: a filter that returns what it refuses',
    kind: 'failed',
    message: writeLetter({
      from: 'postmaster@mx1.example.com',
      subject: '**Message you sent blocked by our bulk email filter**',
      body: `Your message to: bob@example.com
was blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:

Subject: Minutes of Monday

An attempt to send the message was rejected as spam.
`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'message.spam', status: null, replyCode: null }],
  },
  {
    name: 'Mimecast: what its gateway was told',
    kind: 'failed',
    message: writeReport({
      from: 'postmaster@mimecast.example',
      subject: '[Postmaster] Email Delivery Failure',
      prose: `This is a delivery failure notification message indicating that
an email you addressed to email address :
-- bob@example.com

could not be delivered. The problem appears to be :
-- Recipient email address is possibly incorrect

Additional information follows :
-- 5.4.1 Recipient address rejected: Access denied.

This condition occurred after 1 attempt(s) to deliver over
a period of 0 hour(s).

If you sent the email to multiple recipients, you will receive one
of these messages for each one which failed delivery.
`,
      fields:
        'Final-Recipient: rfc822; bob@example.com\nAction: failed\nStatus: 5.4.1\nDiagnostic-Code: smtp; 550 5.4.1 Recipient address rejected: Access denied.',
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.4.1', replyCode: 550 }],
  },
  {
    name: 'MailMarshal: could not be delivered to the following',
    kind: 'failed',
    message: writeLetter({
      from: 'MailMarshal <postmaster@example.com>',
      subject: 'Undeliverable Mail: "Minutes of Monday"',
      body: `Your message:
   From:    ann@example.org
   Subject: Minutes of Monday

Could not be delivered because of

550 5.1.1 User unknown

The following recipients were affected:
   bob@example.com

Additional Information
======================
Original Sender:    <ann@example.org>
Sender-MTA:         <198.51.100.7>
`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
  {
    name: 'Mailman: a list for members only',
    kind: 'failed',
    message: writeLetter({
      from: 'list-owner@lists.example.com',
      subject: 'Your message to list was rejected',
      headers: ['Auto-Submitted: auto-generated', 'Precedence: bulk'],
      body: `Your message to the list@lists.example.com mailing-list was rejected for the following
reasons:

The message is not from a list member

The original message as received by Mailman is attached.
`,
    }),
    recipients: [{ address: 'list@lists.example.com', code: 'recipient.restricted', status: null, replyCode: null }],
  },
];

export const providerSamples: readonly BounceSample[] = [...yahoo, ...others];
