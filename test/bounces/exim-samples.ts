/** Bounces as Exim, qmail, Courier and their relatives write them: prose with a recipient and the words about it. */
import { type BounceSample, returnedMessage, writeLetter, writeReport } from './bounce-sample.js';

const eximFront = `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

`;

interface EximCase {
  readonly name: string;
  readonly words: string;
  readonly code: BounceSample['recipients'][number]['code'];
  readonly status?: string;
  readonly replyCode?: number;
  readonly host?: string;
}

const eximCases: readonly EximCase[] = [
  {
    name: 'refused at RCPT',
    words: `    host mx1.example.com [192.0.2.25]
    SMTP error from remote mail server after RCPT TO:<bob@example.com>:
    550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown`,
    code: 'recipient.unknown',
    status: '5.1.1',
    replyCode: 550,
    host: 'mx1.example.com',
  },
  {
    name: 'refused behind the message, in the older order',
    words: `    SMTP error from remote mail server after end of data:
    host mx1.example.com [192.0.2.25]: 554 5.7.1 Message scored too high on the
    Spam Scale.`,
    code: 'message.spam',
    status: '5.7.1',
    replyCode: 554,
    host: 'mx1.example.com',
  },
  { name: 'no route to the address', words: '    Unrouteable address', code: 'recipient.unknown' },
  { name: 'given up', words: '    retry timeout exceeded', code: 'queue.expired' },
  {
    name: 'given up on hosts that fail for long',
    words: `    all hosts for 'example.com' have been failing for a long time (and retry
    time not reached)`,
    code: 'queue.expired',
  },
  {
    name: 'given up because nobody answered',
    words: `    host mx1.example.com [192.0.2.25]
    retry timeout exceeded: Connection timed out`,
    code: 'host.no-answer',
  },
  {
    name: 'a local mailbox over its quota',
    words: `    mailbox is full (MTA-imposed quota exceeded while writing to file /var/mail/bob)`,
    code: 'recipient.mailbox-full',
  },
  {
    name: 'a pipe that failed',
    words: `    local delivery failed
    Child process of address_pipe transport returned 127 (could mean unable to exec or command does not exist) from command: /usr/bin/vacation`,
    code: 'server.delivery-agent-failed',
  },
  {
    name: 'an MX that leads back',
    words: '    lowest numbered MX record points to local host',
    code: 'mx.points-here',
  },
  {
    name: 'a domain without service',
    words: '    an MX or SRV record indicated no SMTP service',
    code: 'mx.null',
  },
  {
    name: 'MX records that name nothing',
    words: '    all relevant MX records point to non-existent hosts',
    code: 'mx.target-not-found',
  },
  {
    name: 'a domain that is none',
    words: '    Unknown local part bob in <bob@example.com>',
    code: 'recipient.unknown',
  },
  {
    name: 'a limit of the sender’s own hosting',
    words: `    Domain example.org has exceeded the max emails per hour (120/100 (120%)) allowed.  Message discarded.`,
    code: 'sender.quota-exceeded',
  },
  {
    name: 'hosting that found no such account',
    words: '    No Such User Here',
    code: 'recipient.unknown',
  },
  {
    name: 'refused at the greeting',
    words: `    host mx1.example.com [192.0.2.25]
    SMTP error from remote mail server after initial connection:
    554 mx1.example.com your IP 198.51.100.7 is blacklisted`,
    code: 'sender.blocked',
    replyCode: 554,
    host: 'mx1.example.com',
  },
  {
    name: 'TLS that failed',
    words: `    a TLS session is required, but the server did not offer TLS support`,
    code: 'tls.not-offered',
  },
  {
    name: 'too many hops',
    words: `    Too many "Received" headers - suspected mail loop`,
    code: 'server.routing-loop',
  },
  {
    name: 'an address written badly',
    words: `    bob@example.com;: missing or malformed local part (expected word or "<")`,
    code: 'address.malformed',
  },
];

function writeExim({ name, words, code, status = undefined, replyCode = undefined, host = undefined }: EximCase): BounceSample {
  return {
    name: `Exim: ${name}`,
    kind: 'failed',
    message: writeLetter({
      from: 'Mail Delivery System <Mailer-Daemon@mx.example.org>',
      subject: 'Mail delivery failed: returning message to sender',
      headers: ['X-Failed-Recipients: bob@example.com', 'Auto-Submitted: auto-replied'],
      body: `${eximFront}  bob@example.com\n${words}\n\n------ This is a copy of the message, including all the headers. ------\n\n${returnedMessage}`,
    }),
    recipients: [
      { address: 'bob@example.com', code, status: status ?? null, replyCode: replyCode ?? null, ...(host === undefined ? {} : { host }) },
    ],
  };
}

