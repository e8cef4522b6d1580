/**
 * Yahoo and AOL, with AT&T and the Comcast mailboxes that moved there. 421 [TS03] is a refusal for good in the form of
 * a temporary one; 552 says that there is no mailbox.
 */
import { defineProviderEntries, type ReplyEntry } from '../reply-entry.js';

const hub = 'Look at the domain in the Yahoo Sender Hub and join the complaint feedback loop.';

export const yahooEntries: readonly ReplyEntry[] = defineProviderEntries(
  {
    provider: 'yahoo',
    source: 'Yahoo Sender Hub: SMTP error codes',
    link: 'https://senders.yahooinc.com/smtp-error-codes/',
    exampleHost: 'mta7.am0.yahoodns.net',
  },
  [
    {
      name: 'deferred',
      code: 'sender.rate-limited',
      phrases: ['(tss04|ts01|ts02)'],
      examples: [
        '421 4.7.0 [TSS04] Messages from 192.0.2.192 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
      ],
      remedy: ['Send less, and see to SPF, DKIM and DMARC: missing authentication is answered so too.', hub],
    },
    {
      name: 'permanently-deferred',
      code: 'sender.blocked',
      phrases: ['ts03', 'permanently deferred'],
      permanence: 'permanent',
      examples: [
        '421 4.7.1 [TS03] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed. See https://postmaster.yahooinc.com/error-codes',
      ],
      remedy: ['Stop, repair what causes complaints, then ask for a review: trying again does not help, whatever the code says.', hub],
    },
    {
      name: 'refused-for-good',
      code: 'sender.blocked',
      phrases: ['(tss09|tss11) all messages from', '(tss09|tss11)'],
      examples: [
        '553 5.7.2 [TSS09] All messages from 192.0.2.1 will be permanently deferred; Retrying will NOT succeed.',
        '553 5.7.2 [TSS11] All messages from 192.0.2.1 will be refused',
      ],
      remedy: ['Ask for a review with the form of the Sender Hub.'],
    },
    {
      name: 'spamhaus',
      code: 'sender.blocklisted',
      phrases: ['(bl21|bl23|tss07)'],
      examples: [
        "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1, because the ip is in Spamhaus's list; see http://postmaster.yahoo.com/550-bl23.html",
      ],
      remedy: ['Look the address up at Spamhaus and have it taken off.'],
    },
    {
      name: 'content',
      code: 'message.content-rejected',
      phrases: ['ph01', 'ph~ * not accepted'],
      examples: ['554 Message not allowed - [PH01] Email not accepted for policy reasons.'],
    },
    {
      name: 'unauthenticated',
      code: 'sender.unauthenticated',
      enhanced: ['5.7.9'],
      examples: [
        '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
        '550 5.7.9 This mail has been blocked because the sender is unauthenticated.',
      ],
      remedy: ['Let SPF or DKIM pass; bulk senders need both and DMARC.'],
    },
    {
      name: 'unresolvable-from',
      code: 'sender.domain-not-found',
      phrases: ['unresolvable *', 'from domain * (not resolve|unresolvable|could not be resolved|soa)'],
      examples: [
        '451 Message temporarily deferred due to unresolvable RFC.5321 from domain. See https://postmaster.yahooinc.com/error-codes',
        '554 5.1.8 Message not accepted due to unresolvable RFC.5322 from domain',
      ],
      remedy: ['Let the domain have an SOA record: subdomains that are delegated without one fail here.'],
    },
    {
      name: 'per-connection',
      code: 'sender.rate-limited',
      phrases: ['(max|maximum) (message|messages) per connection'],
      examples: ['421 Max message per connection reached, closing transmission channel'],
      remedy: ['Open a new connection after some messages (Postfix: smtp_connection_reuse_count_limit).'],
    },
    {
      name: 'receiving-rate',
      code: 'recipient.mailbox-busy',
      replyCodes: [450],
      phrases: ['receiving (mail|messages) (too quickly|at a rate|too fast)', 'user is receiving mail'],
      examples: ['450 User is receiving mail too quickly'],
    },
    {
      name: 'busy',
      code: 'server.busy',
      phrases: ['resources temporarily unavailable', 'resources (temporarily |)(not available|unavailable)'],
      examples: ['451 Resources temporarily unavailable. Please try again later.'],
    },
    {
      name: 'no-account',
      code: 'recipient.unknown',
      phrases: [
        '(this user |)(doesnt|does not) have a * account',
        'dd (this user|requested mail|sorry)',
        'mailbox not found',
        'not a yahoo account',
        'delivery error dd * account',
      ],
      examples: [
        "554 delivery error: dd This user doesn't have a yahoo.com account (bob@yahoo.com) [0] - mta1061.mail.ne1.yahoo.com",
        '552 1 Requested mail action aborted, mailbox not found',
      ],
    },
    {
      name: 'disabled',
      code: 'recipient.disabled',
      phrases: ['no longer valid', 'mailbox is disabled', 'mailbox disabled', 'account (is |has been |)(disabled|deactivated)'],
      examples: [
        '554 delivery error: dd Sorry, your message to bob@yahoo.com cannot be delivered. This mailbox is disabled (554.30). - mta1.mail.yahoo.com',
        '554 The account is no longer valid',
      ],
    },
    {
      name: 'header-faults',
      code: 'message.malformed',
      phrases: ['(header too large|date out of range|undecodable header|forbidden characters|header size)'],
      examples: ['554 Message not accepted: header too large', '550 Date out of range'],
    },
  ],
);
