/**
 * DNS observations in words, for tests: `dnsEvidence({ ask: 'example.com MX', at: '10.0.0.53', answer: ['example.com 300 MX 10 mx.example.com'] })`.
 *
 * A resolver is asked unless a zone is given. Misspelt records throw.
 */
import { type DnsFailure, type DnsQuestion, type DnsRecord, dnsEvidenceId, type RecordData } from '../../model/dns.js';
import { assertDomainName } from '../../model/domain-name.js';
import type { DnsEvidence, SkipReason } from '../../model/evidence.js';
import { assertIpAddress } from '../../model/ip-address.js';

export interface DnsWords {
  /** `example.com MX` */
  readonly ask: string;
  /** The address asked, with the port behind a `#` where it is not 53. */
  readonly at: string;
  /** Makes it an authority for this zone. */
  readonly zone?: string;
  /** The authority's name. */
  readonly server?: string;
  readonly rcode?: string;
  /** `example.com 300 MX 10 mx.example.com`, in the sections of that name. */
  readonly answer?: readonly string[];
  readonly authority?: readonly string[];
  readonly additional?: readonly string[];
  /** Flags that are set, separated by blanks; `ra` for a resolver and `aa` for an authority where they are left out. */
  readonly flags?: string;
  readonly extendedErrors?: readonly (readonly [number, string])[];
  readonly failure?: DnsFailure;
  readonly skipped?: SkipReason;
  readonly unchecked?: boolean;
  readonly startedMs?: number;
  readonly durationMs?: number;
}

/** The observation that the words describe. @throws Error on words that it does not know */
export function dnsEvidence(words: DnsWords): DnsEvidence {
  const question = readQuestion(words);
  return {
    id: dnsEvidenceId(question),
    kind: 'dns',
    origin: 'live',
    startedMs: words.startedMs ?? 0,
    durationMs: words.durationMs ?? 10,
    question,
    attempts: [],
    outcome: readOutcome(words),
  };
}

function readQuestion(words: DnsWords): DnsQuestion {
  const [name = '', type = ''] = words.ask.split(' ');
  const [address = '', port = '53'] = words.at.split('#');
  const isAuthority = words.zone !== undefined;
  const server = {
    role: isAuthority ? ('authority' as const) : ('resolver' as const),
    address: assertIpAddress(address),
    port: Number(port),
    name: words.server === undefined ? null : assertDomainName(words.server),
    zone: words.zone === undefined ? null : assertDomainName(words.zone),
  };
  return { name: assertDomainName(name), type, server, recursionDesired: !isAuthority, checkingDisabled: words.unchecked ?? false };
}

function readOutcome(words: DnsWords): DnsEvidence['outcome'] {
  if (words.skipped !== undefined) return { state: 'skipped', reason: words.skipped };
  if (words.failure !== undefined) return { state: 'failed', failure: words.failure, detail: null };
  const flags = (words.flags ?? (words.zone === undefined ? 'rd ra' : 'aa')).split(' ');
  const isSet = (flag: string) => flags.includes(flag);
  return {
    state: 'answered',
    response: {
      rcode: words.rcode ?? 'NOERROR',
      flags: { aa: isSet('aa'), tc: false, rd: isSet('rd'), ra: isSet('ra'), ad: isSet('ad'), cd: words.unchecked ?? false },
      transport: 'udp',
      edns: { version: 0, udpSize: 1232, dnssecOk: false },
      extendedErrors: (words.extendedErrors ?? []).map(([code, text]) => ({ code, text })),
      answer: (words.answer ?? []).map(dnsRecord),
      authority: (words.authority ?? []).map(dnsRecord),
      additional: (words.additional ?? []).map(dnsRecord),
      sizeBytes: 100,
      issues: [],
    },
  };
}

/** `example.com 300 MX 10 mx.example.com`; SOA as `example.com 300 SOA 60` with the negative TTL only. @throws Error */
export function dnsRecord(line: string): DnsRecord {
  const [owner = '', ttl = '', type = '', ...data] = line.split(' ');
  return { owner: assertDomainName(owner), type, ttlSeconds: Number(ttl), data: readData(type, data) };
}

function readData(type: string, [first = '', second = '']: readonly string[]): RecordData {
  if (type === 'A' || type === 'AAAA') return { type, address: assertIpAddress(first) };
  if (type === 'MX') return { type, preference: Number(first), exchange: assertDomainName(second) };
  if (type === 'NS' || type === 'CNAME' || type === 'PTR') return { type, target: assertDomainName(first) };
  if (type === 'TXT') return { type, strings: [first] };
  if (type !== 'SOA') throw new Error(`no such record in tests: ${type}`);
  const primary = assertDomainName('ns.example');
  const mailbox = assertDomainName('hostmaster.example');
  return { type, primary, mailbox, serial: 1, refresh: 3600, retry: 600, expire: 86_400, minimumSeconds: Number(first) };
}
