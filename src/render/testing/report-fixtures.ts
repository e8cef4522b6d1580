/**
 * Whole reports for the tests of the renderers: what a trace of a known world comes to, and what no trace should.
 */
import { assertDomainName } from '../../model/domain-name.js';
import { assertIpAddress } from '../../model/ip-address.js';
import type { MailAddress } from '../../model/mail-address.js';
import { noReplyDetails, type ReplyDetails, type ReplyReading } from '../../model/reply-meaning.js';
import type { Finding, Report, RouteAddress, RouteExchange, SenderForecast, Verdict } from '../../model/report.js';
import { defaultTraceOptions } from '../../model/trace-options.js';

const startedAt = '2026-11-24T09:42:00.000Z';

/** A trace for bob@example.com that is accepted, with changes. */
export function reportOf(changes: Partial<Report> = {}): Report {
  return {
    schema: 'mailwhy/1',
    version: '0.1.0',
    kind: 'trace',
    complete: true,
    target: { input: 'bob@example.com', address: 'bob@example.com', domain: 'example.com', assumed: false },
    asked: {
      kind: 'address',
      input: 'bob@example.com',
      mailbox: {
        address: 'bob@example.com' as MailAddress,
        localPart: 'bob',
        domain: { kind: 'name', name: assertDomainName('example.com'), unicode: null },
        needsSmtpUtf8: false,
      },
      domain: { kind: 'name', name: assertDomainName('example.com'), unicode: null },
      assumed: false,
    },
    options: defaultTraceOptions,
    vantage: {
      resolvers: [assertIpAddress('10.0.0.53')],
      source: [assertIpAddress('192.0.2.130')],
      public: [assertIpAddress('203.0.113.5')],
      helo: 'mail.corp.example',
      sender: 'admin@corp.example',
      assumed: [],
    },
    identity: { helo: 'mail.corp.example', sender: 'admin@corp.example', assumed: [] },
    startedAt,
    durationMs: 812.4,
    verdict: verdictOf(),
    forecast: [],
    route: [exchangeOf()],
    endsAt: assertIpAddress('192.0.2.25'),
    opinions: [],
    findings: [],
    checks: [
      { rule: 'mx/missing', result: 'clear' },
      { rule: 'mx/null', result: 'clear' },
      { rule: 'tls/dane', result: 'could-not-tell', reason: 'no resolver validates' },
    ],
    evidence: [],
    ...changes,
  };
}

/** An acceptance at RCPT, with changes. */
export function verdictOf(changes: Partial<Verdict> = {}): Verdict {
  return {
    outcome: 'deliverable',
    cause: null,
    finding: null,
    subject: 'bob@example.com',
    responsible: 'nobody',
    alsoInform: [],
    confidence: 'likely',
    confidenceReason: 'accepted at RCPT: the strongest that a probe without a message may claim',
    waitingHelps: 'no',
    waiting: 'is not needed: the message would be taken now',
    summary: 'mx1.example.com takes mail for bob@example.com.',
    remedy: [],
    alsoStanding: [],
    inOrder: ['DNS (2 of 2 servers agree)', 'MX', 'port 25', 'TLS', 'your name', 'sender'],
    undetermined: [],
    saidBy: {
      exchange: 'mx1.example.com',
      address: '192.0.2.25',
      stage: 'rcpt',
      command: 'RCPT TO:<bob@example.com>',
      encrypted: true,
      atMs: 3000,
      lines: ['250 2.1.5 Ok'],
      evidence: 'smtp/192.0.2.25',
      reading: readingOf('code/250'),
    },
    ...changes,
  };
}

/** A reading of which nothing is to be told but what decided. */
export function readingOf(decidedBy: string, details: Partial<ReplyDetails> = {}): ReplyReading {
  return {
    decidedBy,
    provider: null,
    contradicts: false,
    details: { ...noReplyDetails, ...details },
  };
}

export function exchangeOf(changes: Partial<RouteExchange> = {}): RouteExchange {
  return {
    exchange: 'mx1.example.com',
    preference: 10,
    via: 'resolver',
    implicit: false,
    addresses: [addressOf()],
    problem: null,
    ...changes,
  };
}

export function addressOf(changes: Partial<RouteAddress> = {}): RouteAddress {
  return {
    address: assertIpAddress('192.0.2.25'),
    pingMs: 17.9,
    ping: 'answered',
    connectMs: 18.2,
    greetingMs: 40.6,
    tls: 'TLSv1.3',
    stage: 'rcpt',
    result: 'accepted',
    reply: '250 2.1.5 Ok',
    remark: '250 2.1.5 to RCPT: accepted',
    evidence: ['smtp/192.0.2.25'],
    ...changes,
  };
}

/** An address that nobody asked. */
export function untried(address: string, remark: string): RouteAddress {
  return addressOf({
    address: assertIpAddress(address),
    pingMs: null,
    ping: 'unknown',
    connectMs: null,
    greetingMs: null,
    tls: null,
    stage: null,
    result: 'not-tried',
    reply: null,
    remark,
    evidence: [],
  });
}

export function findingOf(changes: Partial<Finding> = {}): Finding {
  return {
    id: 'recipient.unknown/bob@example.com',
    code: 'recipient.unknown',
    says: 'unknown',
    severity: 'error',
    confidence: 'certain',
    subject: { kind: 'address', name: 'bob@example.com', within: ['example.com'] },
    arguments: { mailbox: 'bob', domain: 'example.com' },
    title: 'The mailbox bob does not exist at example.com.',
    explanation:
      'The server knows its mailboxes and this one is not among them. Every sender bounces the message at once. Trying again later changes nothing.',
    responsible: 'sender-user',
    alsoInform: [],
    remedy: ['Compare the spelling with an older mail, or phone.', 'Remove it from address books and autocomplete lists.'],
    waitingHelps: 'no',
    references: ['RFC 5321 section 3.6.2', 'RFC 3463 section 3.2'],
    evidence: ['smtp/192.0.2.25'],
    explainedBy: [],
    ...changes,
  };
}

/** What the usual senders do with a message that is deferred. */
export const deferredForecast: readonly SenderForecast[] = [
  { sender: 'postfix', note: null, nextTriesMs: [300_000, 600_000, 1_200_000, 2_400_000, 4_800_000], givesUpMs: 432_000_000 },
  { sender: 'exim', note: null, nextTriesMs: [900_000, 1_800_000, 2_700_000, 3_600_000], givesUpMs: 345_600_000 },
  { sender: 'sendmail', note: null, nextTriesMs: [1_800_000, 3_600_000], givesUpMs: 432_000_000 },
  { sender: 'exchange', note: null, nextTriesMs: [900_000, 1_800_000], givesUpMs: 172_800_000 },
  { sender: 'exchange-online', note: 'would not get here: tries 2 addresses', nextTriesMs: [], givesUpMs: null },
];

/** What the usual senders do with a message that is refused. */
export const bouncedForecast: readonly SenderForecast[] = deferredForecast.map(({ sender }) => ({
  sender,
  note: null,
  nextTriesMs: [],
  givesUpMs: null,
}));
