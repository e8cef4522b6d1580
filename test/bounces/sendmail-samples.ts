/** Bounces as Sendmail writes them. */
import { type BounceSample, returnedMessage, writeLetter, writeReport } from './bounce-sample.js';

export const sendmailSamples: readonly BounceSample[] = [
  {
    name: 'Sendmail: an unknown user, with the conversation',
    kind: 'failed',
    message: writeReport({
      from: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example.org>',
      subject: 'Returned mail: see transcript for details',
      headers: ['Auto-Submitted: auto-generated (failure)'],
      prose: `The original message was received at Mon, 23 Nov 2026 15:54:00 GMT
from desk.example.org [198.51.100.7]

   ----- The following addresses had permanent fatal errors -----
<bob@example.com>
    (reason: 550 5.1.1 <bob@example.com>... User unknown)

   ----- Transcript of session follows -----
... while talking to mx1.example.com.:
>>> DATA
<<< 550 5.1.1 <bob@example.com>... User unknown
550 5.1.1 <bob@example.com>... User unknown
<<< 503 5.0.0 Need RCPT (recipient)
`,
      fields: [
        'Received-From-MTA: DNS; desk.example.org',
        'Arrival-Date: Mon, 23 Nov 2026 15:54:00 GMT',
        '',
        'Final-Recipient: RFC822; bob@example.com',
        'Action: failed',
        'Status: 5.1.1',
        'Remote-MTA: DNS; mx1.example.com',
        'Diagnostic-Code: SMTP; 550 5.1.1 <bob@example.com>... User unknown',
        'Last-Attempt-Date: Mon, 23 Nov 2026 15:54:01 GMT',
      ].join('\n'),
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550, host: 'mx1.example.com' }],
  },
  {
    name: 'Sendmail: a host that nobody knows',
    kind: 'failed',
    message: writeReport({
      subject: 'Returned mail: see transcript for details',
      prose: `   ----- The following addresses had permanent fatal errors -----
<bob@exmaple.invalid>
    (reason: 550 Host unknown)

   ----- Transcript of session follows -----
550 5.1.2 <bob@exmaple.invalid>... Host unknown (Name server: exmaple.invalid: host not found)
`,
      fields: ['Final-Recipient: RFC822; bob@exmaple.invalid', 'Action: failed', 'Status: 5.1.2', 'Remote-MTA: DNS; exmaple.invalid'].join(
        '\n',
      ),
    }),
    recipients: [{ address: 'bob@exmaple.invalid', code: 'domain.not-found', status: '5.1.2', replyCode: 550 }],
  },
  {
    name: 'Sendmail: given up after five days',
    kind: 'failed',
    message: writeReport({
      subject: 'Returned mail: see transcript for details',
      prose: `   ----- The following addresses had permanent fatal errors -----
<bob@example.com>

   ----- Transcript of session follows -----
<bob@example.com>... Deferred: Connection timed out with mx1.example.com.
Message could not be delivered for 5 days
Message will be deleted from queue
`,
      fields: [
        'Final-Recipient: RFC822; bob@example.com',
        'Action: failed',
        'Status: 4.4.7',
        'Remote-MTA: DNS; mx1.example.com',
        'Last-Attempt-Date: Sat, 28 Nov 2026 15:54:01 GMT',
      ].join('\n'),
    }),
    recipients: [{ address: 'bob@example.com', code: 'host.no-answer', status: '4.4.7', replyCode: null, host: 'mx1.example.com' }],
  },
  {
    name: 'Sendmail: a warning after four hours',
    kind: 'delayed',
    message: writeReport({
      subject: 'Warning: could not send message for past 4 hours',
      prose: `    **********************************************
    **      THIS IS A WARNING MESSAGE ONLY      **
    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **
    **********************************************

The original message was received at Mon, 23 Nov 2026 15:54:00 GMT
from desk.example.org [198.51.100.7]

   ----- Transcript of session follows -----
<bob@example.com>... Deferred: Connection refused by mx1.example.com.
Warning: message still undelivered after 4 hours
Will keep trying until message is 5 days old
`,
      fields: [
        'Final-Recipient: RFC822; bob@example.com',
        'Action: delayed',
        'Status: 4.4.1',
        'Remote-MTA: DNS; mx1.example.com',
        'Will-Retry-Until: Sat, 28 Nov 2026 15:54:00 GMT',
      ].join('\n'),
    }),
    recipients: [{ address: 'bob@example.com', code: 'port.refused', status: '4.4.1', replyCode: null }],
  },
  {
    name: 'Sendmail: the local delivery agent names no such user',
    kind: 'failed',
    message: writeReport({
      subject: 'Returned mail: see transcript for details',
      prose: `   ----- The following addresses had permanent fatal errors -----
bob
    (reason: 5.1.1 unknown user)
    (expanded from: <bob@example.org>)

   ----- Transcript of session follows -----
mail.local: unknown name: bob
550 5.1.1 bob... User unknown
`,
      fields: [
        'Final-Recipient: RFC822; bob@example.org',
        'X-Actual-Recipient: RFC822; bob@mx.example.org',
        'Action: failed',
        'Status: 5.1.1',
      ].join('\n'),
    }),
    recipients: [{ address: 'bob@example.org', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
  {
    name: 'Sendmail of version 5: a transcript and no fields',
    kind: 'failed',
    message: writeLetter({
      from: 'Mail Delivery Subsystem <MAILER-DAEMON>',
      subject: 'Returned mail: User unknown',
      body: `   ----- Transcript of session follows -----
While talking to mx1.example.com:
>>> RCPT To:<bob@example.com>
<<< 550 <bob@example.com>... User unknown
550 <bob@example.com>... User unknown

   ----- Unsent message follows -----
${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: null, replyCode: 550, host: 'mx1.example.com' }],
  },
];
