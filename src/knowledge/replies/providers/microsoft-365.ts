/**
 * Microsoft 365 (Exchange Online) and Exchange Server. Collisions with the registry: 5.1.10 and 5.4.1 say that the
 * mailbox is unknown, 5.7.12 and 5.7.13 that it takes insiders' mail only, 5.2.2 may be the sender's own quota.
 */
import { defineProviderEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';
import { microsoftSenderSketches } from './microsoft-365-senders.js';

const recipient: readonly EntrySketch[] = [
  {
    name: 'recipient-not-found',
    code: 'recipient.unknown',
    enhanced: ['5.1.1', '5.1.10', '5.7.504', '5.7.505'],
    examples: [
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      '550 5.1.1 The email address you entered could not be found',
      '550 5.7.505 Access denied, banned recipient',
    ],
  },
  {
    name: 'edge-access-denied',
    code: 'recipient.unknown',
    enhanced: ['5.4.1'],
    examples: [
      '550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [VE1EUR01FT012.eop-EUR01.prod.protection.outlook.com]',
      '550 5.4.1 [bob@example.com]: Recipient address rejected: Access denied.',
    ],
  },
  {
    name: 'relay-access-denied',
    code: 'server.relay-denied',
    enhanced: ['5.4.1'],
    phrases: ['relay access denied'],
    examples: ['550 5.4.1 Relay Access Denied'],
    remedy: ['At the recipient: add the domain to the accepted domains of the tenant, or correct the MX record.'],
  },
  {
    name: 'mailbox-full',
    code: 'recipient.mailbox-full',
    enhanced: ['x.2.2'],
    examples: ['554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException'],
  },
  {
    name: 'submission-quota',
    code: 'sender.quota-exceeded',
    enhanced: ['5.2.2', '5.1.90'],
    phrases: ['submission (message |)quota', 'submission'],
    examples: [
      '550 5.2.2 Submission quota exceeded',
      "550 5.1.90 Your message can't be sent because you've reached your daily submission limit",
    ],
    responsible: 'sender-user',
  },
  {
    name: 'own-limit',
    code: 'sender.quota-exceeded',
    enhanced: ['5.1.90', '5.7.232', '5.7.233', '5.7.236', '5.7.705', '5.7.245', '5.7.246'],
    examples: [
      "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
      '550 5.7.705 Access denied, tenant has exceeded threshold',
      "550 5.7.232 Your message can't be sent because your trial tenant has exceeded its daily limit",
    ],
  },
  {
    name: 'recipient-limit',
    code: 'recipient.mailbox-busy',
    enhanced: ['5.2.121', '5.2.122', '4.2.121', '4.2.122'],
    permanence: 'temporary',
    examples: [
      "550 5.2.121 Recipient's per hour message receive limit from specific sender exceeded",
      '550 5.2.122 The recipient has exceeded the hourly limit of messages',
    ],
    remedy: ['Send this recipient fewer messages an hour.'],
  },
  {
    name: 'insiders-only',
    code: 'recipient.restricted',
    enhanced: ['5.7.12', '5.7.13', '5.7.135', '5.7.124', '5.7.133', '5.7.134', '5.7.136'],
    examples: [
      '550 5.7.12 Sender was not authenticated by organization',
      '550 5.7.133 Sender not authenticated for group',
      '550 5.7.124 Sender not in allowed-senders list',
    ],
    remedy: ['At the recipient: allow outside senders in the delivery settings of the group or mailbox.'],
  },
  {
    name: 'resolver-restriction',
    code: 'recipient.restricted',
    phrases: ['resolver rst *', 'resolver rst (authrequired|notauthorized)'],
    examples: ['550 5.7.1 RESOLVER.RST.AuthRequired; authentication required'],
  },
  {
    name: 'mail-flow-rule',
    code: 'recipient.filtered',
    enhanced: ['5.7.900', '5.7.999'],
    examples: ['550 5.7.900 Delivery not authorized, message refused by a mail flow rule'],
    responsible: 'recipient-mail',
  },
  {
    name: 'transport-rule',
    code: 'recipient.filtered',
    phrases: ['transport rules rejectmessage', 'transport rules *'],
    examples: ['550 5.7.1 TRANSPORT.RULES.RejectMessage; the message was rejected by organization policy'],
    responsible: 'recipient-mail',
  },
  {
    name: 'throttled',
    code: 'recipient.mailbox-busy',
    enhanced: ['4.3.2'],
    phrases: ['storedrv *', 'thread limit'],
    examples: ['432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded'],
  },
];

const transport: readonly EntrySketch[] = [
  {
    name: 'expired',
    code: 'queue.expired',
    enhanced: ['4.4.7', '5.4.300', '5.4.7'],
    examples: ['550 5.4.300 Message expired -> 451 4.4.0 DNS query failed', '550 4.4.7 QUEUE.Expired; message expired'],
  },
  {
    name: 'dns',
    code: 'domain.lookup-failed',
    enhanced: ['x.4.312'],
    examples: ['450 4.4.312 DNS query failed', '550 5.4.312 Message expired, DNS query failed'],
  },
  { name: 'dns-no-domain', code: 'domain.not-found', enhanced: ['5.4.310'], examples: ['550 5.4.310 DNS domain does not exist'] },
  {
    name: 'refused',
    code: 'host.no-answer',
    enhanced: ['x.4.316'],
    examples: ['450 4.4.316 Connection refused', '550 5.4.316 Message expired, connection refused(Socket error code 10061)'],
  },
  { name: 'tls', code: 'tls.required', enhanced: ['x.4.317'], examples: ['450 4.4.317 Cannot establish session with remote server'] },
  {
    name: 'mta-sts',
    code: 'tls.sts-unmet',
    enhanced: ['x.4.8', 'x.7.5'],
    examples: ['450 4.4.8 MX hosts of example.com failed MTA-STS validation', '450 4.7.5 Remote certificate failed MTA-STS validation'],
  },
  {
    name: 'dane',
    code: 'tls.dane-unmet',
    enhanced: ['x.7.321', 'x.7.322', 'x.7.323', 'x.7.324', 'x.7.325'],
    examples: [
      '450 4.7.323 tlsa-invalid: The domain failed DANE validation.',
      '450 4.7.321 starttls-not-supported: Destination mail server must support TLS to receive mail',
    ],
  },
  {
    name: 'loop',
    code: 'server.routing-loop',
    enhanced: ['5.4.6', '5.4.14'],
    examples: ['554 5.4.14 Hop count exceeded - possible mail loop ATTR34 [TY0PEP000000000.JPNP255.PROD.OUTLOOK.COM]'],
    remedy: ['Look at connectors, accepted domains and forwarding rules of the tenant.'],
  },
  {
    name: 'nested',
    code: 'message.malformed',
    enhanced: ['5.0.350'],
    examples: ['550 5.0.350 Remote server returned an error -> 554 Message header too long (AS345)'],
  },
  {
    name: 'unknown-behind',
    code: 'recipient.unknown',
    enhanced: ['5.1.351'],
    examples: ['550 5.1.351 Remote server returned unknown recipient or mailbox unavailable -> 550 : User unknown'],
  },
  {
    name: 'journal',
    code: 'server.misconfigured',
    enhanced: ['5.3.190'],
    examples: ['550 5.3.190 Journaling on-premises messages to Microsoft 365 not supported'],
  },
  {
    name: 'system',
    code: 'server.busy',
    enhanced: ['4.3.1'],
    phrases: ['insufficient system resources'],
    examples: ['452 4.3.1 Insufficient system resources (UsedDiskSpace)'],
    specificity: specificity.providerCodeAndText,
  },
];

export const microsoft365Entries: readonly ReplyEntry[] = defineProviderEntries(
  {
    provider: 'microsoft-365',
    source: 'Microsoft Learn: Email non-delivery reports and SMTP errors in Exchange Online',
    link: 'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
    exampleHost: 'example-com.mail.protection.outlook.com',
  },
  [...recipient, ...microsoftSenderSketches, ...transport],
);
