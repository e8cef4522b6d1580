/** Bounces as Postfix writes them. */
import { type BounceSample, writeReport } from './bounce-sample.js';

const postfixFront = `This is the mail system at host mx.example.org.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

For further assistance, please send mail to postmaster.

                   The mail system

`;

interface PostfixCase {
  readonly name: string;
  readonly words: string;
  readonly status: string;
  readonly diagnostic?: string;
  readonly host?: string;
  readonly code: BounceSample['recipients'][number]['code'];
  readonly replyCode?: number;
}

const postfixCases: readonly PostfixCase[] = [
  {
    name: 'the other side knows no such user',
    words: `host mx1.example.com[192.0.2.25] said: 550 5.1.1
    <bob@example.com>: Recipient address rejected: User unknown in virtual
    mailbox table (in reply to RCPT TO command)`,
    status: '5.1.1',
    diagnostic: 'smtp; 550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown in virtual mailbox table',
    host: 'mx1.example.com',
    code: 'recipient.unknown',
    replyCode: 550,
  },
  {
    name: 'the domain does not exist',
    words: `Host or domain name not found. Name service error
    for name=example.com type=AAAA: Host not found`,
    status: '5.4.4',
    diagnostic: 'X-Postfix; Host or domain name not found. Name service error for name=example.com type=AAAA: Host not found',
    code: 'domain.not-found',
  },
  {
    name: 'the domain takes no mail',
    words: 'Domain example.com does not accept mail (nullMX)',
    status: '5.1.0',
    diagnostic: 'X-Postfix; Domain example.com does not accept mail (nullMX)',
    code: 'mx.null',
  },
  {
    name: 'nobody answered for five days',
    words: 'connect to mx1.example.com[192.0.2.25]:25: Connection timed out',
    status: '4.4.1',
    diagnostic: 'X-Postfix; connect to mx1.example.com[192.0.2.25]:25: Connection timed out',
    code: 'host.no-answer',
  },
  {
    name: 'the port was refused',
    words: 'connect to mx1.example.com[192.0.2.25]:25: Connection refused',
    status: '4.4.1',
    diagnostic: 'X-Postfix; connect to mx1.example.com[192.0.2.25]:25: Connection refused',
    code: 'port.refused',
  },
  {
    name: 'the conversation broke off',
    words: `lost connection with mx1.example.com[192.0.2.25] while
    receiving the initial server greeting`,
    status: '4.4.2',
    diagnostic: 'X-Postfix; lost connection with mx1.example.com[192.0.2.25] while receiving the initial server greeting',
    code: 'greeting.closed',
  },
  {
    name: 'the conversation stalled',
    words: `conversation with mx1.example.com[192.0.2.25] timed out
    while sending message body`,
    status: '4.4.2',
    diagnostic: 'X-Postfix; conversation with mx1.example.com[192.0.2.25] timed out while sending message body',
    code: 'connection.stalled',
  },
  {
    name: 'the MX leads back',
    words: 'mail for example.com loops back to myself',
    status: '5.4.6',
    diagnostic: 'X-Postfix; mail for example.com loops back to myself',
    code: 'mx.points-here',
  },
  {
    name: 'a local user is unknown',
    words: 'unknown user: "bob"',
    status: '5.1.1',
    diagnostic: 'X-Postfix; unknown user: "bob"',
    code: 'recipient.unknown',
  },
  {
    name: 'a command failed',
    words: 'Command died with status 127: "/usr/local/bin/filter". Command output: sh: 1: filter: not found',
    status: '5.3.0',
    diagnostic: 'x-unix; sh: 1: filter: not found',
    code: 'server.delivery-agent-failed',
  },
  {
    name: 'the message is larger than the other side takes',
    words: `message size 31457280 exceeds size limit 10485760 of
    server mx1.example.com[192.0.2.25]`,
    status: '5.3.4',
    diagnostic: 'X-Postfix; message size 31457280 exceeds size limit 10485760 of server mx1.example.com[192.0.2.25]',
    code: 'message.too-large',
  },
  {
    name: 'the mailbox is over its quota',
    words: 'maildir delivery failed: error writing message: Disk quota exceeded',
    status: '5.2.2',
    diagnostic: 'X-Postfix; maildir delivery failed: error writing message: Disk quota exceeded',
    code: 'recipient.mailbox-full',
  },
  {
    name: 'TLS is demanded and not offered',
    words: 'TLS is required, but was not offered by host mx1.example.com[192.0.2.25]',
    status: '4.7.4',
    diagnostic: 'X-Postfix; TLS is required, but was not offered by host mx1.example.com[192.0.2.25]',
    code: 'tls.not-offered',
  },
  {
    name: 'the certificate is not trusted',
    words: 'Server certificate not trusted',
    status: '4.7.5',
    diagnostic: 'X-Postfix; Server certificate not trusted',
    code: 'tls.certificate-untrusted',
  },
  {
    name: 'the greeting refused to talk',
    words: `host mx1.example.com[192.0.2.25] refused to talk to me:
    554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org`,
    status: '5.7.1',
    diagnostic: 'smtp; 554 5.7.1 Service unavailable; Client host [198.51.100.7] blocked using zen.spamhaus.org',
    host: 'mx1.example.com',
    code: 'sender.blocklisted',
    replyCode: 554,
  },
  {
    name: 'the address has no right form',
    words: 'bad address syntax',
    status: '5.1.3',
    diagnostic: 'X-Postfix; bad address syntax',
    code: 'address.malformed',
  },
];

