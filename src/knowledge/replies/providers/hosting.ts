/**
 * GoDaddy, Facebook, Amazon SES and Zoho.
 */
import type { Code } from '../../../model/vocabulary.js';
import { defineProviderEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

function godaddyCode(name: string, code: Code, numbers: readonly string[]): EntrySketch {
  return {
    name,
    code,
    phrases: numbers.map((number) => `ib${number}`),
    examples: numbers
      .slice(0, 2)
      .map((number) => `554 p3plibsmtp01.prod.phx3.secureserver.net ESMTP no, IB${number}. <http://x.co/srbounce>`),
    specificity: specificity.providerCodeAndText,
  };
}

const godaddy = defineProviderEntries(
  {
    provider: 'godaddy',
    source: 'GoDaddy: what does my email bounceback mean',
    link: 'https://www.godaddy.com/help/what-does-my-email-bounceback-mean-3568',
    exampleHost: 'smtp.secureserver.net',
  },
  [
    godaddyCode('rate', 'sender.rate-limited', ['101', '504', '510', '607']),
    godaddyCode('connections', 'sender.too-many-connections', ['007', '605']),
    godaddyCode('reputation', 'sender.reputation-low', ['103']),
    godaddyCode('blocked', 'sender.blocked', ['104', '105', '106', '110', '111', '112', '113']),
    godaddyCode('ptr', 'sender.no-reverse-dns', ['108']),
    godaddyCode('spam', 'message.spam', ['212']),
    godaddyCode('login', 'sender.login-failed', ['401']),
    godaddyCode('malformed', 'message.malformed', ['501', '502']),
    godaddyCode('sender', 'sender.rejected', ['506']),
    godaddyCode('spf', 'sender.spf-failed', ['508']),
    godaddyCode('virus', 'message.virus', ['705']),
  ],
);

function facebookCode(name: string, code: Code, area: string): EntrySketch {
  return {
    name,
    code,
    phrases: [`${area} p~`, `${area} t~`],
    examples: [`554 5.1.1 ${area.toUpperCase()}-P1 http://postmaster.facebook.com/response_codes?ip=192.0.2.1#${area}`],
    specificity: specificity.providerText - 10,
  };
}

const facebook = defineProviderEntries(
  { provider: 'facebook', source: 'Facebook Postmaster: response codes', exampleHost: 'msgin.vvv.facebook.com' },
  [
    facebookCode('recipient', 'recipient.unknown', 'rcp'),
    {
      name: 'recipient-restricted',
      code: 'recipient.restricted',
      phrases: ['rcp (p4|p5|p6)'],
      examples: ['550 5.7.1 RCP-P4 recipient does not take mail from you'],
    },
    { name: 'recipient-full', code: 'recipient.mailbox-full', phrases: ['rcp (p3|t3|t4)'], examples: ['552 5.2.2 RCP-P3 mailbox full'] },
    facebookCode('dns', 'sender.no-reverse-dns', 'dns'),
    facebookCode('message', 'message.malformed', 'msg'),
    { name: 'message-size', code: 'message.too-large', phrases: ['msg p2'], examples: ['552 5.2.3 MSG-P2 message too big'] },
    facebookCode('connections', 'sender.too-many-connections', 'con'),
    facebookCode('policy', 'sender.blocked', 'pol'),
    facebookCode('internal', 'server.error', 'int'),
  ],
);

const ses = defineProviderEntries(
  {
    provider: 'ses',
    source: 'Amazon SES Developer Guide: SMTP response codes',
    link: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-response-codes.html',
    exampleHost: 'inbound-smtp.us-east-1.amazonaws.com',
  },
  [
    {
      name: 'not-verified',
      code: 'sender.account-blocked',
      phrases: ['(email |)address is not verified', 'identities failed the check'],
      examples: [
        '554 Message rejected: Email address is not verified. The following identities failed the check in region AP-NORTHEAST-1: alice@example.net',
      ],
      remedy: ['Verify the sender address or domain in SES, and leave the sandbox.'],
      responsible: 'sender-mail',
    },
    {
      name: 'throttled',
      code: 'sender.quota-exceeded',
      phrases: ['throttling failure', 'maximum sending rate exceeded', 'daily message quota exceeded'],
      examples: ['454 Throttling failure: Maximum sending rate exceeded', '454 Throttling failure: Daily message quota exceeded'],
    },
    {
      name: 'suppressed',
      code: 'sender.suppressed',
      phrases: ['suppression list', 'amazon ses did not send'],
      examples: ['550 5.1.1 Amazon SES did not send the message to this address because it is on the suppression list for your account.'],
      remedy: ['Take the address off the suppression list of the account in the SES console.'],
    },
    {
      name: 'no-mailbox',
      code: 'recipient.unknown',
      phrases: ['requested action not taken mailbox unavailable', 'mailbox does not exist'],
      examples: ['550 5.1.1 Requested action not taken: mailbox unavailable', '550 5.1.1 Mailbox does not exist'],
    },
  ],
);

const zoho = defineProviderEntries({ provider: 'zoho', source: 'observed at Zoho Mail', exampleHost: 'mx.zoho.com' }, [
  {
    name: 'rejected',
    code: 'server.policy',
    enhanced: ['5.4.1'],
    phrases: ['mail rejected by destination domain'],
    examples: ['541 5.4.1 Mail rejected by destination domain'],
  },
  {
    name: 'policy',
    code: 'server.policy',
    enhanced: ['5.7.7'],
    examples: ['554 5.7.7 Email policy violation detected'],
    specificity: specificity.providerCodeAndText,
  },
]);

export const hostingEntries: readonly ReplyEntry[] = [...godaddy, ...facebook, ...ses, ...zoho];
