/**
 * Gmail and Google Workspace. Collisions with the registry: 5.7.24, 5.7.27, 5.7.29, 5.7.30, 5.7.32 and 5.7.40 mean
 * something else here; 5.2.1 is also said of a mailbox that receives too much, 5.7.1 of a dozen matters.
 */
import { defineProviderEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';
import { gmailSenderSketches, seeTools } from './gmail-senders.js';

const sketches: readonly EntrySketch[] = [
  {
    name: 'no-such-user',
    code: 'recipient.unknown',
    enhanced: ['5.1.1'],
    phrases: ['account that you tried to reach does not exist'],
    examples: [
      "550-5.1.1 The email account that you tried to reach does not exist. Please try\r\n550-5.1.1 double-checking the recipient's email address for typos or\r\n550 5.1.1 https://support.google.com/mail/?p=NoSuchUser y3si675602plr.1 - gsmtp",
    ],
  },
  {
    name: 'no-such-user-by-code',
    code: 'recipient.unknown',
    enhanced: ['5.1.1'],
    examples: ['550 5.1.1 Refused. - gsmtp'],
  },
  {
    name: 'inactive',
    code: 'recipient.disabled',
    enhanced: ['5.2.1'],
    phrases: ['account that you tried to reach is (disabled|inactive)', 'is (disabled|inactive)'],
    examples: [
      '550-5.2.1 The email account that you tried to reach is disabled. Learn more at\r\n550 5.2.1 https://support.google.com/mail/?p=DisabledUser - gsmtp',
      '550 5.2.1 The email account that you tried to reach is inactive.',
    ],
  },
  {
    name: 'receiving-rate',
    code: 'recipient.mailbox-busy',
    enhanced: ['x.2.1'],
    phrases: ['receiving mail (at a rate|too quickly)', 'is receiving mail'],
    permanence: 'temporary',
    examples: [
      '450 4.2.1 The user you are trying to contact is receiving mail too quickly. Please resend your message at a later time.',
      '550-5.2.1 The user you are trying to contact is receiving mail at a rate that\r\n550 5.2.1 prevents additional messages from being delivered. - gsmtp',
    ],
    remedy: ['Send fewer messages to this one recipient; it passes by itself within a day.'],
  },
  {
    name: 'peak-relay-limit',
    code: 'sender.rate-limited',
    enhanced: ['4.2.1'],
    phrases: ['peak (smtp |)relay (usage |)limit'],
    examples: ['450 4.2.1 Peak SMTP relay limit exceeded for customer.'],
    responsible: 'sender-mail',
  },
  {
    name: 'mailbox-full',
    code: 'recipient.mailbox-full',
    enhanced: ['x.2.2'],
    examples: [
      "452 4.2.2 The recipient's inbox is out of storage space.",
      "552 5.2.2 The recipient's inbox is out of storage space and inactive.",
    ],
  },
  {
    name: 'too-many-recipients',
    code: 'sender.too-many-recipients',
    enhanced: ['x.5.3'],
    examples: ['452 4.5.3 Your message has too many recipients.', '550 5.5.3 Too many recipients for this sender.'],
  },
  {
    name: 'multiple-policies',
    code: 'sender.too-many-recipients',
    enhanced: ['4.5.3'],
    phrases: ['domain policy size per transaction', 'multiple (domain |)policies'],
    examples: ['452 4.5.3 Domain policy size per transaction exceeded, please try this recipient in a separate transaction.'],
    remedy: ['Send to each domain in a transaction of its own.'],
  },
  {
    name: 'login-method',
    code: 'sender.login-failed',
    enhanced: ['5.7.40'],
    replyCodes: [504],
    examples: ['504 5.7.40 Unrecognized authentication type'],
    specificity: specificity.providerCodeAndText,
  },
  {
    name: 'spam',
    code: 'message.spam',
    enhanced: ['5.7.1'],
    phrases: ['(likely |)unsolicited mail', 'is likely (unsolicited|suspicious|spam)', 'to reduce the amount of spam', 'blocked * spam'],
    examples: [
      '550-5.7.1 [192.0.2.1] Gmail has detected that this message is likely unsolicited mail. To reduce the amount of spam sent to Gmail, this message has been blocked. - gsmtp',
    ],
    remedy: [seeTools],
  },
  {
    name: 'workspace-rule',
    code: 'recipient.filtered',
    enhanced: ['5.7.1'],
    phrases: ['gcdp', 'message blocked by * customer', 'content compliance', 'routing (setting|rule)', 'policy rule'],
    examples: ['550 5.7.1 Email blocked by Workspace policy rule gcdp'],
    remedy: ["Ask the recipient's administrator about content and routing rules of their Google Workspace."],
    responsible: 'recipient-mail',
  },
  {
    name: 'several-from',
    code: 'message.malformed',
    enhanced: ['5.7.1'],
    phrases: [
      'multiple addresses in from',
      '(rfc 5322|not rfc 5322 compliant|duplicate headers|message id|encoded words)',
      'messages missing a valid * header',
      'from header is missing',
    ],
    examples: [
      '550-5.7.1 [192.0.2.222      13] Messages with multiple addresses in From:\r\n550 5.7.1 header are not accepted. - gsmtp',
      '550-5.7.1 This message is not RFC 5322 compliant, the issue is: duplicate headers. - gsmtp',
    ],
  },
  {
    name: 'relay-denied',
    code: 'server.relay-denied',
    enhanced: ['5.7.0', '5.7.1'],
    phrases: [
      'relay (denied|suspended|not permitted)',
      'relaying denied',
      'mail relay denied',
      'invalid credentials for relay',
      'credentials for relay',
    ],
    examples: ['550 5.7.0 Mail relay denied [192.0.2.1].', '550-5.7.1 Invalid credentials for relay [192.0.2.1]. - gsmtp'],
    remedy: ['Register the sending address with the SMTP relay service of the Workspace, or log in.'],
    responsible: 'sender-mail',
  },
  {
    name: 'dangerous-content',
    code: 'message.content-rejected',
    enhanced: ['5.7.0'],
    replyCodes: [552],
    examples: ['552-5.7.0 This message was blocked because its content presents a potential\r\n552-5.7.0 security issue. - gsmtp'],
    specificity: specificity.providerCodeAndText,
  },
  {
    name: 'sending-limit',
    code: 'sender.quota-exceeded',
    enhanced: ['5.4.5'],
    examples: ['550 5.4.5 Daily user sending limit exceeded.'],
    remedy: ['Wait a day.'],
  },
  {
    name: 'loop',
    code: 'server.routing-loop',
    enhanced: ['5.4.6'],
    examples: ['554 5.4.6 Message exceeded 50 hops, this may indicate a mail loop.'],
  },
  {
    name: 'hello',
    code: 'hello.rejected',
    enhanced: ['5.5.4'],
    phrases: ['(helo|ehlo) *', 'empty or invalid helo'],
    examples: [
      '501 5.5.4 Empty HELO/EHLO argument not allowed, closing connection.',
      '501 5.5.4 HELO/EHLO argument is invalid, closing connection.',
    ],
  },
  {
    name: 'app-password',
    code: 'sender.login-failed',
    enhanced: ['5.7.9', '5.7.14', '5.7.8'],
    replyCodes: [534, 535],
    examples: ['534 5.7.9 Application-specific password required.', '534 5.7.14 Please log in with your web browser and then try again.'],
    remedy: ['Make an app password in the Google account, or use OAuth.'],
    specificity: specificity.providerCodeAndText,
  },
  {
    name: 'too-many-logins',
    code: 'sender.login-failed',
    enhanced: ['4.7.0'],
    replyCodes: [454],
    examples: ['454 4.7.0 Too many login attempts, please try again later.'],
    specificity: specificity.providerCodeAndText,
  },
  {
    name: 'tls-demanded',
    code: 'tls.required',
    enhanced: ['4.7.0', '5.7.0'],
    phrases: ['(tls required|must issue a starttls|starttls command first|tls is required|connection is not using tls)'],
    examples: ['421 4.7.0 TLS required for RCPT domain, closing connection.', '530 5.7.0 Must issue a STARTTLS command first'],
  },
  {
    name: 'list-only',
    code: 'recipient.restricted',
    enhanced: ['4.7.0'],
    phrases: ['not in allowlist', 'ip not (in|on) (the |)(whitelist|allowlist)', 'domain only accepts'],
    examples: ['421 4.7.0 IP not in whitelist for RCPT domain, closing connection.'],
    responsible: 'recipient-mail',
  },
  {
    name: 'group-spam',
    code: 'message.spam',
    phrases: ['email to group * spam classification', 'rejected due to spam classification'],
    examples: ['550 Your email to group bob@example.com was rejected due to spam classification.'],
  },
  {
    name: 'trouble',
    code: 'server.error',
    enhanced: ['4.3.0', '4.4.5'],
    examples: ['421 4.3.0 Temporary System Problem. Try again later.', '421 4.4.5 Server busy, try again later.'],
  },
];

export const gmailEntries: readonly ReplyEntry[] = defineProviderEntries(
  {
    provider: 'gmail',
    source: 'Google Workspace Admin Help: Gmail SMTP errors and codes',
    link: 'https://support.google.com/a/answer/3726730',
    exampleHost: 'gmail-smtp-in.l.google.com',
  },
  [...sketches, ...gmailSenderSketches],
);
