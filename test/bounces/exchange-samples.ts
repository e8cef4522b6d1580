/** Bounces as Exchange (on premises and online) writes them, and as Outlook shows them. */
import { type BounceSample, returnedMessage, writeLetter, writeReport } from './bounce-sample.js';

/** A report whose prose is HTML alone, as Exchange Online sends it. */
function writeHtmlReport({ subject, html, fields }: { readonly subject: string; readonly html: string; readonly fields: string }): string {
  return [
    'From: <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org>',
    'To: <ann@example.org>',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_parts"',
    'Return-Path: <>',
    '',
    '--=_parts',
    'Content-Type: multipart/alternative; differences=Content-Type; boundary="=_inner"',
    '',
    '--=_inner',
    'Content-Type: text/html; charset="utf-8"',
    '',
    html,
    '--=_inner--',
    '--=_parts',
    'Content-Type: message/delivery-status',
    '',
    fields,
    '',
    '--=_parts',
    'Content-Type: message/rfc822',
    '',
    returnedMessage,
    '--=_parts--',
    '',
  ].join('\n');
}

/** What Outlook shows of a report, and what people copy from it: the head in the reader's language, no addresses in it. */
const pastedReport = `Delivery has failed to these recipients or groups:

bob@example.com (bob@example.com)
Your message couldn't be delivered. Despite repeated attempts to contact the recipient's email system it didn't respond.

Diagnostic information for administrators:

Generating server: AM0PR01MB1234.eurprd01.prod.outlook.com
Receiving server: mx1.example.com (192.0.2.25)

bob@example.com
11/24/2026 10:00:05 AM - Server at AM0PR01MB1234.eurprd01.prod.outlook.com returned '550 5.4.300 Message expired'
11/24/2026 9:50:05 AM - Server at mx1.example.com (192.0.2.25) returned '450 4.4.316 Connection refused [Message=Socket error code 10061]'
`;

const pastedHeads: readonly (readonly [language: string, head: string])[] = [
  [
    'English',
    'From: Microsoft Outlook\nSent: Monday, November 23, 2026 3:54 PM\nTo: Ann Miller\nSubject: Undeliverable: Minutes of Monday',
  ],
  ['German', 'Von: Microsoft Outlook\nGesendet: Montag, 23. November 2026 15:54\nAn: Ann Miller\nBetreff: Unzustellbar: Protokoll'],
  ['French', 'De : Microsoft Outlook\nDate : lundi 23 novembre 2026 15:54\nÀ : Ann Miller\nObjet : Non remis : Minutes'],
  ['French, without blanks', 'De: Microsoft Outlook\nDate: lundi 23 novembre 2026 15:54\nÀ: Ann Miller\nObjet: Non remis : Minutes'],
];

const pasted: readonly BounceSample[] = pastedHeads.map(([language, head]) => ({
  name: `Exchange: copied from Outlook in ${language}, with two attempts by two servers`,
  kind: 'failed',
  message: `${head}\n\n${pastedReport}`,
  recipients: [
    { address: 'bob@example.com', code: 'port.refused', status: '5.4.300', replyCode: 550, reply: '550 5.4.300 Message expired' },
  ],
}));

/** Exchange on premises, where its mailbox writes in HTML alone and no field tells what it is. */
const htmlAlone: readonly BounceSample[] = [
  [
    'German',
    'Unzustellbar: Protokoll',
    'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:',
    'Diagnoseinformationen für Administratoren:',
  ],
  ['English', 'Undeliverable: Minutes', 'Delivery has failed to these recipients or groups:', 'Diagnostic information for administrators:'],
].map(([language, subject = '', failed, diagnosis]) => ({
  name: `Exchange: from its own mailbox, HTML alone, in ${language}`,
  kind: 'failed',
  message: [
    'From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org>',
    'To: ann@example.org',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset="utf-8"',
    '',
    `<html><body><p><b>${failed}</b></p><p><a href="mailto:bob@example.com">bob@example.com</a></p><p><b>${diagnosis}</b></p>`,
    "<p>bob@example.com<br>\nmx1.example.com<br>\nRemote Server returned '550 5.1.1 &lt;bob@example.com&gt;: User unknown'</p>",
    '</body></html>',
  ].join('\n'),
  recipients: [
    {
      address: 'bob@example.com',
      code: 'recipient.unknown',
      status: '5.1.1',
      replyCode: 550,
      reply: '550 5.1.1 <bob@example.com>: User unknown',
    },
  ],
}));

