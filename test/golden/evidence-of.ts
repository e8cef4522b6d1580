/**
 * Small builders of evidence, so that a world is told in a few lines. Times are fixed and of no meaning.
 */
import type { CaseFile } from '../../src/model/case-file.js';
import { type DnsRecord, type DnsServer, dnsEvidenceId, type RecordData } from '../../src/model/dns.js';
import { assertDomainName } from '../../src/model/domain-name.js';
import type {
  ConnectEvidence,
  ConnectFailure,
  ConnectPurpose,
  DnsEvidence,
  Evidence,
  SkipReason,
  SmtpEvidence,
  SmtpFailure,
  SmtpPurpose,
  TlsEvidence,
} from '../../src/model/evidence.js';
import { addressFamily, assertIpAddress } from '../../src/model/ip-address.js';
import type { MailAddress } from '../../src/model/mail-address.js';
import type { Exchange, Reply } from '../../src/model/reply.js';
import { defaultTraceOptions, type Target } from '../../src/model/trace-options.js';
import type { Stage } from '../../src/model/vocabulary.js';

export const domain = assertDomainName('example.com');

export const bob: Target = {
  kind: 'address',
  input: 'bob@example.com',
  mailbox: {
    address: 'bob@example.com' as MailAddress,
    localPart: 'bob',
    domain: { kind: 'name', name: domain, unicode: null },
    needsSmtpUtf8: false,
  },
  domain: { kind: 'name', name: domain, unicode: null },
  assumed: false,
};

export const wholeDomain: Target = {
  kind: 'domain',
  input: 'example.com',
  mailbox: null,
  domain: { kind: 'name', name: domain, unicode: null },
  assumed: false,
};

const resolver: DnsServer = { role: 'resolver', address: assertIpAddress('192.0.2.53'), port: 53, name: null, zone: null };

/** A trace for bob over the evidence given, from a machine that is in order. */
export function caseOf(evidence: readonly Evidence[], changes: Partial<CaseFile> = {}): CaseFile {
  return {
    kind: 'trace',
    target: bob,
    options: defaultTraceOptions,
    startedAt: '2026-11-24T09:42:00.000Z',
    durationMs: 812.4,
    complete: true,
    identity: { helo: 'mail.corp.example', sender: 'admin@corp.example', assumed: [] },
    evidence: [...machine(), ...evidence].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...changes,
  };
}

function machine(): Evidence[] {
  const frame = { origin: 'live', startedMs: 0, durationMs: 1 } as const;
  return [
    {
      ...frame,
      id: 'system/host',
      kind: 'system',
      hostName: 'mail',
      fullName: assertDomainName('mail.corp.example'),
      resolvers: [resolver.address],
      sources: [assertIpAddress('203.0.113.5')],
      platform: 'linux',
    },
    { ...frame, id: 'source/4', kind: 'source', family: 4, outcome: { state: 'found', address: assertIpAddress('203.0.113.5') } },
    { ...frame, id: 'source/6', kind: 'source', family: 6, outcome: { state: 'none', detail: 'ENETUNREACH' } },
    ...host('mail.corp.example', '203.0.113.5'),
    dns('5.113.0.203.in-addr.arpa', 'PTR', [{ type: 'PTR', target: assertDomainName('mail.corp.example') }]),
    dns('corp.example', 'MX', [mx(10, 'mail.corp.example')]),
    ...host('corp.example', '203.0.113.80'),
  ];
}

type DnsSays = readonly RecordData[] | 'NXDOMAIN' | 'SERVFAIL' | 'timeout';

/** The resolver's answer to one question. No records: no data. */
export function dns(name: string, type: string, says: DnsSays): DnsEvidence {
  const question = { name: assertDomainName(name), type, server: resolver, recursionDesired: true, checkingDisabled: false };
  const frame = { id: dnsEvidenceId(question), kind: 'dns', origin: 'live', startedMs: 1, durationMs: 9, question } as const;
  const attempt = { transport: 'udp', edns: true, startedMs: 1, durationMs: 9 } as const;
  if (says === 'timeout')
    return { ...frame, attempts: [{ ...attempt, result: 'timeout' }], outcome: { state: 'failed', failure: 'timeout', detail: null } };
  const records = typeof says === 'string' ? [] : says.map((data): DnsRecord => ({ owner: question.name, type, ttlSeconds: 3600, data }));
  return {
    ...frame,
    attempts: [{ ...attempt, result: 'answered' }],
    outcome: {
      state: 'answered',
      response: {
        rcode: typeof says === 'string' ? says : 'NOERROR',
        flags: { aa: false, tc: false, rd: true, ra: true, ad: false, cd: false },
        transport: 'udp',
        edns: { version: 0, udpSize: 1232, dnssecOk: false },
        extendedErrors: [],
        answer: records,
        authority: [],
        additional: [],
        sizeBytes: 120,
        issues: [],
      },
    },
  };
}

export function mx(preference: number, exchange: string): RecordData {
  return { type: 'MX', preference, exchange: assertDomainName(exchange) };
}

/** An exchange of one IPv4 address. */
export function host(name: string, address: string): DnsEvidence[] {
  return [dns(name, 'A', [{ type: 'A', address: assertIpAddress(address) }]), dns(name, 'AAAA', [])];
}

interface Reached {
  readonly exchange?: string;
  readonly purpose?: ConnectPurpose;
  readonly port?: number;
}

