/**
 * Small worlds for tests of facts and rules about hosts: the MX records, what became of each address, who asks.
 *
 * `hostView({ mx: ['10 mx1.example.com 192.0.2.25'], hosts: { '192.0.2.25': { says: ['220 hi', 'EHLO', '250 hi', 'MAIL', '250 ok', 'RCPT', '550 no'] } } })`
 */
import type { CaseFile, TraceIdentity } from '../../model/case-file.js';
import { assertDomainName, type DomainName } from '../../model/domain-name.js';
import type {
  ConnectEvidence,
  ConnectFailure,
  Evidence,
  PingEvidence,
  SkipReason,
  SmtpAnomaly,
  SmtpEvidence,
  SmtpFailure,
  SmtpPurpose,
  TlsEvidence,
} from '../../model/evidence.js';
import { createFactView, type FactView } from '../../model/fact.js';
import { addressFamily, assertIpAddress, type IpAddress } from '../../model/ip-address.js';
import type { MailAddress, Mailbox } from '../../model/mail-address.js';
import type { Exchange, TranscriptEvent } from '../../model/reply.js';
import { defaultTraceOptions, type Target, type TraceOptions } from '../../model/trace-options.js';
import type { Stage } from '../../model/vocabulary.js';
import { type DnsWords, dnsEvidence } from './dns-evidence.js';

export interface ConversationWords {
  /** Replies and, before each but the greeting, the verb of its command: `220 hi`, `EHLO`, `250-a` with line ends as `\n`. */
  readonly says: readonly string[];
  readonly breaks?: { readonly stage: Stage; readonly failure: SmtpFailure; readonly waitedMs?: number };
  /** What came of the greeting before it broke off. */
  readonly unfinished?: string;
  readonly extensions?: readonly string[];
  readonly anomalies?: readonly SmtpAnomaly[];
  /** How long the greeting took. */
  readonly greetingMs?: number;
}

export type TlsWords = Partial<Extract<TlsEvidence['outcome'], { state: 'established' }>> | { readonly fails: string };

export interface HostWords extends Partial<ConversationWords> {
  readonly connect?: ConnectFailure;
  readonly waitedMs?: number;
  readonly skipped?: SkipReason;
  readonly ping?: number | 'silent';
  /** What 587 does. */
  readonly life?: 'connected' | ConnectFailure;
  readonly tls?: TlsWords;
  readonly purpose?: SmtpPurpose;
  readonly plain?: ConversationWords;
  readonly oldTls?: TlsWords;
}

export interface HostWorld {
  /** `10 mx1.example.com 192.0.2.25 2001:db8::25`; without addresses the name does not exist. Empty: no MX, and `addresses` stand behind the domain. */
  readonly mx?: readonly string[];
  readonly addresses?: readonly string[];
  /** As `mx`, for exchanges whose lookups stand in `more`. */
  readonly bare?: readonly string[];
  readonly hosts?: Readonly<Record<string, HostWords>>;
  readonly target?: Target;
  readonly options?: Partial<TraceOptions>;
  readonly identity?: TraceIdentity | null;
  readonly sources?: readonly string[];
  /** Hosts that have nothing to do with the target. */
  readonly controls?: Readonly<Record<string, HostWords>>;
  readonly more?: readonly (DnsWords | Evidence)[];
}

const domain = assertDomainName('example.com');
const resolver = '198.51.100.53';

/** A mailbox of example.com. */
export function testTarget(localPart = 'bob'): Target {
  const mailbox: Mailbox = {
    address: `${localPart}@example.com` as MailAddress,
    localPart,
    domain: { kind: 'name', name: domain, unicode: null },
    needsSmtpUtf8: /[^ -~]/.test(localPart),
  };
  return { kind: 'address', input: mailbox.address, mailbox, domain: mailbox.domain, assumed: false };
}

const givenIdentity: TraceIdentity = { helo: 'probe.example.net', sender: 'admin@example.net', assumed: [] };

