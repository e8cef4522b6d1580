/**
 * Worlds in which one exchange, in order otherwise, answers MAIL or RCPT as servers in the field do.
 */
import type { TraceOptions } from '../../model/trace-options.js';
import type { Code, Party } from '../../model/vocabulary.js';
import { describeWorld, type NamedWorld } from './base.js';

interface RefusalSketch {
  readonly name: string;
  readonly title: string;
  readonly stage: 'mail' | 'rcpt';
  readonly reply: string;
  readonly code: Code;
  readonly responsible?: Party;
  readonly options?: Partial<TraceOptions>;
  /** The server's own name, where the provider matters: its exchange carries it. */
  readonly host?: string;
  readonly others?: readonly Code[];
}

/** A world of one refusal: permanent with 5yz, temporary with 4yz. */
function describeRefusal({ name, title, stage, reply, code, responsible, options, host, others = [] }: RefusalSketch): NamedWorld {
  const outcome = reply.startsWith('5') ? 'undeliverable' : 'delayed';
  const script = { [stage]: reply, ...(host === undefined ? {} : { name: host }) };
  const provider = host === undefined ? {} : hostedBy(host);
  return describeWorld(name, title, {
    ...provider,
    mx1: script,
    ...(options === undefined ? {} : { options }),
    expect: { outcome, cause: code, codes: [code, ...others], endsAt: '192.0.2.25', ...(responsible === undefined ? {} : { responsible }) },
  });
}

/** The domain's exchange lies under the provider's name, at the usual address. */
function hostedBy(host: string) {
  const zone = host.split('.').slice(-2).join('.');
  return {
    records: [`@ MX 10 ${host}`],
    zones: { [zone]: { servers: { [`ns1.${zone}`]: '192.0.2.58' }, records: [`${host} A 192.0.2.25`] } },
  };
}

const recipientRefusals: readonly RefusalSketch[] = [
  {
    name: 'recipient-unknown',
    title: 'Postfix does not know the mailbox.',
    stage: 'rcpt',
    reply: '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown in virtual mailbox table',
    code: 'recipient.unknown',
    responsible: 'sender-user',
  },
  {
    name: 'recipient-unknown-exim',
    title: 'Exim does not know the mailbox, and gives no enhanced code.',
    stage: 'rcpt',
    reply: '550 Unrouteable address',
    code: 'recipient.unknown',
  },
  {
    name: 'recipient-unknown-gmail',
    title: 'Gmail does not know the mailbox.',
    stage: 'rcpt',
    reply:
      "550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos or\n550-5.1.1 unnecessary spaces. For more information, go to\n550 5.1.1  https://support.google.com/mail/?p=NoSuchUser af79cd13be357-7c0 - gsmtp",
    host: 'aspmx.l.google.com',
    code: 'recipient.unknown',
  },
  {
    name: 'recipient-unknown-microsoft',
    title: 'Microsoft 365 does not know the mailbox and says "Access denied".',
    stage: 'rcpt',
    reply:
      '550 5.4.1 Recipient address rejected: Access denied. [AM7EUR06FT012.eop-eur06.prod.protection.outlook.com 2026-11-23T10:00:00.000Z 08DE0]',
    host: 'example-com.mail.protection.outlook.com',
    code: 'recipient.unknown',
  },
  {
    name: 'recipient-disabled',
    title: 'The mailbox has been disabled.',
    stage: 'rcpt',
    reply: '550 5.2.1 <bob@example.com>: Recipient address rejected: Mailbox disabled, not accepting messages',
    code: 'recipient.disabled',
  },
  {
    name: 'recipient-moved',
    title: 'The mailbox has moved elsewhere.',
    stage: 'rcpt',
    reply: '551 5.1.6 User not local; please try <bob@example.org>',
    code: 'recipient.moved',
  },
  {
    name: 'recipient-mailbox-full',
    title: 'The mailbox is full; the sender tries again.',
    stage: 'rcpt',
    reply: '452 4.2.2 <bob@example.com>: Mailbox full',
    code: 'recipient.mailbox-full',
  },
  {
    name: 'recipient-mailbox-full-for-good',
    title: 'The mailbox is full, and the server says so for good.',
    stage: 'rcpt',
    reply: '552 5.2.2 <bob@example.com>: Recipient address rejected: Mailbox over quota',
    code: 'recipient.mailbox-full',
    responsible: 'recipient-user',
  },
  {
    name: 'recipient-mailbox-busy',
    title: 'Gmail: the mailbox receives mail too fast.',
    stage: 'rcpt',
    reply:
      '450-4.2.1 The user you are trying to contact is receiving email at a rate that\n450-4.2.1 prevents additional messages from being delivered. For more information, go to\n450 4.2.1  https://support.google.com/mail/?p=ReceivingRate d2e1a72fcca58-2b0 - gsmtp',
    host: 'aspmx.l.google.com',
    code: 'recipient.mailbox-busy',
  },
  {
    name: 'recipient-restricted',
    title: 'The mailbox takes mail from insiders only.',
    stage: 'rcpt',
    reply:
      '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group',
    host: 'example-com.mail.protection.outlook.com',
    code: 'recipient.restricted',
  },
  {
    name: 'recipient-rejected',
    title: 'Refused at RCPT without a word of why.',
    stage: 'rcpt',
    reply: '550 Rejected',
    code: 'recipient.rejected',
  },
  {
    name: 'recipient-unrecognised',
    title: 'Refused at RCPT with words that nobody has seen before.',
    stage: 'rcpt',
    reply: '550 5.0.0 The heron does not fly on Tuesdays (QX-9)',
    code: 'reply.unrecognised',
  },
  {
    name: 'recipient-verify-failed',
    title: 'The server could not verify the recipient for the moment.',
    stage: 'rcpt',
    reply: '450 4.1.1 <bob@example.com>: Recipient address rejected: unverified address: Address verification in progress',
    code: 'server.busy',
  },
];