/** A connect that came about, or how it failed. */
export function connect(
  address: string,
  state: 'connected' | ConnectFailure,
  { exchange, purpose = 'walk', port = 25 }: Reached = {},
): Evidence {
  const waitedMs = state === 'silent' ? 15_000 : 20;
  return {
    id: `connect/${address}/${port}`,
    kind: 'connect',
    origin: 'live',
    startedMs: 20,
    durationMs: waitedMs,
    address: assertIpAddress(address),
    port,
    exchange: exchange === undefined ? null : assertDomainName(exchange),
    purpose,
    outcome:
      state === 'connected'
        ? { state, source: assertIpAddress(addressFamily(assertIpAddress(address)) === 4 ? '203.0.113.5' : '2001:db8::5') }
        : { state: 'failed', failure: state, detail: null, waitedMs, limitMs: 15_000 },
  };
}

export function ping(address: string, answers: boolean): Evidence {
  return {
    id: `ping/${address}`,
    kind: 'ping',
    origin: 'live',
    startedMs: 20,
    durationMs: 18,
    address: assertIpAddress(address),
    outcome: answers ? { state: 'answered', roundTripMs: 18 } : { state: 'failed', failure: 'silent', detail: null },
  };
}

const commands: Readonly<Partial<Record<Stage, string>>> = {
  hello: 'EHLO mail.corp.example',
  mail: 'MAIL FROM:<admin@corp.example>',
  rcpt: 'RCPT TO:<bob@example.com>',
  starttls: 'STARTTLS',
  data: 'DATA',
  quit: 'QUIT',
};

interface Spoken {
  readonly exchange: string;
  readonly purpose?: SmtpPurpose;
  readonly recipient?: string | null;
  readonly sender?: string | null;
  readonly tls?: string | null;
  /** How the conversation broke off; null: it was completed. */
  readonly broken?: { readonly stage: Stage; readonly failure: SmtpFailure; readonly waitedMs?: number } | null;
}

/** A conversation in plain text of the stages and replies given: `['greeting', '220 mx1'], ['hello', '250 hi']`. */
export function smtp(address: string, said: readonly (readonly [Stage, string])[], spoken: Spoken): SmtpEvidence {
  const { exchange, purpose = 'deliver', recipient = 'bob@example.com', sender = 'admin@corp.example', tls = null, broken = null } = spoken;
  const suffix = purpose === 'deliver' ? '' : `/${purpose}`;
  const exchanges = said.map(([stage, line], at) => speak(stage, line, at));
  return {
    id: `smtp/${address}${suffix}`,
    kind: 'smtp',
    origin: 'live',
    startedMs: 40,
    durationMs: 60,
    exchange: assertDomainName(exchange),
    address: assertIpAddress(address),
    port: 25,
    purpose,
    identity: { helo: 'mail.corp.example', sender, recipient },
    exchanges,
    extensions: ['PIPELINING', 'SIZE 35000000'],
    extensionsBeforeTls: tls === null ? null : ['PIPELINING', 'STARTTLS'],
    transcript: exchanges.flatMap(({ stage, command, reply, sentMs, receivedMs }) => [
      ...(command === null ? [] : [{ atMs: sentMs, direction: 'sent' as const, stage, line: { text: command }, encrypted: false }]),
      ...(reply?.lines ?? []).map((line) => ({
        atMs: receivedMs ?? sentMs,
        direction: 'received' as const,
        stage,
        line,
        encrypted: false,
      })),
    ]),
    tls,
    anomalies: [],
    outcome: broken === null ? { state: 'completed' } : { state: 'failed', detail: null, waitedMs: 0, limitMs: 60_000, ...broken },
  };
}

/** A handshake that the server broke off. */
export function failedTls(address: string, exchange: string): TlsEvidence {
  return {
    id: `tls/${address}`,
    kind: 'tls',
    origin: 'live',
    startedMs: 60,
    durationMs: 10,
    exchange: assertDomainName(exchange),
    address: assertIpAddress(address),
    port: 25,
    purpose: 'deliver',
    outcome: { state: 'failed', side: 'server', detail: 'handshake failure', waitedMs: 10, limitMs: 60_000 },
  };
}

/** An address that was not tried. */
export function skippedConnect(address: string, exchange: string, reason: SkipReason): ConnectEvidence {
  return {
    id: `connect/${address}/25`,
    kind: 'connect',
    origin: 'live',
    startedMs: 20,
    durationMs: 0,
    address: assertIpAddress(address),
    port: 25,
    exchange: assertDomainName(exchange),
    purpose: 'walk',
    outcome: { state: 'skipped', reason },
  };
}

export function replyOf(line: string): Reply {
  const [, code = '', enhanced = null] = /^(\d{3})[ -](?:([245]\.\d{1,3}\.\d{1,3}) )?/.exec(line) ?? [];
  return { code: Number(code), enhanced, lines: [{ text: line }], issues: [] };
}

function speak(stage: Stage, line: string, at: number): Exchange {
  return { stage, command: commands[stage] ?? null, reply: replyOf(line), sentMs: 40 + at * 10, receivedMs: 45 + at * 10 };
}

/** A conversation that ends in the reply to RCPT. */
export function answersRcpt(address: string, exchange: string, reply: string): Evidence[] {
  const said = [
    ['greeting', `220 ${exchange} ESMTP`],
    ['hello', `250 ${exchange}`],
    ['mail', '250 2.1.0 Ok'],
    ['rcpt', reply],
    ['quit', '221 2.0.0 Bye'],
  ] as const;
  return [connect(address, 'connected', { exchange }), smtp(address, said, { exchange })];
}
