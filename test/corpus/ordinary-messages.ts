/**
 * Ordinary mail that looks like a report and is none, made from templates: newsletters, parcels, forwarded bounces,
 * tickets, read receipts, lists that quote replies, notices of administrators, reports about authentication.
 *
 * Each template is filled for each of the people and firms below, so that words, not addresses, decide.
 */

interface Cast {
  readonly person: string;
  readonly firm: string;
  readonly to: string;
  readonly other: string;
  readonly number: number;
}

const casts: readonly Cast[] = Array.from({ length: 10 }, (_, index) => ({
  person: ['Ann', 'Björn', 'Carla', 'Dmitri', 'Emi', 'Farid', 'Grace', 'Hugo', 'Ines', 'Jan'][index] ?? 'Kim',
  firm:
    ['example.com', 'example.net', 'example.org', 'shop.example', 'news.example', 'parcel.example', 'club.example', 'city.example'][
      index % 8
    ] ?? '',
  to: `reader${index}@example.edu`,
  other: `somebody${index}@mx${index}.example.com`,
  number: 4100 + index * 17,
}));

/** A bounce as people see it in their mail program. */
const bounceText = ({ other }: Cast) =>
  [
    'This is the mail system at host mx.example.com.',
    '',
    "I'm sorry to have to inform you that your message could not",
    "be delivered to one or more recipients. It's attached below.",
    '',
    `<${other}>: host mx.example.com[192.0.2.1] said: 550 5.1.1`,
    `    <${other}>: Recipient address rejected: User unknown (in reply to RCPT TO command)`,
  ].join('\n');

const statusText = ({ other }: Cast) =>
  `Reporting-MTA: dns; mx.example.com\n\nFinal-Recipient: rfc822; ${other}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n`;

const wholeBounce = (cast: Cast) =>
  [
    'From: MAILER-DAEMON@mx.example.com (Mail Delivery System)',
    `To: ${cast.to}`,
    'Subject: Undelivered Mail Returned to Sender',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="inner"',
    '',
    '--inner',
    'Content-Type: text/plain',
    '',
    bounceText(cast),
    '--inner',
    'Content-Type: message/delivery-status',
    '',
    statusText(cast),
    '--inner--',
    '',
  ].join('\n');

function quote(text: string): string {
  return text.replace(/^/gm, '> ');
}

interface Template {
  readonly name: string;
  make(cast: Cast): string;
}

function plain(headers: readonly string[], body: string): string {
  const common = ['Date: Mon, 23 Nov 2026 10:00:00 +0000', 'Message-ID: <1@example.com>', 'MIME-Version: 1.0'];
  return [...headers, ...common, 'Content-Type: text/plain; charset=utf-8', '', body, ''].join('\n');
}

function mixed(headers: readonly string[], type: string, parts: readonly (readonly [type: string, body: string])[]): string {
  const bodies = parts.flatMap(([partType, body]) => ['--outer', `Content-Type: ${partType}`, '', body]);
  return [...headers, 'MIME-Version: 1.0', `Content-Type: ${type}; boundary="outer"`, '', ...bodies, '--outer--', ''].join('\n');
}