const senderRefusals: readonly RefusalSketch[] = [
  {
    name: 'sender-greylisted',
    title: 'Postgrey tells newcomers to come back.',
    stage: 'rcpt',
    reply: '450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html',
    code: 'sender.greylisted',
    responsible: 'nobody',
  },
  {
    name: 'sender-postscreen',
    title: 'Postscreen tests a newcomer and says "Service currently unavailable".',
    stage: 'rcpt',
    reply: '450 4.3.2 Service currently unavailable',
    code: 'sender.greylisted',
  },
  {
    name: 'sender-blocklisted',
    title: 'The source address stands on a blocklist.',
    stage: 'rcpt',
    reply:
      '554 5.7.1 Service unavailable; Client host [203.0.113.5] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.113.5',
    code: 'sender.blocklisted',
    responsible: 'sender-mail',
  },
  {
    name: 'sender-domain-blocklisted',
    title: 'The sender’s domain stands on a blocklist.',
    stage: 'mail',
    reply: '554 5.7.1 Service unavailable; Sender address [admin@example.net] blocked using dbl.spamhaus.org',
    code: 'sender.domain-blocklisted',
  },
  {
    name: 'sender-blocked',
    title: 'Microsoft has banned the source address.',
    stage: 'mail',
    reply:
      '550 5.7.606 Access denied, banned sending IP [203.0.113.5]. To request removal from this list please visit https://sender.office.com/ and follow the directions.',
    host: 'example-com.mail.protection.outlook.com',
    code: 'sender.blocked',
  },
  {
    name: 'sender-reputation-low',
    title: 'Microsoft slows the source address down for its reputation.',
    stage: 'rcpt',
    reply:
      '451 4.7.650 The mail server [203.0.113.5] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S775)',
    host: 'example-com.mail.protection.outlook.com',
    code: 'sender.reputation-low',
  },
  {
    name: 'sender-no-reverse-dns',
    title: 'The server finds no name for the source address.',
    stage: 'rcpt',
    reply: '450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.5]',
    code: 'sender.no-reverse-dns',
    responsible: 'sender-dns',
  },
  {
    name: 'sender-spf-failed',
    title: 'The server refuses for SPF.',
    stage: 'rcpt',
    reply:
      '550 5.7.23 <bob@example.com>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see http://www.open-spf.org/Why?s=mfrom;id=admin@example.net;ip=203.0.113.5',
    code: 'sender.spf-failed',
    responsible: 'sender-dns',
  },
  {
    name: 'sender-domain-unknown',
    title: 'The server cannot resolve the sender’s domain.',
    stage: 'rcpt',
    reply: '450 4.1.8 <admin@example.net>: Sender address rejected: Domain not found',
    code: 'sender.domain-not-found',
  },
  {
    name: 'sender-rejected',
    title: 'The server refuses this sender.',
    stage: 'mail',
    reply: '554 5.7.1 <admin@example.net>: Sender address rejected: Access denied',
    code: 'sender.rejected',
  },
  {
    name: 'sender-null-refused',
    title: 'The server refuses the null sender (--null-sender).',
    stage: 'mail',
    reply: '550 5.7.1 Null sender <> not accepted here',
    code: 'sender.null-refused',
    options: { from: '' },
  },
  {
    name: 'sender-rate-limited',
    title: 'The server wants less mail from here.',
    stage: 'mail',
    reply: '450 4.7.1 Error: too much mail from 203.0.113.5',
    code: 'sender.rate-limited',
  },
  {
    name: 'sender-too-many-connections',
    title: 'The server has too many connections from here.',
    stage: 'mail',
    reply: '421 4.7.0 Too many concurrent SMTP connections from this IP address; please try again later',
    code: 'sender.too-many-connections',
  },
];

