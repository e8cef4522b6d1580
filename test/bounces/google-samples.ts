/** Bounces as Google writes them: Gmail, Workspace, Groups. */
import { type BounceSample, returnedMessage, writeLetter, writeReport } from './bounce-sample.js';

const utf8 = ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit'];

export const googleSamples: readonly BounceSample[] = [
  {
    name: 'Gmail: address not found',
    kind: 'failed',
    message: writeReport({
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Failure)',
      headers: ['X-Failed-Recipients: bob@example.com', 'Auto-Submitted: auto-replied'],
      prose: `
** Address not found **

Your message wasn't delivered to bob@example.com because the address couldn't be found, or is unable to receive mail.

Learn more here: https://support.google.com/mail/?p=NoSuchUser

The response from the remote server was:
550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces. Learn more at https://support.google.com/mail/?p=NoSuchUser a1sor1234567wrb.12 - gsmtp
`,
      fields:
        "Final-Recipient: rfc822; bob@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try\n 550-5.1.1 double-checking the recipient's email address for typos or\n 550-5.1.1 unnecessary spaces. Learn more at\n 550 5.1.1  https://support.google.com/mail/?p=NoSuchUser a1sor1234567wrb.12 - gsmtp\nLast-Attempt-Date: Mon, 23 Nov 2026 07:54:00 -0800 (PST)",
      reporter: 'googlemail.com',
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: '5.1.1', replyCode: 550 }],
  },
  {
    name: 'Gmail: a domain that does not exist',
    kind: 'failed',
    message: writeReport({
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Failure)',
      headers: ['X-Failed-Recipients: bob@example.invalid'],
      prose: `
** Address not found **

Your message wasn't delivered to bob@example.invalid because the domain example.invalid couldn't be found. Check for typos or unnecessary spaces and try again.

The response was:

DNS Error: DNS type 'mx' lookup of example.invalid responded with code NXDOMAIN Domain name not found: example.invalid
`,
      fields:
        "Final-Recipient: rfc822; bob@example.invalid\nAction: failed\nStatus: 5.1.2\nDiagnostic-Code: smtp; DNS Error: DNS type 'mx' lookup of example.invalid responded with code NXDOMAIN\n Domain name not found: example.invalid",
      reporter: 'googlemail.com',
    }),
    recipients: [{ address: 'bob@example.invalid', code: 'domain.not-found', status: '5.1.2', replyCode: null }],
  },
  {
    name: 'Gmail: delivery incomplete, it keeps trying',
    kind: 'delayed',
    message: writeReport({
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Delay)',
      prose: `
** Delivery incomplete **

There was a temporary problem delivering your message to bob@example.com. Gmail will retry for 46 more hours. You'll be notified if the delivery fails permanently.

The response was:

The recipient server did not accept our requests to connect. Learn more at https://support.google.com/mail/answer/7720
[mx1.example.com 192.0.2.25: timed out]
`,
      fields:
        'Final-Recipient: rfc822; bob@example.com\nAction: delayed\nStatus: 4.4.1\nDiagnostic-Code: smtp; The recipient server did not accept our requests to connect. Learn more at https://support.google.com/mail/answer/7720\n [mx1.example.com 192.0.2.25: timed out]\nWill-Retry-Until: Wed, 25 Nov 2026 07:54:00 -0800 (PST)',
      reporter: 'googlemail.com',
    }),
    recipients: [{ address: 'bob@example.com', code: 'host.no-answer', status: '4.4.1', replyCode: null }],
  },
  {
    name: 'Gmail in its older form: technical details of permanent failure',
    kind: 'failed',
    message: writeLetter({
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Failure)',
      headers: ['X-Failed-Recipients: bob@example.com'],
      body: `Delivery to the following recipient failed permanently:

     bob@example.com

Technical details of permanent failure:
Google tried to deliver your message, but it was rejected by the server for the recipient domain example.com by mx1.example.com. [192.0.2.25].

The error that the other server returned was:
554 5.7.1 <bob@example.com>: Relay access denied

----- Original message -----

${returnedMessage}`,
    }),
    recipients: [{ address: 'bob@example.com', code: 'server.relay-denied', status: '5.7.1', replyCode: 554, host: 'mx1.example.com' }],
  },
  {
    name: 'Google Groups: not permitted to post',
    kind: 'failed',
    message: writeLetter({
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Failure)',
      headers: ['X-Failed-Recipients: club@googlegroups.com', ...utf8],
      body: `Hello ann@example.org,

We're writing to let you know that the group you tried to contact (club) may not exist, or you may not have permission to post messages to the group. A few more details on why you weren't able to post:

 * You might have spelled or formatted the group name incorrectly.
 * The owner of the group may have removed this group.

If you have questions related to this or any other Google Group, visit the Help Center at https://support.google.com/groups/.

Thanks,

Google Groups

----- Original message -----

${returnedMessage}`,
    }),
    recipients: [{ address: 'club@googlegroups.com', code: 'recipient.restricted', status: null, replyCode: null }],
  },
];