const templates: readonly Template[] = [
  {
    name: 'a newsletter about deliverability',
    make: (cast) =>
      plain(
        [
          `From: Mail Weekly <news@${cast.firm}>`,
          `To: ${cast.to}`,
          'Subject: Why your mail could not be delivered: bounces explained',
          'List-Unsubscribe: <https://example.com/u>',
        ],
        `Hello ${cast.person},\n\nA hard bounce such as "550 5.1.1 User unknown" means that the address does not exist.\nA soft bounce such as "452 4.2.2 mailbox full" passes.\n\nContact: ${cast.other}`,
      ),
  },
  {
    name: 'a parcel that could not be delivered',
    make: (cast) =>
      plain(
        [
          `From: Parcel Delivery Service <no-reply@${cast.firm}>`,
          `To: ${cast.to}`,
          `Subject: Delivery failed: parcel ${cast.number}`,
          'Auto-Submitted: auto-generated',
        ],
        `Dear ${cast.person},\n\nyour parcel could not be delivered because nobody was at home. Delivery to your address failed.\nWe will try again tomorrow.\n\nQuestions? Write to help@${cast.firm}`,
      ),
  },
  {
    name: 'a bounce forwarded by a person, quoted',
    make: (cast) =>
      plain(
        [`From: ${cast.person} <${cast.other}>`, `To: ${cast.to}`, 'Subject: Fwd: Undelivered Mail Returned to Sender'],
        `Do you know what this means?\n\n---------- Forwarded message ----------\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example.com>\nSubject: Undelivered Mail Returned to Sender\n\n${bounceText(cast)}`,
      ),
  },
  {
    name: 'a bounce forwarded by a person, as an attachment',
    make: (cast) =>
      mixed([`From: ${cast.person} <${cast.other}>`, `To: ${cast.to}`, 'Subject: Undelivered Mail Returned to Sender'], 'multipart/mixed', [
        ['text/plain', 'See below, please help.'],
        ['message/rfc822', wholeBounce(cast)],
      ]),
  },
  {
    name: 'a ticket that quotes a bounce',
    make: (cast) =>
      plain(
        [
          `From: Support <support@${cast.firm}>`,
          `To: ${cast.to}`,
          `Subject: [Ticket #${cast.number}] Mail delivery failed: returning message to sender`,
          'Auto-Submitted: auto-generated',
        ],
        `${cast.person} wrote:\n\n${quote(bounceText(cast))}\n\nWe look into it.`,
      ),
  },
  {
    name: 'a ticket from an address that takes no replies',
    make: (cast) =>
      plain(
        [`From: Help Desk <no-reply@${cast.firm}>`, `To: ${cast.to}`, `Subject: Re: failure notice (#${cast.number})`, 'Precedence: bulk'],
        `Your request was received.\n\n${quote(bounceText(cast))}`,
      ),
  },
  {
    name: 'a read receipt',
    make: (cast) =>
      mixed(
        [`From: ${cast.person} <${cast.other}>`, `To: ${cast.to}`, 'Subject: Read: your message'],
        'multipart/report; report-type=disposition-notification',
        [
          ['text/plain', `Your message to ${cast.other} was displayed. This is no guarantee that it was read.`],
          [
            'message/disposition-notification',
            `Reporting-UA: mail.example.com\nFinal-Recipient: rfc822; ${cast.other}\nOriginal-Message-ID: <2@example.com>\nDisposition: manual-action/MDN-sent-manually; displayed\n`,
          ],
        ],
      ),
  },
  {
    name: 'a list where somebody asks about a reply',
    make: (cast) =>
      plain(
        [
          `From: ${cast.person} <${cast.other}>`,
          'To: postfix-users@example.org',
          `Subject: 550 5.7.1 Relaying denied, message could not be delivered`,
          'List-Id: <postfix-users.example.org>',
          'Precedence: list',
          'Return-Path: <postfix-users-bounces@example.org>',
        ],
        `Hello,\n\nmy server says:\n\n<bob@example.net>: host mx.example.net[192.0.2.9] said: 550 5.7.1 Relaying denied\n\nWhat is wrong?\n\n${cast.person}`,
      ),
  },
  {
    name: 'an answer on that list',
    make: (cast) =>
      plain(
        [
          `From: ${cast.person} <${cast.other}>`,
          'To: postfix-users@example.org',
          'Subject: Re: Delivery Status Notification (Failure)',
          'List-Id: <postfix-users.example.org>',
        ],
        `${quote(bounceText(cast))}\n\nThe account does not exist there.`,
      ),
  },
  {
    name: 'a postmaster who announces maintenance',
    make: (cast) =>
      plain(
        [`From: Postmaster <postmaster@${cast.firm}>`, `To: ${cast.to}`, 'Subject: Maintenance of the mail server on Sunday'],
        `Dear ${cast.person},\n\non Sunday mail may be delayed, and some messages cannot be sent for an hour.\nNothing is lost.\n\nIn case of trouble contact help@${cast.firm}`,
      ),
  },
  {
    name: "a mail server's note to its own postmaster",
    make: (cast) =>
      plain(
        [
          `From: Mail Delivery System <MAILER-DAEMON@${cast.firm}>`,
          `To: Postmaster <postmaster@${cast.firm}>`,
          'Subject: Postfix SMTP server: errors from unknown[192.0.2.8]',
        ],
        `Transcript of session follows.\n\n Out: 220 mx.example.com ESMTP Postfix\n In:  RCPT TO:<${cast.other}>\n Out: 554 5.7.1 <${cast.other}>: Relay access denied\n\nSession aborted, reason: lost connection`,
      ),
  },
  {
    name: 'a summary of a log',
    make: (cast) =>
      plain(
        [`From: root <root@${cast.firm}>`, `To: root@${cast.firm}`, 'Subject: Logwatch for mx (Linux)', 'Auto-Submitted: auto-generated'],
        `message bounce detail\n---------------------\n  smtp (total: 1)\n    1   550 5.1.1 <${cast.other}>: User unknown\n\n  messages could not be delivered: 1`,
      ),
  },
  {
    name: 'a report about DMARC',
    make: (cast) =>
      mixed(
        [
          `From: noreply-dmarc@${cast.firm}`,
          `To: dmarc@example.edu`,
          `Subject: Report domain: example.edu Submitter: ${cast.firm} Report-ID: ${cast.number}`,
        ],
        'multipart/mixed',
        [
          ['text/plain', 'This is a DMARC aggregate report.'],
          ['application/gzip; name=report.xml.gz', 'H4sIAAAA'],
        ],
      ),
  },
  {
    name: 'a report about TLS',
    make: (cast) =>
      mixed(
        [`From: noreply-smtp-tls@${cast.firm}`, 'To: tls@example.edu', 'Subject: Report Domain: example.edu'],
        'multipart/report; report-type=tlsrpt',
        [
          ['text/plain', 'This is an aggregate TLS report. 3 sessions failed.'],
          ['application/tlsrpt+gzip', 'H4sIAAAA'],
        ],
      ),
  },
  {
    name: 'a person who writes that mail came back',
    make: (cast) =>
      plain(
        [`From: ${cast.person} <${cast.other}>`, `To: ${cast.to}`, 'Subject: my mail was returned to sender'],
        `Hi,\n\nI could not send you the photos: the message was too large and could not be delivered.\nDo you have another address?\n\n${cast.person}`,
      ),
  },
  {
    name: 'an order that is on its way, in HTML alone',
    make: (cast) =>
      [
        `From: Shop <orders@${cast.firm}>`,
        `To: ${cast.to}`,
        'Subject: Delivery status of your order',
        'MIME-Version: 1.0',
        'Content-Type: text/html; charset=utf-8',
        '',
        `<html><body><p>Dear ${cast.person},</p><p>delivery of order ${cast.number} is delayed. It will be delivered on Friday.</p></body></html>`,
        '',
      ].join('\n'),
  },
  {
    name: 'a letter about an undeliverable one, copied from Outlook',
    make: (cast) =>
      `From: ${cast.person} Miller\nSent: Monday, November 23, 2026 3:54 PM\nTo: Help Desk\nSubject: RE: Undeliverable: Minutes\n\nHello,\n\nmy message to ${cast.other} could not be delivered. What shall I do?\n\n${cast.person}\n`,
  },
  {
    name: 'a letter of a postmaster, who quotes a reply',
    make: (cast) =>
      plain(
        [`From: Postmaster <postmaster@${cast.firm}>`, `To: ${cast.to}`, 'Subject: Your mail to Bob'],
        `Hello ${cast.person},\n\nthe server of Bob said: 550 5.1.1 <${cast.other}>: User unknown. Please ask him by phone.\n\nYour postmaster`,
      ),
  },
  {
    name: 'a fraud in the name of a mail system',
    make: (cast) =>
      plain(
        [`From: Mail Delivery System <admin@${cast.firm}>`, `To: ${cast.to}`, `Subject: Undelivered messages: ${cast.number} pending`],
        `Dear ${cast.to}, your mailbox is full and ${cast.number} incoming messages could not be delivered. Click here to release them.`,
      ),
  },
  {
    name: 'a fraud without a salutation',
    make: (cast) =>
      plain(
        [`From: Mail Administrator <admin@${cast.firm}>`, `To: ${cast.to}`, 'Subject: Delivery failed: messages are held'],
        `${cast.number} messages to ${cast.to} could not be delivered, as the mailbox is full.\nRelease them: https://login.example/release`,
      ),
  },
  {
    name: 'a digest of a quarantine',
    make: (cast) =>
      plain(
        [`From: mailer-daemon@${cast.firm}`, `To: ${cast.to}`, 'Subject: Quarantine digest'],
        `Held for ${cast.to} since yesterday:\n\n  ${cast.other}\n    Invoice ${cast.number}\n\nRelease: https://quarantine.example/`,
      ),
  },
  {
    name: 'a letter from the null reverse-path, with an address and a street',
    make: (cast) =>
      plain(
        ['Return-Path: <>', `From: ${cast.person} <${cast.person}@${cast.firm}>`, `To: ${cast.to}`, 'Subject: I have moved'],
        `My new address:\n\n${cast.other}\n550 Main Street, Springfield\n\n${cast.person}`,
      ),
  },
  {
    name: 'a fraud in the name of Outlook',
    make: (cast) =>
      plain(
        [`From: Microsoft Outlook <security@${cast.firm}>`, `To: ${cast.to}`, 'Subject: Your mailbox is almost full'],
        `Dear ${cast.to},\n\n${cast.number} incoming messages could not be delivered because your mailbox is full.\nSign in to release them: https://login.example/release`,
      ),
  },
];

export interface OrdinaryMessage {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** All of them: each template for each cast. */
export function makeOrdinaryMessages(): readonly OrdinaryMessage[] {
  return templates.flatMap(({ name, make }) =>
    casts.map((cast) => ({ name: `${name} (${cast.number})`, bytes: new TextEncoder().encode(make(cast)) })),
  );
}