export function hostCase(world: HostWorld): CaseFile {
  const identity = world.identity === undefined ? givenIdentity : world.identity;
  const names = exchangeNames(world);
  const hosts = Object.entries(world.hosts ?? {}).flatMap(([address, words]) =>
    describeHost(address, words, { identity, exchange: names.get(address) ?? domain, control: false }),
  );
  const controls = Object.entries(world.controls ?? {}).flatMap(([address, words]) =>
    describeHost(address, words, { identity, exchange: assertDomainName(`mx.control${address.split('.')[0]}.example`), control: true }),
  );
  const more = (world.more ?? []).map((each) => ('kind' in each ? each : dnsEvidence(each)));
  const evidence: Evidence[] = [...describeMachine(world), ...describeRoute(world), ...hosts, ...controls, ...more];
  return {
    kind: 'trace',
    target: world.target ?? testTarget(),
    options: { ...defaultTraceOptions, walk: false, ...world.options },
    startedAt: '2026-01-01T00:00:00Z',
    durationMs: 1000,
    complete: !evidence.some(({ kind }) => kind === 'end'),
    identity,
    evidence: evidence.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

export function hostView(world: HostWorld): FactView {
  return createFactView(hostCase(world));
}

function exchangeNames({ mx = [] }: HostWorld): ReadonlyMap<string, DomainName> {
  return new Map(
    mx.flatMap((line) => readMx(line).addresses.map((address) => [address, assertDomainName(readMx(line).exchange)] as const)),
  );
}

function readMx(line: string): { preference: string; exchange: string; addresses: readonly string[] } {
  const [preference = '', exchange = '', ...addresses] = line.split(' ');
  return { preference, exchange, addresses };
}

function describeMachine({ sources = ['203.0.113.5'] }: HostWorld): Evidence[] {
  const found = sources.map(assertIpAddress);
  const frame = { origin: 'live', startedMs: 0, durationMs: 0 } as const;
  const families = ([4, 6] as const).map((family): Evidence => {
    const address = found.find((source) => addressFamily(source) === family);
    return {
      ...frame,
      id: `source/${family}`,
      kind: 'source',
      family,
      outcome: address === undefined ? { state: 'none', detail: 'ENETUNREACH' } : { state: 'found', address },
    };
  });
  const fullName = assertDomainName('probe.example.net');
  return [
    {
      ...frame,
      id: 'system/host',
      kind: 'system',
      hostName: fullName,
      fullName,
      resolvers: [assertIpAddress(resolver)],
      sources: found,
      platform: 'linux',
    },
    ...families,
  ];
}

function describeRoute({ mx = [], bare = [], addresses = [] }: HostWorld): Evidence[] {
  const answer = [...bare, ...mx].map((line) => `example.com 300 MX ${readMx(line).preference} ${readMx(line).exchange}`);
  const hosts = answer.length > 0 ? mx.map(readMx) : [{ exchange: 'example.com', addresses }];
  return [
    dnsEvidence({ ask: 'example.com MX', at: resolver, answer }),
    ...hosts
      .filter(({ exchange }) => exchange !== '.')
      .flatMap(({ exchange, addresses: own }) => describeAddresses(exchange, own, answer.length === 0)),
  ];
}

function describeAddresses(name: string, addresses: readonly string[], exists: boolean): Evidence[] {
  return (['A', 'AAAA'] as const).map((type) => {
    const own = addresses.filter((address) => address.includes(':') === (type === 'AAAA'));
    const missing = addresses.length === 0 && !exists ? { rcode: 'NXDOMAIN' } : {};
    return dnsEvidence({
      ask: `${name} ${type}`,
      at: resolver,
      answer: own.map((address) => `${name} 300 ${type} ${address}`),
      ...missing,
    });
  });
}

interface Surroundings {
  readonly identity: TraceIdentity | null;
  readonly exchange: DomainName;
  readonly control: boolean;
}

function describeHost(text: string, words: HostWords, { identity, exchange, control }: Surroundings): Evidence[] {
  const address = assertIpAddress(text);
  const purpose = control ? 'control' : (words.purpose ?? 'deliver');
  const suffix = purpose === 'deliver' ? '' : `/${purpose}`;
  const place = { address, exchange, identity, purpose };
  const tlsId = `tls/${address}${suffix}`;
  return [
    connectEvidence(place, 25, { purpose: control ? 'control' : 'walk', words }),
    ...(words.ping === undefined ? [] : [pingEvidence(address, words.ping)]),
    ...(words.life === undefined
      ? []
      : [connectEvidence(place, 587, { purpose: 'life', words: words.life === 'connected' ? {} : { connect: words.life } })]),
    ...(words.says === undefined
      ? []
      : [
          smtpEvidence(
            place,
            { ...words, says: words.says },
            { id: `smtp/${address}${suffix}`, tls: words.tls === undefined ? null : tlsId },
          ),
        ]),
    ...(words.tls === undefined ? [] : [tlsEvidence(place, tlsId, words.tls)]),
    ...(words.plain === undefined
      ? []
      : [smtpEvidence({ ...place, purpose: 'plain' }, words.plain, { id: `smtp/${address}/plain`, tls: null })]),
    ...(words.oldTls === undefined ? [] : [tlsEvidence({ ...place, purpose: 'old-tls' }, `tls/${address}/old-tls`, words.oldTls)]),
  ];
}

interface Place {
  readonly address: IpAddress;
  readonly exchange: DomainName;
  readonly identity: TraceIdentity | null;
  readonly purpose: SmtpPurpose;
}

function connectEvidence(
  { address, exchange }: Place,
  port: number,
  { purpose, words }: { purpose: ConnectEvidence['purpose']; words: HostWords },
): ConnectEvidence {
  const waitedMs = words.waitedMs ?? 15_000;
  const outcome: ConnectEvidence['outcome'] =
    words.skipped !== undefined
      ? { state: 'skipped', reason: words.skipped }
      : words.connect === undefined
        ? { state: 'connected', source: assertIpAddress('203.0.113.5') }
        : { state: 'failed', failure: words.connect, detail: null, waitedMs, limitMs: 15_000 };
  return {
    id: `connect/${address}/${port}`,
    kind: 'connect',
    origin: 'live',
    startedMs: 10,
    durationMs: 20,
    address,
    port,
    exchange,
    purpose,
    outcome,
  };
}

function pingEvidence(address: IpAddress, ping: number | 'silent'): PingEvidence {
  const outcome: PingEvidence['outcome'] =
    ping === 'silent' ? { state: 'failed', failure: 'silent', detail: null } : { state: 'answered', roundTripMs: ping };
  return { id: `ping/${address}`, kind: 'ping', origin: 'live', startedMs: 10, durationMs: 20, address, outcome };
}

const stageOfVerb: Readonly<Record<string, Stage>> = {
  EHLO: 'hello',
  HELO: 'hello',
  STARTTLS: 'starttls',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
  '.': 'message',
  RSET: 'rset',
  QUIT: 'quit',
};

function smtpEvidence(
  { address, exchange, identity, purpose }: Place,
  words: ConversationWords,
  { id, tls }: { id: string; tls: string | null },
): SmtpEvidence {
  const { breaks } = words;
  const extensions = words.extensions ?? ['STARTTLS'];
  return {
    id,
    kind: 'smtp',
    origin: 'live',
    startedMs: 30,
    durationMs: 100,
    exchange,
    address,
    port: 25,
    purpose,
    identity: { helo: identity?.helo ?? '', sender: identity?.sender ?? null, recipient: purpose === 'look' ? null : 'bob@example.com' },
    exchanges: readExchanges(words),
    extensions,
    extensionsBeforeTls: extensions,
    transcript: words.unfinished === undefined ? [] : [receivedGreeting(words.unfinished)],
    tls,
    anomalies: words.anomalies ?? [],
    outcome:
      breaks === undefined
        ? { state: 'completed' }
        : { state: 'failed', stage: breaks.stage, failure: breaks.failure, detail: null, waitedMs: breaks.waitedMs ?? 0, limitMs: 60_000 },
  };
}

function receivedGreeting(text: string): TranscriptEvent {
  return { atMs: 31, direction: 'received', stage: 'greeting', line: { text }, encrypted: false };
}

function readExchanges({ says, greetingMs = 10 }: ConversationWords): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  let verb: string | null = null;
  for (const text of says) {
    if (!/^\d{3}/.test(text)) {
      verb = text;
      continue;
    }
    const lines = text.split('\n');
    const enhanced = /^\d{3}[ -]([245]\.\d+\.\d+)/.exec(text)?.[1] ?? null;
    const reply = { code: Number(text.slice(0, 3)), enhanced, lines: lines.map((line) => ({ text: line })), issues: [] };
    exchanges.push({
      stage: verb === null ? 'greeting' : (stageOfVerb[verb] ?? 'hello'),
      command: verb,
      reply,
      sentMs: 30,
      receivedMs: 30 + (verb === null ? greetingMs : 10),
    });
  }
  return exchanges;
}

function tlsEvidence({ address, exchange, purpose }: Place, id: string, words: TlsWords): TlsEvidence {
  const leaf = {
    subject: `CN=${exchange}`,
    issuer: 'CN=Root',
    names: [exchange],
    validFrom: '2025-12-01T00:00:00Z',
    validTo: '2026-03-01T00:00:00Z',
    sha256: '00',
    keyType: 'ec',
    keyBits: 256,
  };
  const outcome: TlsEvidence['outcome'] =
    'fails' in words
      ? { state: 'failed', side: 'server', detail: words.fails, waitedMs: 5, limitMs: 60_000 }
      : {
          state: 'established',
          protocol: 'TLSv1.3',
          cipher: 'TLS_AES_256_GCM_SHA384',
          chain: [leaf],
          chainFault: null,
          nameMatches: true,
          ...words,
        };
  return { id, kind: 'tls', origin: 'live', startedMs: 50, durationMs: 10, exchange, address, port: 25, purpose, outcome };
}
