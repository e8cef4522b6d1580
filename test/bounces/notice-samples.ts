/** Notices in JSON of sending services, after the documentation of each. */
import type { BounceSample } from './bounce-sample.js';

const unknown = { code: 'recipient.unknown', status: '5.1.1', replyCode: 550 } as const;

const sesBounce = {
  notificationType: 'Bounce',
  bounce: {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: [
      { emailAddress: 'bob@example.com', action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
    ],
    reportingMTA: 'dsn; a4-1.smtp-out.eu-west-1.amazonses.com',
  },
  mail: { source: 'ann@example.org', destination: ['bob@example.com'] },
};

export const noticeSamples: readonly BounceSample[] = [
  {
    name: 'Amazon SES: a bounce within SNS',
    kind: 'failed',
    message: JSON.stringify({ Type: 'Notification', TopicArn: 'arn:aws:sns:eu-west-1:1:ses', Message: JSON.stringify(sesBounce) }),
    recipients: [{ address: 'bob@example.com', ...unknown }],
  },
  {
    name: 'Amazon SES: a bounce by EventBridge, pretty-printed',
    kind: 'failed',
    message: JSON.stringify(
      { source: 'aws.ses', 'detail-type': 'Email Bounced', detail: { ...sesBounce, notificationType: undefined, eventType: 'Bounce' } },
      null,
      2,
    ),
    recipients: [{ address: 'bob@example.com', ...unknown }],
  },
  {
    name: 'Amazon SES: an address on the suppression list',
    kind: 'failed',
    message: JSON.stringify({
      notificationType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'OnAccountSuppressionList',
        bouncedRecipients: [{ emailAddress: 'bob@example.com' }],
      },
    }),
    recipients: [{ address: 'bob@example.com', code: 'sender.suppressed', status: null, replyCode: null, reply: null }],
  },
  {
    name: 'Amazon SES: an address that it has put on its list, with a status that speaks of the mailbox',
    kind: 'failed',
    message: JSON.stringify({
      notificationType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'Suppressed',
        bouncedRecipients: [
          { emailAddress: 'bob@example.com', status: '5.1.1', diagnosticCode: 'Amazon SES did not try: recent bounces of this address.' },
        ],
      },
    }),
    recipients: [
      {
        address: 'bob@example.com',
        code: 'sender.suppressed',
        status: '5.1.1',
        replyCode: null,
        reply: 'Amazon SES did not try: recent bounces of this address.',
        contradicts: false,
        waiting: 'does not help: this service sends nothing to the address while it is on its list',
      },
    ],
  },
  {
    name: 'Amazon SES: a delay',
    kind: 'delayed',
    message: JSON.stringify({
      eventType: 'DeliveryDelay',
      deliveryDelay: {
        delayType: 'TransientCommunicationFailure',
        delayedRecipients: [
          { emailAddress: 'bob@example.com', status: '4.4.1', diagnosticCode: 'smtp; 421 4.4.1 Unable to connect to remote host' },
        ],
      },
    }),
    recipients: [{ address: 'bob@example.com', code: 'host.no-answer', status: '4.4.1', replyCode: 421 }],
  },
  {
    name: 'Amazon SES: a complaint',
    kind: 'complaint',
    message: JSON.stringify({ notificationType: 'Complaint', complaint: { complainedRecipients: [{ emailAddress: 'bob@example.com' }] } }),
    recipients: [{ address: 'bob@example.com', code: null, status: null, replyCode: null }],
  },
  {
    name: 'SendGrid: a list of events',
    kind: 'failed',
    message: JSON.stringify([
      {
        email: 'bob@example.com',
        event: 'bounce',
        type: 'bounce',
        status: '5.1.1',
        reason: '550 5.1.1 User unknown',
        sg_event_id: 'a',
        'smtp-id': '<1@example.org>',
      },
      { email: 'eve@example.net', event: 'dropped', reason: 'Bounced Address', status: '5.0.0', sg_event_id: 'b' },
      { email: 'kim@example.net', event: 'deferred', response: '450 4.2.0 Greylisted, try again later', sg_event_id: 'c' },
      { email: 'pat@example.net', event: 'open', sg_event_id: 'd' },
      { email: 'lee@example.net', event: 'spamreport', sg_event_id: 'e' },
    ]),
    recipients: [
      { address: 'bob@example.com', ...unknown },
      { address: 'eve@example.net', code: 'sender.suppressed', status: '5.0.0', replyCode: null },
      { address: 'kim@example.net', code: 'sender.greylisted', status: '4.2.0', replyCode: 450 },
      { address: 'lee@example.net', code: null, status: null, replyCode: null },
    ],
  },
  {
    name: 'Mailgun: refused for good',
    kind: 'failed',
    message: JSON.stringify({
      signature: { timestamp: '1', token: 't', signature: 's' },
      'event-data': {
        event: 'failed',
        severity: 'permanent',
        reason: 'bounce',
        recipient: 'bob@example.com',
        'delivery-status': {
          code: 550,
          'enhanced-code': '5.2.1',
          'mx-host': 'mx1.example.com',
          message: '5.2.1 The email account that you tried to reach is disabled.',
          description: '',
        },
      },
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.disabled', status: '5.2.1', replyCode: 550, host: 'mx1.example.com' }],
  },
  {
    name: 'Mailgun: not tried, for an earlier bounce',
    kind: 'failed',
    message: JSON.stringify({
      'event-data': {
        event: 'failed',
        severity: 'permanent',
        reason: 'suppress-bounce',
        recipient: 'bob@example.com',
        'delivery-status': { code: 605, message: '', description: 'Not delivering to previously bounced address' },
      },
    }),
    recipients: [
      {
        address: 'bob@example.com',
        code: 'sender.suppressed',
        status: null,
        replyCode: null,
        reply: 'Not delivering to previously bounced address',
      },
    ],
  },
  {
    name: 'Mailgun: put off',
    kind: 'delayed',
    message: JSON.stringify({
      'event-data': {
        event: 'failed',
        severity: 'temporary',
        reason: 'generic',
        recipient: 'bob@example.com',
        'delivery-status': { code: 452, message: '4.2.2 Mailbox full', 'mx-host': 'mx1.example.com' },
      },
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.mailbox-full', status: '4.2.2', replyCode: 452 }],
  },
  {
    name: 'Postmark: a hard bounce',
    kind: 'failed',
    message: JSON.stringify({
      RecordType: 'Bounce',
      Type: 'HardBounce',
      TypeCode: 1,
      Name: 'Hard bounce',
      Email: 'bob@example.com',
      Description: 'The server was unable to deliver your message (ex: unknown user, mailbox not found).',
      Details: 'smtp;550 5.1.1 The email account that you tried to reach does not exist.',
    }),
    recipients: [{ address: 'bob@example.com', ...unknown }],
  },
  {
    name: 'Postmark: an automatic answer',
    kind: 'auto-reply',
    message: JSON.stringify({
      RecordType: 'Bounce',
      Type: 'AutoResponder',
      Email: 'bob@example.com',
      Description: 'Automatic email responder',
    }),
    recipients: [{ address: 'bob@example.com', code: null, status: null, replyCode: null }],
  },
  {
    name: 'SparkPost: a bounce',
    kind: 'failed',
    message: JSON.stringify([
      {
        msys: {
          message_event: {
            type: 'bounce',
            rcpt_to: 'bob@example.com',
            raw_reason: '554 5.7.1 <bob@example.com>: Relay access denied',
            error_code: '554',
            bounce_class: '54',
          },
        },
      },
    ]),
    recipients: [{ address: 'bob@example.com', code: 'server.relay-denied', status: '5.7.1', replyCode: 554 }],
  },
  {
    name: 'Mandrill: a hard bounce',
    kind: 'failed',
    message: JSON.stringify([
      {
        event: 'hard_bounce',
        msg: {
          email: 'bob@example.com',
          bounce_description: 'bad_mailbox',
          diag: 'smtp;550 5.1.1 The email account that you tried to reach does not exist.',
        },
      },
    ]),
    recipients: [{ address: 'bob@example.com', ...unknown }],
  },
  {
    name: 'Brevo: a soft bounce',
    kind: 'failed',
    message: JSON.stringify({
      event: 'soft_bounce',
      email: 'bob@example.com',
      'message-id': '<1@example.org>',
      ts_event: 1,
      reason: '552 5.2.2 mailbox over quota',
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.mailbox-full', status: '5.2.2', replyCode: 552 }],
  },
  {
    name: 'Mailjet: a bounce in its own words',
    kind: 'failed',
    message: JSON.stringify({
      event: 'bounce',
      email: 'bob@example.com',
      hard_bounce: true,
      error_related_to: 'recipient',
      error: 'user unknown',
      comment: 'Host or domain name not found',
    }),
    recipients: [{ address: 'bob@example.com', code: 'recipient.unknown', status: null, replyCode: null }],
  },
  {
    name: 'JSON that is no notice',
    kind: 'not-a-report',
    message: JSON.stringify({ event: 'login', email: 'bob@example.com' }),
    recipients: [],
  },
];
