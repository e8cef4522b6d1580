/**
 * Builders of evidence for reports that the renderers are tested with. Times are fixed and of no meaning.
 */
import { type DnsRecord, type DnsServer, dnsEvidenceId, type RecordData } from '../../model/dns.js';
import { assertDomainName } from '../../model/domain-name.js';
import type { ConnectEvidence, DnsEvidence, Evidence, PingEvidence, SmtpEvidence, TlsEvidence } from '../../model/evidence.js';
import { assertIpAddress } from '../../model/ip-address.js';
import type { Exchange, Reply } from '../../model/reply.js';
import type { Stage } from '../../model/vocabulary.js';

const live = { origin: 'live' } as const;

export const resolver: DnsServer = { role: 'resolver', address: assertIpAddress('10.0.0.53'), port: 53, name: null, zone: null };
export const nameServer: DnsServer = {
  role: 'authority',
  address: assertIpAddress('192.0.2.53'),
  port: 53,
  name: assertDomainName('ns1.example.com'),
  zone: assertDomainName('example.com'),
};

/** A record with the owner and the TTL that do not matter. */
export function record(owner: string, data: RecordData): DnsRecord {
  return { owner: assertDomainName(owner), type: data.type, ttlSeconds: 3600, data };
}

export function mx(owner: string, preference: number, exchange: string): DnsRecord {
  return record(owner, { type: 'MX', preference, exchange: assertDomainName(exchange) });
}

export function dnsAnswer(name: string, type: string, answer: readonly DnsRecord[], server: DnsServer = resolver): DnsEvidence {
  const authoritative = server.role === 'authority';
  const question = { name: assertDomainName(name), type, server, recursionDesired: !authoritative, checkingDisabled: false };
  return {
    ...live,
    id: dnsEvidenceId(question),
    kind: 'dns',
    startedMs: 1.2,
    durationMs: 14.9,
    question,
    attempts: [{ transport: 'udp', edns: true, startedMs: 1.2, durationMs: 14.9, result: 'answered' }],
    outcome: {
      state: 'answered',
      response: {
        rcode: 'NOERROR',
        flags: { aa: authoritative, tc: false, rd: !authoritative, ra: !authoritative, ad: false, cd: false },
        transport: 'udp',
        edns: { version: 0, udpSize: 1232, dnssecOk: false },
        extendedErrors: [],
        answer,
        authority: [],
        additional: [],
        sizeBytes: 96,
        issues: [],
      },
    },
  };
}

export function dnsFailed(name: string, type: string, server: DnsServer = resolver): DnsEvidence {
  return { ...dnsAnswer(name, type, [], server), durationMs: 5000, outcome: { state: 'failed', failure: 'timeout', detail: null } };
}

export function connected(address: string, exchange: string): ConnectEvidence {
  return {
    ...live,
    id: `connect/${address}/25`,
    kind: 'connect',
    startedMs: 40,
    durationMs: 18.2,
    address: assertIpAddress(address),
    port: 25,
    exchange: assertDomainName(exchange),
    purpose: 'walk',
    outcome: { state: 'connected', source: assertIpAddress('192.0.2.130') },
  };
}

export function silent(address: string, exchange: string): ConnectEvidence {
  return {
    ...connected(address, exchange),
    durationMs: 15_000,
    outcome: { state: 'failed', failure: 'silent', detail: null, waitedMs: 15_000, limitMs: 15_000 },
  };
}

export function ping(address: string, roundTripMs: number | null): PingEvidence {
  const outcome =
    roundTripMs === null ? ({ state: 'failed', failure: 'silent', detail: null } as const) : ({ state: 'answered', roundTripMs } as const);
  return {
    ...live,
    id: `ping/${address}`,
    kind: 'ping',
    startedMs: 30,
    durationMs: roundTripMs ?? 3000,
    address: assertIpAddress(address),
    outcome,
  };
}

/** What is sent, and what comes back for it; the greeting is sent nothing. */
export interface Turn {
  readonly stage: Stage;
  readonly sends: string | null;
  readonly hears: readonly string[];
}

export function replyOf(lines: readonly string[]): Reply {
  const [first = ''] = lines;
  return {
    code: Number(/^[2-5]\d\d/.exec(first)?.[0] ?? 250),
    enhanced: /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(first)?.[1] ?? null,
    lines: lines.map((text) => ({ text })),
    issues: [],
  };
}