const serverRefusals: readonly RefusalSketch[] = [
  {
    name: 'server-relay-denied',
    title: 'The exchange does not take mail for the domain.',
    stage: 'rcpt',
    reply: '554 5.7.1 <bob@example.com>: Relay access denied',
    code: 'server.relay-denied',
    responsible: 'recipient-mail',
  },
  {
    name: 'server-relay-denied-sendmail',
    title: 'Sendmail does not relay for the domain.',
    stage: 'rcpt',
    reply: '550 5.7.1 <bob@example.com>... Relaying denied',
    code: 'server.relay-denied',
  },
  {
    name: 'server-auth-required',
    title: 'The exchange takes mail only from those who log in.',
    stage: 'mail',
    reply: '530 5.7.0 Authentication required',
    code: 'server.auth-required',
    responsible: 'recipient-dns',
  },
  {
    name: 'server-busy',
    title: 'The exchange is overloaded.',
    stage: 'mail',
    reply: '451 4.3.2 Server busy, please try again later',
    code: 'server.busy',
  },
  {
    name: 'server-storage-full',
    title: 'The exchange has no room left.',
    stage: 'mail',
    reply: '452 4.3.1 Insufficient system storage',
    code: 'server.storage-full',
  },
  {
    name: 'server-error',
    title: 'The exchange has a fault of its own.',
    stage: 'rcpt',
    reply: '451 4.3.0 <bob@example.com>: Temporary lookup failure',
    code: 'server.error',
  },
  {
    name: 'server-misconfigured',
    title: 'The exchange is set up wrongly.',
    stage: 'rcpt',
    reply: '451 4.3.5 Server configuration problem',
    code: 'server.misconfigured',
  },
  {
    name: 'server-routing-loop',
    title: 'The exchange finds itself again.',
    stage: 'rcpt',
    reply: '554 5.4.6 Too many hops',
    code: 'server.routing-loop',
  },
  {
    name: 'server-policy',
    title: 'Refused by a rule that is not named.',
    stage: 'rcpt',
    reply: '550 5.7.1 Message rejected due to local policy',
    code: 'server.policy',
  },
  {
    name: 'message-too-large',
    title: 'The announced size is more than the server takes.',
    stage: 'mail',
    reply: '552 5.3.4 Message size exceeds fixed limit',
    code: 'message.too-large',
    options: { sizeBytes: 99_000_000 },
  },
];

const special: readonly NamedWorld[] = [
  describeWorld('address-malformed', 'A comma stands for a dot in the address.', {
    target: 'bob@example,com',
    expect: {
      outcome: 'undeliverable',
      cause: 'address.malformed',
      codes: ['address.malformed'],
      responsible: 'sender-user',
      endsAt: null,
    },
  }),
  describeWorld('address-utf8-unsupported', 'The address needs SMTPUTF8, and the server does not offer it.', {
    target: 'bøb@example.com',
    mx1: { extensions: ['PIPELINING', 'SIZE 10240000', '8BITMIME'] },
    expect: { outcome: 'undeliverable', cause: 'address.utf8-unsupported', codes: ['address.utf8-unsupported'] },
  }),
  describeWorld('recipient-unknown-spares-others', 'The mailbox is unknown to the first exchange; the backup is left alone.', {
    records: ['@ MX 10 mx1.example.com', '@ MX 20 mx2.example.com', 'mx1.example.com A 192.0.2.25', 'mx2.example.com A 198.51.100.25'],
    mx1: { rcpt: { 'bob@example.com': '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown', default: '250 2.1.5 Ok' } },
    expect: { outcome: 'undeliverable', cause: 'recipient.unknown', codes: ['recipient.unknown'], endsAt: '192.0.2.25' },
  }),
  describeWorld('postmaster-unknown', 'The postmaster address, which must exist, is refused (--postmaster).', {
    options: { postmaster: true },
    mx1: {
      rcpt: {
        'postmaster@example.com': '550 5.1.1 <postmaster@example.com>: Recipient address rejected: User unknown',
        default: '250 2.1.5 Ok',
      },
    },
    expect: { outcome: 'deliverable', cause: null, codes: ['recipient.postmaster-unknown'] },
  }),
  describeWorld('own-reverse-dns-missing', 'The mail is accepted, but the source address here has no name.', {
    machine: { sources: { 4: '203.0.113.77' } },
    expect: { outcome: 'deliverable', cause: null, codes: ['sender.no-reverse-dns'] },
  }),
  describeWorld('own-domain-not-found', 'The mail is accepted, but the sender’s domain does not exist.', {
    options: { from: 'admin@exampel.net' },
    expect: { outcome: 'deliverable', cause: null, codes: ['sender.domain-not-found'] },
  }),
  describeWorld('identity-assumed', 'Nobody said as whom to ask; the machine’s own name does.', {
    options: { from: null, helo: null },
    zones: {},
    expect: { outcome: 'deliverable', cause: null, codes: ['local.identity-assumed'] },
  }),
  describeWorld('identity-missing', 'Nobody said as whom to ask, and the machine has no full name: the trace stops before MAIL.', {
    options: { from: null, helo: null },
    machine: { hostName: 'probe', fullName: null },
    expect: { outcome: 'inconclusive', cause: 'local.identity-assumed', codes: ['local.identity-assumed'], responsible: 'local' },
  }),
];

export const replyWorlds: readonly NamedWorld[] = [
  ...[...recipientRefusals, ...senderRefusals, ...serverRefusals].map(describeRefusal),
  ...special,
];