function writePostfix({ name, words, status, diagnostic, host, code, replyCode = undefined }: PostfixCase): BounceSample {
  return {
    name: `Postfix: ${name}`,
    kind: 'failed',
    message: writeReport({
      subject: 'Undelivered Mail Returned to Sender',
      headers: ['Auto-Submitted: auto-replied'],
      prose: `${postfixFront}<bob@example.com>: ${words}\n`,
      fields: [
        'X-Postfix-Queue-ID: 4Qx1yz1Z',
        'X-Postfix-Sender: rfc822; ann@example.org',
        'Arrival-Date: Mon, 23 Nov 2026 15:54:00 +0000 (UTC)',
        '',
        'Final-Recipient: rfc822; bob@example.com',
        'Original-Recipient: rfc822;bob@example.com',
        'Action: failed',
        `Status: ${status}`,
        ...(host === undefined ? [] : [`Remote-MTA: dns; ${host}`]),
        ...(diagnostic === undefined ? [] : [`Diagnostic-Code: ${diagnostic}`]),
      ].join('\n'),
    }),
    recipients: [{ address: 'bob@example.com', code, status, replyCode: replyCode ?? null, ...(host === undefined ? {} : { host }) }],
  };
}

const postfixOthers: readonly BounceSample[] = [
  {
    name: 'Postfix: two recipients, two causes',
    kind: 'failed',
    message: writeReport({
      subject: 'Undelivered Mail Returned to Sender',
      prose: `${postfixFront}<bob@example.com>: host mx1.example.com[192.0.2.25] said: 552 5.2.2 Over
    quota (in reply to RCPT TO command)

<eve@example.net>: host mx.example.net[192.0.2.26] said: 550 5.7.23 SPF check
    failed (in reply to MAIL FROM command)
`,
      fields: [
        'Final-Recipient: rfc822; bob@example.com',
        'Action: failed',
        'Status: 5.2.2',
        'Remote-MTA: dns; mx1.example.com',
        'Diagnostic-Code: smtp; 552 5.2.2 Over quota',
        '',
        'Final-Recipient: rfc822; eve@example.net',
        'Action: failed',
        'Status: 5.7.23',
        'Remote-MTA: dns; mx.example.net',
        'Diagnostic-Code: smtp; 550 5.7.23 SPF check failed',
      ].join('\n'),
    }),
    recipients: [
      { address: 'bob@example.com', code: 'recipient.mailbox-full', status: '5.2.2', replyCode: 552, host: 'mx1.example.com' },
      { address: 'eve@example.net', code: 'sender.spf-failed', status: '5.7.23', replyCode: 550, host: 'mx.example.net' },
    ],
  },
  {
    name: 'Postfix: a delay',
    kind: 'delayed',
    message: writeReport({
      subject: 'Delayed Mail (still being retried)',
      prose: `This is the mail system at host mx.example.org.

####################################################################
# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #
####################################################################

Your message could not be delivered for more than 4 hour(s).
It will be retried until it is 5 day(s) old.

<bob@example.com>: host mx1.example.com[192.0.2.25] said: 450 4.2.0
    <bob@example.com>: Recipient address rejected: Greylisted (in reply to RCPT
    TO command)
`,
      fields: [
        'Final-Recipient: rfc822; bob@example.com',
        'Action: delayed',
        'Status: 4.2.0',
        'Remote-MTA: dns; mx1.example.com',
        'Diagnostic-Code: smtp; 450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted',
        'Will-Retry-Until: Sat, 28 Nov 2026 15:54:00 +0000 (UTC)',
      ].join('\n'),
    }),
    recipients: [{ address: 'bob@example.com', code: 'sender.greylisted', status: '4.2.0', replyCode: 450 }],
  },
  {
    name: 'Postfix: a delivery that was asked to be confirmed',
    kind: 'delivered',
    message: writeReport({
      subject: 'Successful Mail Delivery Report',
      prose: `This is the mail system at host mx.example.org.

Your message was successfully delivered to the destination(s)
listed below. If the message was delivered to mailbox you will
receive no further notifications. Otherwise you may still receive
notifications of mail delivery errors from other systems.

                   The mail system

<bob@example.org>: delivery via local: delivered to mailbox
`,
      fields: [
        'Final-Recipient: rfc822; bob@example.org',
        'Action: delivered',
        'Status: 2.0.0',
        'Diagnostic-Code: X-Postfix; delivered to mailbox',
      ].join('\n'),
    }),
    recipients: [{ address: 'bob@example.org', code: null, status: '2.0.0', replyCode: null }],
  },
  {
    name: 'Postfix: what another system confirms no further',
    kind: 'relayed',
    message: writeReport({
      subject: 'Successful Mail Delivery Report',
      prose: `This is the mail system at host mx.example.org.

Your message was successfully delivered to the destination(s)
listed below.

<bob@example.com>: delivery via mx1.example.com[192.0.2.25]:25: 250 2.0.0 Ok: queued as 4W55
`,
      fields: [
        'Final-Recipient: rfc822; bob@example.com',
        'Action: relayed',
        'Status: 2.0.0',
        'Remote-MTA: dns; mx1.example.com',
        'Diagnostic-Code: smtp; 250 2.0.0 Ok: queued as 4W55',
      ].join('\n'),
    }),
    recipients: [{ address: 'bob@example.com', code: null, status: '2.0.0', replyCode: 250 }],
  },
];

export const postfixSamples: readonly BounceSample[] = [...postfixCases.map(writePostfix), ...postfixOthers];