export const exchangeSamples: readonly BounceSample[] = [
  ...pasted,
  ...htmlAlone,
  {
    name: 'Exchange Online: an unknown recipient, in HTML',
    kind: 'failed',
    message: writeHtmlReport({
      subject: 'Undeliverable: Minutes of Monday',
      html: `<html><head><style>p{}</style></head><body><p>Your message to <b>bob@example.com</b> couldn't be delivered.</p>
<p>bob wasn't found at example.com.</p>
<p>Original Message Details</p><table><tr><td>Created Date:</td><td>11/23/2026 3:54:00 PM</td></tr></table>
<p>Error Details</p><table><tr><td>Reported error:</td><td><i>550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient bob@example.com not found by SMTP address lookup</i></td></tr>
<tr><td>DSN generated by:</td><td>DB9PR01MB1234.eurprd01.prod.exchangelabs.com</td></tr></table></body></html>`,
      fields: `Reporting-MTA: dns;DB9PR01MB1234.eurprd01.prod.exchangelabs.com
Received-From-MTA: dns;desk.example.org

Final-Recipient: rfc822;bob@example.com
Action: failed
Status: 5.1.10
Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient bob@example.com not found by SMTP address lookup`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.10', replyCode: 550 }],
  },
  {
    name: 'Exchange Online: a group that takes insiders only',
    kind: 'failed',
    message: writeHtmlReport({
      subject: 'Undeliverable: Minutes of Monday',
      html: `<html><body><p>Your message to staff@example.com couldn't be delivered.</p><p>The group staff only accepts messages from people in its organization or on its allowed senders list, and your email address isn't on the list.</p></body></html>`,
      fields: `Reporting-MTA: dns;DB9PR01MB1234.eurprd01.prod.exchangelabs.com

Final-Recipient: rfc822;staff@example.com
Action: failed
Status: 5.7.133
Diagnostic-Code: smtp;550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group`,
    }),
    recipients: [{ address: 'staff@example.com', code: 'recipient.restricted', status: '5.7.133', replyCode: 550 }],
  },
  {
    name: 'Exchange Online: expired on the way',
    kind: 'failed',
    message: writeHtmlReport({
      subject: 'Undeliverable: Minutes of Monday',
      html: `<html><body><p>Delivery has failed to these recipients or groups:</p><p>bob@example.com</p><p>Several attempts to deliver your message were unsuccessful and we stopped trying.</p></body></html>`,
      fields: `Reporting-MTA: dns;DB9PR01MB1234.eurprd01.prod.exchangelabs.com

Final-Recipient: rfc822;bob@example.com
Action: failed
Status: 5.4.316
Diagnostic-Code: smtp;550 5.4.316 Message expired, connection refused(Socket error code 10061)`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'port.refused', status: '5.4.316', replyCode: 550 }],
  },
  {
    name: 'Exchange Server 2013: refused by the other side',
    kind: 'failed',
    message: writeReport({
      from: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org>',
      subject: 'Undeliverable: Minutes of Monday',
      prose: `mx1.example.com rejected your message to the following email addresses:

bob@example.com (bob@example.com)

Your message wasn't delivered because the recipient's email provider rejected it.

mx1.example.com gave this error:
Message rejected due to SPF policy

Diagnostic information for administrators:

Generating server: ex01.example.org

bob@example.com
mx1.example.com
Remote Server returned '550 5.7.23 Message rejected due to SPF policy'

Original message headers:
`,
      fields: `Final-Recipient: rfc822;bob@example.com
Action: failed
Status: 5.7.23
Diagnostic-Code: smtp;550 5.7.23 Message rejected due to SPF policy
Remote-MTA: dns;mx1.example.com`,
      reporter: 'ex01.example.org',
    }),
    recipients: [{ address: 'bob@example.com', code: 'sender.spf-failed', status: '5.7.23', replyCode: 550, host: 'mx1.example.com' }],
  },
  {
    name: 'Exchange Server 2007: the form with number signs, no part for fields',
    kind: 'failed',
    message: writeLetter({
      from: 'postmaster@example.org',
      subject: 'Undeliverable: Minutes of Monday',
      body: `Delivery has failed to these recipients or distribution lists:

bob@example.com
The recipient's e-mail address was not found in the recipient's e-mail system. Microsoft Exchange will not try to redeliver this message for you. Please check the e-mail address and try resending this message, or provide the following diagnostic text to your system administrator.

Sent by Microsoft Exchange Server 2007

Diagnostic information for administrators:

Generating server: example.com

bob@example.com
#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##

Original message headers:

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
  {
    name: 'Exchange Server 2007, in German',
    kind: 'failed',
    message: writeLetter({
      from: 'postmaster@example.org',
      subject: 'Unzustellbar: Protokoll vom Montag',
      headers: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'],
      body: `Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Verteilerlisten:

bob@example.com
Das Postfach des Empfängers ist voll. Microsoft Exchange unternimmt keine weiteren Versuche, diese Nachricht zuzustellen.

Diagnoseinformationen für Administratoren:

Generierender Server: example.com

bob@example.com
#550 5.2.2 STOREDRV.Deliver: mailbox full. The following information should help identify the cause of this error: "MapiExceptionShutoffQuotaExceeded:16.18969:60000000". ##
`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.mailbox-full', status: '5.2.2', replyCode: 550 }],
  },
  {
    name: 'Exchange Server 2003: did not reach, with its own number',
    kind: 'failed',
    message: writeReport({
      from: 'postmaster@example.org',
      subject: 'Delivery Status Notification (Failure)',
      prose: `Your message did not reach some or all of the intended recipients.

      Subject:  Minutes of Monday
      Sent:     11/23/2026 3:54 PM

The following recipient(s) could not be reached:

      bob@example.com on 11/23/2026 3:54 PM
            The e-mail account does not exist at the organization this message was sent to.  Check the e-mail address, or contact the recipient directly to find out the correct address.
            <ex01.example.org #5.1.1 smtp;550 5.1.1 <bob@example.com>... User unknown>
`,
      fields: `Final-Recipient: rfc822;bob@example.com
Action: failed
Status: 5.1.1
X-Display-Name: bob@example.com`,
      reporter: 'ex01.example.org',
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
  {
    name: 'Exchange Server 5.5: in plain text',
    kind: 'failed',
    message: writeLetter({
      from: 'System Administrator <postmaster@example.com>',
      subject: 'Undeliverable: Minutes of Monday',
      body: `Your message

  To:      bob@example.com
  Subject: Minutes of Monday
  Sent:    Mon, 23 Nov 2026 15:54:00 -0000

did not reach the following recipient(s):

bob@example.com on Mon, 23 Nov 2026 15:55:00 -0000
    The recipient name is not recognized
    The MTS-ID of the original message is: c=us;a= ;p=example;l=EX0111231554X
    MSEXCH:IMS:EXAMPLE:SITE:EX01 0 (000C05A6) Unknown Recipient
`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: null, replyCode: null }],
  },
  {
    name: 'Exchange: a delay',
    kind: 'delayed',
    message: writeReport({
      from: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org>',
      subject: 'Delivery delayed: Minutes of Monday',
      prose: `Delivery is delayed to these recipients or groups:

bob@example.com (bob@example.com)

This message hasn't been delivered yet. Delivery will continue to be attempted.

The server will keep trying to deliver this message for the next 1 days, 19 hours and 54 minutes. You'll be notified if the message can't be delivered by that time.
`,
      fields: `Final-Recipient: rfc822;bob@example.com
Action: delayed
Status: 4.4.7
Diagnostic-Code: smtp;400 4.4.7 Message delayed
Will-Retry-Until: Wed, 25 Nov 2026 15:54:00 +0000`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'reply.undisclosed', status: '4.4.7', replyCode: 400 }],
  },
];
