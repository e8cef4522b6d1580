/** Bounces as OpenSMTPD and DragonFly write them. */
import { type BounceSample, returnedMessage, writeLetter, writeReport } from './bounce-sample.js';

export const opensmtpdSamples: readonly BounceSample[] = [
  {
    name: 'OpenSMTPD: two recipients',
    kind: 'failed',
    message: writeReport({
      from: 'Mailer Daemon <MAILER-DAEMON@mx.example.org>',
      subject: 'Delivery status notification: error',
      prose: `    Hi!

    This is the MAILER-DAEMON, please DO NOT REPLY to this email.

    An error has occurred while attempting to deliver a message for
    the following list of recipients:

bob@example.com: 550 5.7.1 Relaying denied
eve@example.net: No MX found for domain

    Below is a copy of the original message:
`,
      fields: [
        'Final-Recipient: rfc822; bob@example.com',
        'Action: failed',
        'Status: 5.7.1',
        'Diagnostic-Code: smtp; 550 5.7.1 Relaying denied',
        '',
        'Final-Recipient: rfc822; eve@example.net',
        'Action: failed',
        'Status: 5.1.2',
      ].join('\n'),
    }),
    recipients: [
      { address: 'bob@example.com', code: 'server.relay-denied', status: '5.7.1', replyCode: 550 },
      { address: 'eve@example.net', code: 'mx.missing', status: '5.1.2', replyCode: null },
    ],
  },
  {
    name: 'OpenSMTPD: in plain text',
    kind: 'failed',
    message: writeLetter({
      from: 'Mailer Daemon <MAILER-DAEMON@mx.example.org>',
      subject: 'Delivery status notification: error',
      body: `    Hi!

    This is the MAILER-DAEMON, please DO NOT REPLY to this e-mail.

    An error has occurred while attempting to deliver a message for
    the following list of recipients:

bob@example.com: 552 5.2.2 mailbox over quota

    Below is a copy of the original message:

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.mailbox-full', status: '5.2.2', replyCode: 552 }],
  },
  {
    name: 'DragonFly: refused at RCPT',
    kind: 'failed',
    message: writeLetter({
      from: 'MAILER-DAEMON <>',
      subject: 'Mail delivery failed',
      body: `This is the DragonFly Mail Agent v0.13 at mx.example.org.

There was an error delivering your mail to <bob@example.com>.

mx1.example.com [192.0.2.25] did not like our RCPT TO:
553 5.3.0 <bob@example.com>... No such user here

Message headers follow.

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.3.0', replyCode: 553, host: 'mx1.example.com' }],
  },
  {
    name: 'DragonFly: a domain without a host',
    kind: 'failed',
    message: writeLetter({
      from: 'MAILER-DAEMON <>',
      subject: 'Mail delivery failed',
      body: `This is the DragonFly Mail Agent v0.13 at mx.example.org.

There was an error delivering your mail to <bob@example.invalid>.

DNS lookup failure: host example.invalid not found

Original message follows.

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.invalid', code: 'domain.not-found', status: null, replyCode: null }],
  },
];
