/**
 * Outlook.com, Hotmail, Live, MSN: the consumer service, with marks of its own and 5.5.0 for an unknown mailbox.
 */
import { defineProviderEntries, type ReplyEntry, specificity } from '../reply-entry.js';

const snds = 'Look at the address in SNDS and join the Junk Mail Reporting Program.';

export const outlookEntries: readonly ReplyEntry[] = defineProviderEntries(
  {
    provider: 'outlook',
    source: 'Outlook.com Postmaster: SMTP error codes',
    link: 'https://postmaster.live.com/pm/troubleshooting.aspx',
    exampleHost: 'outlook-com.olc.protection.outlook.com',
  },
  [
    {
      name: 'mailbox-unavailable',
      code: 'recipient.unknown',
      enhanced: ['5.5.0'],
      phrases: ['mailbox unavailable'],
      examples: ['550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).'],
    },
    {
      name: 'mailbox-unavailable-bare',
      code: 'recipient.unknown',
      phrases: ['requested action not taken mailbox unavailable'],
      examples: ['550 Requested action not taken: mailbox unavailable (-0000000022:2222:-0000000022)'],
    },
    {
      name: 'rate',
      code: 'sender.rate-limited',
      phrases: ['rp (001|002)'],
      examples: [
        "421 RP-001 (BAY004-MC1F1) Unfortunately, some messages from 192.0.2.1 weren't sent. Please try again. We have limits for how many messages can be sent per hour and per day.",
        "421 RP-002 (BAY004-MC1F1) Unfortunately, some messages on this connection weren't sent.",
      ],
      remedy: [snds],
    },
    {
      name: 'connections',
      code: 'sender.too-many-connections',
      phrases: ['rp 003'],
      examples: [
        "421 RP-003 (BAY004-MC1F1) Unfortunately, some messages from 192.0.2.1 weren't sent. Please try again. We have limits on the number of concurrent connections that can be made by an IP address.",
      ],
      remedy: [snds],
    },
    {
      name: 'content',
      code: 'sender.reputation-low',
      phrases: ['(sc 001|ou 002)'],
      examples: [
        "550 SC-001 (BAY004-MC1F1) Unfortunately, messages from 192.0.2.1 weren't sent. Please contact your Internet service provider since part of their network is on our block list.",
        "550 OU-002 (BAY004-MC1F1) Unfortunately, messages from 192.0.2.1 weren't sent.",
      ],
      remedy: [snds],
    },
    {
      name: 'harvesting',
      code: 'sender.blocked',
      phrases: ['sc 002'],
      examples: ["550 SC-002 (BAY004-MC1F1) Unfortunately, messages from 192.0.2.1 weren't sent."],
      remedy: ['Stop testing addresses by SMTP: it is taken for harvesting.'],
    },
    {
      name: 'open-relay',
      code: 'sender.blocked',
      phrases: ['sc 003'],
      examples: ["550 SC-003 (BAY004-MC1F1) Unfortunately, messages from 192.0.2.1 weren't sent. The IP is an open proxy."],
      remedy: ['Close the open relay or proxy at the address.'],
    },
    {
      name: 'complaints',
      code: 'sender.blocked',
      phrases: ['sc 004'],
      examples: [
        "550 SC-004 (COL0-MC1-F1) Unfortunately, messages from 192.0.2.22 weren't sent. We recommend that you contact your Internet service provider. The problem is that too many unwanted messages have been sent.",
      ],
      remedy: ['Take those who complain off the list.', snds],
    },
    {
      name: 'dynamic',
      code: 'sender.blocked',
      phrases: ['(dy 001|dy 002)'],
      examples: [
        "550 DY-001 (BAY004-MC1F1) Unfortunately, messages from 192.0.2.1 weren't sent.",
        '550 DY-002 (BAY004-MC1F1) The mail server IP connecting to Outlook.com exhibited namespace mining behavior.',
      ],
      remedy: ['Send through the relay of your provider, and clean machines that are infected.'],
    },
    {
      name: 'spamhaus',
      code: 'sender.blocklisted',
      phrases: ['ou 001'],
      examples: [
        "550 OU-001 (BAY004-MC1F1) Unfortunately, messages from 192.0.2.1 weren't sent. Please contact your Internet service provider.",
      ],
      remedy: ['Look the address up at Spamhaus and have it taken off.'],
    },
    {
      name: 'network-listed',
      code: 'sender.blocked',
      phrases: ['(s3140|s3150)'],
      examples: [
        "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors.",
      ],
      remedy: ['Fill in the sender support form of Outlook.com; the portal of Office 365 does not help here.', snds],
    },
    {
      name: 'rate-reputation',
      code: 'sender.rate-limited',
      phrases: ['(s3113|s3114|s3115)'],
      examples: ['451 4.7.650 The mail server [192.0.2.25] has been temporarily rate limited due to IP reputation. (S3113)'],
      remedy: [snds],
    },
    {
      name: 'rate-by-code',
      code: 'sender.rate-limited',
      enhanced: ['4.7.650'],
      examples: ['451 4.7.650 The mail server [192.0.2.25] has been temporarily rate limited due to IP reputation.'],
      remedy: [snds],
      specificity: specificity.providerCode,
    },
    {
      name: 'bulk-unauthenticated',
      code: 'sender.unauthenticated',
      enhanced: ['5.7.515'],
      examples: ['550 5.7.515 Access denied, sending domain EXAMPLE.NET does not meet the required authentication level.'],
      remedy: ['Send with SPF, DKIM and DMARC, all passing: demanded of who sends more than 5,000 a day.'],
      responsible: 'sender-dns',
    },
    {
      name: 'dmarc-reject',
      code: 'sender.dmarc-failed',
      enhanced: ['5.7.509'],
      examples: [
        '550 5.7.509 Access denied, sending domain [EXAMPLE.NET] does not pass DMARC verification and has a DMARC policy of reject.',
      ],
    },
    {
      name: 'banned-ip',
      code: 'sender.blocked',
      enhanced: ['5.7.511', ...Array.from({ length: 44 }, (_, at) => `5.7.${606 + at}`)],
      examples: ['550 5.7.606 Access denied, banned sending IP [192.0.2.1].'],
      remedy: ['Ask for removal at https://sender.office.com/.'],
    },
    {
      name: 'ptr-mismatch',
      code: 'sender.no-reverse-dns',
      phrases: ['domain <host> mismatches client ip', 'mismatches client ip'],
      examples: ['550 domain [example.com] mismatches client ip 192.0.2.225.'],
    },
    {
      name: 'domain-unreachable',
      code: 'domain.not-found',
      phrases: ['domain is not reachable'],
      examples: [
        '554 The mail could not be delivered to the recipient because the domain is not reachable. Please check the domain and try again',
      ],
    },
  ],
);