export function conversation(address: string, exchange: string, turns: readonly Turn[]): SmtpEvidence {
  const encryptedFrom = turns.findIndex(({ stage }) => stage === 'starttls');
  return {
    ...live,
    id: `smtp/${address}`,
    kind: 'smtp',
    startedMs: 58,
    durationMs: 210,
    exchange: assertDomainName(exchange),
    address: assertIpAddress(address),
    port: 25,
    purpose: 'deliver',
    identity: { helo: 'mail.corp.example', sender: 'admin@corp.example', recipient: 'bob@example.com' },
    exchanges: turns.map(toExchange),
    extensions: ['PIPELINING', 'SIZE 35882577', '8BITMIME'],
    extensionsBeforeTls: ['PIPELINING', 'SIZE 35882577', 'STARTTLS', '8BITMIME'],
    transcript: turns.flatMap((turn, at) => toEvents(turn, at, encryptedFrom >= 0 && at > encryptedFrom)),
    tls: `tls/${address}`,
    anomalies: [],
    outcome: { state: 'completed' },
  };
}

function toExchange({ stage, sends, hears }: Turn, at: number): Exchange {
  return { stage, command: sends, reply: replyOf(hears), sentMs: 60 + at * 20, receivedMs: 75 + at * 20 };
}

function toEvents({ stage, sends, hears }: Turn, at: number, encrypted: boolean): SmtpEvidence['transcript'] {
  const sent = sends === null ? [] : [{ atMs: 60 + at * 20, direction: 'sent', stage, line: { text: sends }, encrypted } as const];
  return [...sent, ...hears.map((text) => ({ atMs: 75 + at * 20, direction: 'received', stage, line: { text }, encrypted }) as const)];
}

export function handshake(address: string, exchange: string): TlsEvidence {
  return {
    ...live,
    id: `tls/${address}`,
    kind: 'tls',
    startedMs: 120,
    durationMs: 30,
    exchange: assertDomainName(exchange),
    address: assertIpAddress(address),
    port: 25,
    purpose: 'deliver',
    outcome: {
      state: 'established',
      protocol: 'TLSv1.3',
      cipher: 'TLS_AES_256_GCM_SHA384',
      chain: [
        {
          subject: `CN=${exchange}`,
          issuer: 'CN=Example CA',
          names: [exchange],
          validFrom: '2026-10-01T00:00:00.000Z',
          validTo: '2026-12-30T00:00:00.000Z',
          sha256: 'ab'.repeat(32),
          keyType: 'ec',
          keyBits: 256,
        },
      ],
      chainFault: null,
      nameMatches: true,
    },
  };
}

/** What every trace notes about its machine. */
export const machine: readonly Evidence[] = [
  {
    ...live,
    id: 'source/4',
    kind: 'source',
    startedMs: 0.4,
    durationMs: 0.3,
    family: 4,
    outcome: { state: 'found', address: assertIpAddress('192.0.2.130') },
  },
  {
    ...live,
    id: 'source/6',
    kind: 'source',
    startedMs: 0.4,
    durationMs: 0.3,
    family: 6,
    outcome: { state: 'none', detail: 'ENETUNREACH' },
  },
  {
    ...live,
    id: 'system/host',
    kind: 'system',
    startedMs: 0.1,
    durationMs: 0.2,
    hostName: 'mail',
    fullName: assertDomainName('mail.corp.example'),
    resolvers: [resolver.address],
    sources: [assertIpAddress('192.0.2.130')],
    platform: 'linux',
  },
];

/** A conversation of a sender with a server that offers STARTTLS, up to the recipient. */
export function turnsTo(host: string, recipientReply: readonly string[]): readonly Turn[] {
  return [
    { stage: 'greeting', sends: null, hears: [`220 ${host} ESMTP Postfix`] },
    { stage: 'hello', sends: 'EHLO mail.corp.example', hears: [`250-${host}`, '250-PIPELINING', '250-STARTTLS', '250 8BITMIME'] },
    { stage: 'starttls', sends: 'STARTTLS', hears: ['220 2.0.0 Ready to start TLS'] },
    { stage: 'hello', sends: 'EHLO mail.corp.example', hears: [`250-${host}`, '250-PIPELINING', '250 8BITMIME'] },
    { stage: 'mail', sends: 'MAIL FROM:<admin@corp.example>', hears: ['250 2.1.0 Ok'] },
    { stage: 'rcpt', sends: 'RCPT TO:<bob@example.com>', hears: recipientReply },
    { stage: 'quit', sends: 'QUIT', hears: ['221 2.0.0 Bye'] },
  ];
}