const eximOthers: readonly BounceSample[] = [
  {
    name: 'Exim: with fields, two recipients',
    kind: 'failed',
    message: writeReport({
      from: 'Mail Delivery System <Mailer-Daemon@mx.example.org>',
      subject: 'Mail delivery failed: returning message to sender',
      headers: ['X-Failed-Recipients: bob@example.com, eve@example.net'],
      prose: `${eximFront}  bob@example.com
    host mx1.example.com [192.0.2.25]
    SMTP error from remote mail server after RCPT TO:<bob@example.com>:
    550 relay not permitted
  eve@example.net
    host mx.example.net [192.0.2.26]
    SMTP error from remote mail server after MAIL FROM:<ann@example.org> SIZE=31457280:
    552 message size exceeds maximum permitted
`,
      fields: [
        'Action: failed',
        'Final-Recipient: rfc822;bob@example.com',
        'Status: 5.0.0',
        'Remote-MTA: dns; mx1.example.com',
        'Diagnostic-Code: smtp; 550 relay not permitted',
        '',
        'Action: failed',
        'Final-Recipient: rfc822;eve@example.net',
        'Status: 5.0.0',
        'Remote-MTA: dns; mx.example.net',
        'Diagnostic-Code: smtp; 552 message size exceeds maximum permitted',
      ].join('\n'),
    }),
    recipients: [
      { address: 'bob@example.com', code: 'server.relay-denied', status: '5.0.0', replyCode: 550, host: 'mx1.example.com' },
      { address: 'eve@example.net', code: 'message.too-large', status: '5.0.0', replyCode: 552, host: 'mx.example.net' },
    ],
  },
  {
    name: 'Exim: a warning of a delay',
    kind: 'delayed',
    message: writeLetter({
      from: 'Mail Delivery System <Mailer-Daemon@mx.example.org>',
      subject: 'Warning: message 1vN2aB-0001Cd-Ef delayed 24 hours',
      body: `This message was created automatically by mail delivery software.

A message that you sent has not yet been delivered to one or more of its
recipients after more than 24 hours on the queue on mx.example.org.

The message identifier is:     1vN2aB-0001Cd-Ef
The subject of the message is: Minutes of Monday
The date of the message is:    Mon, 23 Nov 2026 15:54:00 +0000

The address to which the message has not yet been delivered is:

  bob@example.com
    host mx1.example.com [192.0.2.25]
    Delay reason: SMTP error from remote mail server after RCPT TO:<bob@example.com>:
    451 4.7.1 Greylisting in action, please come back later

No action is required on your part. Delivery attempts will continue for
some time, and this warning may be repeated at intervals if the message
remains undelivered.
`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'sender.greylisted', status: '4.7.1', replyCode: 451, host: 'mx1.example.com' }],
  },
  {
    name: 'Exim: a local part that was refused at once',
    kind: 'failed',
    message: writeLetter({
      from: 'Mail Delivery System <Mailer-Daemon@mx.example.org>',
      subject: 'Mail failure - rejected by local scanning code',
      body: `A message that you sent was rejected by the local scanning code that
checks incoming messages on this system. The following error was given:

  This message contains a virus (Eicar-Test-Signature).

------ This is a copy of your message, including all the headers. ------

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'message.virus', status: null, replyCode: null }],
  },
];

const qmailFront = `Hi. This is the qmail-send program at mx.example.org.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

`;

const qmailCases: readonly EximCase[] = [
  { name: 'no mailbox', words: 'Sorry, no mailbox here by that name. (#5.1.1)', code: 'recipient.unknown', status: '5.1.1' },
  {
    name: 'no host',
    words: "Sorry, I couldn't find any host named example.com. (#5.1.2)",
    code: 'domain.not-found',
    status: '5.1.2',
  },
  {
    name: 'given up on a host that never answered',
    words:
      "Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)\nI'm not going to try again; this message has been in the queue too long.",
    code: 'host.no-answer',
    status: '4.4.1',
  },
  {
    name: 'the other side likes no such recipient',
    words:
      '192.0.2.25 does not like recipient.\nRemote host said: 550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown\nGiving up on 192.0.2.25.',
    code: 'recipient.unknown',
    status: '5.1.1',
    replyCode: 550,
  },
  {
    name: 'refused behind the message',
    words:
      '192.0.2.25 failed after I sent the message.\nRemote host said: 554 5.7.1 This message has been blocked because it contains a virus',
    code: 'message.virus',
    status: '5.7.1',
    replyCode: 554,
  },
  {
    name: 'a greeting that failed',
    words: 'Connected to 192.0.2.25 but greeting failed.\nRemote host said: 554 5.7.1 You are not allowed to connect.',
    code: 'sender.blocked',
    status: '5.7.1',
    replyCode: 554,
  },
  {
    name: 'a sender that was refused',
    words:
      'Connected to 192.0.2.25 but sender was rejected.\nRemote host said: 553 5.1.8 Domain of sender address ann@example.org does not exist',
    code: 'sender.domain-not-found',
    status: '5.1.8',
    replyCode: 553,
  },
  { name: 'a full mailbox, by vpopmail', words: 'user is over quota', code: 'recipient.mailbox-full' },
  {
    name: 'a full mailbox, by vdelivermail',
    words: 'The users mailfolder is over the allowed quota (size). (#5.2.2)',
    code: 'recipient.mailbox-full',
    status: '5.2.2',
  },
  {
    name: 'a loop',
    words: 'This message is looping: it already has my Delivered-To line. (#5.4.6)',
    code: 'server.routing-loop',
    status: '5.4.6',
  },
  {
    name: 'an MX that leads back',
    words:
      "Sorry. Although I'm listed as a best-preference MX or A for that host,\nit isn't in my control/locals file, so I don't treat it as local. (#5.4.6)",
    code: 'mx.points-here',
    status: '5.4.6',
  },
  {
    name: 'a disabled account',
    words: 'This account is not active - mailbox disabled. (#5.2.1)',
    code: 'recipient.disabled',
    status: '5.2.1',
  },
  {
    name: 'an old name',
    words: 'CNAME lookup failed temporarily. (#4.4.3)\nI am not going to try again; this message has been in the queue too long.',
    code: 'domain.lookup-failed',
    status: '4.4.3',
  },
];

function writeQmail({ name, words, code, status = undefined, replyCode = undefined }: EximCase): BounceSample {
  return {
    name: `qmail: ${name}`,
    kind: 'failed',
    message: writeLetter({
      subject: 'failure notice',
      body: `${qmailFront}<bob@example.com>:\n${words}\n\n--- Below this line is a copy of the message.\n\n${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code, status: status ?? null, replyCode: replyCode ?? null }],
  };
}

const courier: readonly BounceSample[] = [
  {
    name: 'Courier: an unknown user',
    kind: 'failed',
    message: writeReport({
      from: '"Courier mail server at mx.example.org" <@>',
      subject: 'NOTICE: mail delivery status.',
      prose: `This is a delivery status notification from mx.example.org,
running the Courier mail server, version 0.73.1.

The original message was received on Mon, 23 Nov 2026 15:54:00 +0000
from desk.example.org (desk.example.org [198.51.100.7])

---------------------------------------------------------------------------

                           UNDELIVERABLE MAIL

Your message to the following recipients cannot be delivered:

<bob@example.com>:
    mx1.example.com [192.0.2.25]:
>>> RCPT TO:<bob@example.com>
<<< 550 User unknown.

---------------------------------------------------------------------------
`,
      fields: [
        'Final-Recipient: rfc822; bob@example.com',
        'Action: failed',
        'Status: 5.0.0',
        'Remote-MTA: dns; mx1.example.com [192.0.2.25]',
        'Diagnostic-Code: smtp; 550 User unknown.',
      ].join('\n'),
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.0.0', replyCode: 550, host: 'mx1.example.com' }],
  },
  {
    name: 'Courier: a lookup that failed',
    kind: 'failed',
    message: writeReport({
      from: '"Courier mail server at mx.example.org" <@>',
      subject: 'NOTICE: mail delivery status.',
      prose: `This is a delivery status notification from mx.example.org,
running the Courier mail server, version 0.73.1.

                           UNDELIVERABLE MAIL

Your message to the following recipients cannot be delivered:

<bob@example.invalid>:
    DNS lookup failure: example.invalid. Try again later.
`,
      fields: [
        'Final-Recipient: rfc822; bob@example.invalid',
        'Action: failed',
        'Status: 4.0.0',
        'Diagnostic-Code: unknown; DNS lookup failure: example.invalid. Try again later.',
      ].join('\n'),
    }),
    recipients: [{ address: 'bob@example.invalid', code: 'domain.lookup-failed', status: '4.0.0', replyCode: null }],
  },
];

export const eximSamples: readonly BounceSample[] = [...eximCases.map(writeExim), ...eximOthers, ...qmailCases.map(writeQmail), ...courier];
