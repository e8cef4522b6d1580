/**
 * Microsoft 365 (Exchange Online) and Exchange Server. Collisions with the registry: 5.1.10 and 5.4.1 say that the
 * mailbox is unknown, 5.7.12 and 5.7.13 that it takes insiders' mail only, 5.2.2 may be the sender's own quota.
 */
import { defineProviderEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

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
    remedy: ['The text says "access denied" and means that the mailbox is unknown there.'],
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

const sender: readonly EntrySketch[] = [
  {
    name: 'sender-blocked',
    code: 'sender.account-blocked',
    enhanced: ['5.1.8', '5.7.501', '5.7.502', '5.7.503', '5.7.703', '5.7.708', '5.7.750', '5.7.800'],
    examples: [
      '550 5.1.8 Access denied, bad outbound sender',
      '550 5.7.501 Access denied, spam abuse detected',
      '550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP',
    ],
    remedy: ['Clean the account or tenant, then open it again in the Defender portal under restricted entities.'],
  },
  {
    name: 'sender-unusable',
    code: 'sender.rejected',
    enhanced: ['5.1.0'],
    phrases: ['sender denied', 'sender (address |)(rejected|invalid)'],
    examples: ['550 5.1.0 Sender denied'],
  },
  {
    name: 'several-from',
    code: 'message.malformed',
    enhanced: ['5.1.20', '5.7.512', '5.6.11'],
    examples: [
      '550 5.1.20 Multiple From addresses are not allowed without Sender address',
      '550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant',
      '550 5.6.11 SMTPSEND.BareLinefeedsAreIllegal',
    ],
  },
  {
    name: 'spf-failed',
    code: 'sender.spf-failed',
    enhanced: ['5.7.23'],
    examples: ['550 5.7.23 The message was rejected because of Sender Policy Framework violation'],
  },
  { name: 'no-ptr', code: 'sender.no-reverse-dns', enhanced: ['5.7.25'], examples: ['550 5.7.25 Client IPv6 address lacks a PTR record'] },
  {
    name: 'ipv6-unauthenticated',
    code: 'sender.unauthenticated',
    enhanced: ['4.7.26'],
    examples: ['450 4.7.26 Service does not accept messages sent over IPv6 unless they pass either SPF or DKIM validation'],
    remedy: ['Sign with DKIM or let SPF pass, or send over IPv4.'],
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
    name: 'bulk-unauthenticated',
    code: 'sender.unauthenticated',
    enhanced: ['5.7.515'],
    examples: ['550 5.7.515 Access denied, sending domain EXAMPLE.NET does not meet the required authentication level.'],
    remedy: ['Send with SPF, DKIM and DMARC, all passing: demanded of who sends more than 5,000 a day.'],
    responsible: 'sender-dns',
  },
  {
    name: 'forwarded',
    code: 'sender.unauthenticated',
    enhanced: ['5.7.367'],
    examples: ['550 5.7.367 Remote server returned not permitted to relay -> message forwarded'],
    remedy: ['Forwarding broke SPF and DKIM: seal with ARC, or redirect instead.'],
  },
  {
    name: 'hello',
    code: 'hello.rejected',
    enhanced: ['5.7.506'],
    examples: ['550 5.7.506 Access Denied, Bad HELO'],
    remedy: ["Greet with the name of your own server, not with the recipient's."],
  },
  {
    name: 'banned-ip',
    code: 'sender.blocked',
    enhanced: ['5.7.511', ...Array.from({ length: 44 }, (_, at) => `5.7.${606 + at}`)],
    examples: [
      '550 5.7.606 Access denied, banned sending IP [192.0.2.225]. To request removal from this list please visit https://sender.office.com/ and follow the directions. (AS16012609)',
      '550 5.7.511 Access denied, banned sender [192.0.2.1]. To request removal from this list please forward this message to delist@microsoft.com.',
    ],
    remedy: ['Ask for removal at https://sender.office.com/.'],
  },
  {
    name: 'recipient-blocks-ip',
    code: 'sender.blocked',
    enhanced: ['5.7.507', '5.7.513'],
    examples: ['550 5.7.507 Access denied, IP has been blocked by recipient'],
    responsible: 'recipient-mail',
    remedy: ["Ask the recipient's administrator: their own organisation blocks the address."],
  },
  {
    name: 'no-ipv6',
    code: 'sender.blocked',
    enhanced: ['5.7.510'],
    examples: ['550 5.7.510 Access denied, contoso.com does not accept email over IPv6'],
    remedy: ['Send over IPv4.'],
  },
  {
    name: 'rate',
    code: 'sender.rate-limited',
    enhanced: ['4.7.650', '5.7.508'],
    examples: [
      '451 4.7.650 The mail server [192.0.2.25] has been temporarily rate limited due to IP reputation.',
      '550 5.7.508 Access denied, [2001:db8::1] has exceeded permitted limits within range',
    ],
    remedy: ['Send less and look at the address in SNDS.'],
  },
  {
    name: 'connections',
    code: 'sender.too-many-connections',
    enhanced: ['4.7.652'],
    examples: ['451 4.7.652 The mail server [192.0.2.1] has exceeded the maximum number of connections.'],
  },
  {
    name: 'suspicious',
    code: 'sender.rate-limited',
    enhanced: [...Array.from({ length: 12 }, (_, at) => `4.7.${500 + at}`), '4.7.850'],
    examples: ['451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (AS77712350)'],
    remedy: ['"Server busy" here means that the address is new or under review: send little and steadily.'],
  },
  { name: 'too-many-recipients', code: 'sender.too-many-recipients', enhanced: ['x.5.3'], examples: ['452 4.5.3 Too many recipients'] },
  {
    name: 'device-login',
    code: 'server.auth-required',
    enhanced: ['5.7.57'],
    examples: ['530 5.7.57 Client not authenticated to send mail.'],
    responsible: 'sender-mail',
  },
  {
    name: 'attribution',
    code: 'server.relay-denied',
    enhanced: ['5.7.64'],
    examples: ['550 5.7.64 TenantAttribution; Relay Access Denied [ATTR36]'],
    remedy: ['Let the connector recognise your certificate or address.'],
    responsible: 'sender-mail',
  },
  {
    name: 'outside-forwarding',
    code: 'server.policy',
    enhanced: ['5.7.520'],
    examples: ['550 5.7.520 Access denied, your organization does not allow external forwarding.'],
    responsible: 'sender-mail',
    remedy: ['Allow outside forwarding in the outbound spam policy of the tenant that forwards.'],
  },
  {
    name: 'high-volume',
    code: 'sender.quota-exceeded',
    enhanced: [
      '4.3.240',
      '4.4.244',
      '5.1.241',
      '5.2.240',
      '5.2.241',
      '5.6.240',
      '5.6.241',
      '5.7.240',
      '5.7.241',
      '5.7.242',
      '5.7.243',
      '5.7.244',
      '5.7.142',
      '5.7.143',
      '5.7.144',
    ],
    examples: ['550 5.7.241 High Volume Email: not allowed to send to outside recipients'],
    remedy: ['Set High Volume Email up for this account, or send through another service.'],
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
  [...recipient, ...sender, ...transport],
);
