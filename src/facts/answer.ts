/**
 * What one server's answer to one question says: records, no data, no such name, or a failure.
 *
 * Aliases inside the answer are followed with a bound (RFC 1034 section 3.6.2). Nothing is asked.
 */
import type { DnsRecord, DnsResponse, DnsServer, ExtendedError } from '../model/dns.js';
import type { DomainName } from '../model/domain-name.js';
import type { DnsEvidence } from '../model/evidence.js';
import type { FactView } from '../model/fact.js';

/**
 * `referral`: the server points elsewhere (no AA, NS records in the authority section);
 * `alias-only`: a CNAME whose target is not in the answer; `alias-loop`: a chain that returns to itself or is too long.
 */
export type AnswerKind =
  | 'records'
  | 'no-data'
  | 'nxdomain'
  | 'servfail'
  | 'refused'
  | 'other-rcode'
  | 'referral'
  | 'alias-only'
  | 'alias-loop'
  | 'timeout'
  | 'unreachable'
  | 'malformed'
  | 'skipped';

export interface Answer {
  readonly kind: AnswerKind;
  readonly server: DnsServer;
  /** Of the type asked for, at the end of the aliases. */
  readonly records: readonly DnsRecord[];
  /** The names passed on the way, the last one first answered; empty where the name is no alias. */
  readonly aliases: readonly DomainName[];
  /** The smallest TTL on the way; for no data and NXDOMAIN the negative one (RFC 2308 section 5); null for a failure. */
  readonly ttlSeconds: number | null;
  /** The zone whose SOA stands beside no data or NXDOMAIN (RFC 2308 section 2); null where none does. */
  readonly soaZone: DomainName | null;
  /** Null for a failure below the rcode. */
  readonly rcode: string | null;
  readonly authoritative: boolean;
  readonly recursionAvailable: boolean;
  readonly extendedErrors: readonly ExtendedError[];
  /** When the answer was there, from the start of the trace. */
  readonly receivedMs: number;
  readonly evidence: readonly string[];
}

/** Longer alias chains are taken for loops; resolvers stop between 8 and 16. */
const aliasLimit = 12;

const kindOfRcode: Readonly<Record<string, AnswerKind>> = { NXDOMAIN: 'nxdomain', SERVFAIL: 'servfail', REFUSED: 'refused' };

/** Whether the answer says something about the name, rather than about the server's trouble. */
export function isConclusive(answer: Answer): boolean {
  return (
    answer.kind === 'records' ||
    answer.kind === 'no-data' ||
    answer.kind === 'nxdomain' ||
    answer.kind === 'alias-loop' ||
    answer.kind === 'alias-only'
  );
}

/** The meaning of one DNS observation. */
export function readAnswer(evidence: DnsEvidence): Answer {
  const base = {
    server: evidence.question.server,
    records: [],
    aliases: [],
    ttlSeconds: null,
    soaZone: null,
    rcode: null,
    authoritative: false,
    recursionAvailable: false,
    extendedErrors: [],
    receivedMs: evidence.startedMs + evidence.durationMs,
    evidence: [evidence.id],
  };
  if (evidence.outcome.state === 'skipped') return { ...base, kind: 'skipped' };
  if (evidence.outcome.state === 'failed') return { ...base, kind: kindOfFailure(evidence.outcome.failure) };
  const { response } = evidence.outcome;
  const heard = {
    ...base,
    rcode: response.rcode,
    soaZone: response.authority.find((record) => record.type === 'SOA')?.owner ?? null,
    authoritative: response.flags.aa,
    recursionAvailable: response.flags.ra,
    extendedErrors: response.extendedErrors,
  };
  if (response.rcode !== 'NOERROR' && response.rcode !== 'NXDOMAIN')
    return { ...heard, kind: kindOfRcode[response.rcode] ?? 'other-rcode' };
  const chain = followAliases(evidence.question.name, evidence.question.type, response.answer);
  if (chain.loops) return { ...heard, kind: 'alias-loop', aliases: chain.aliases, ttlSeconds: chain.ttlSeconds };
  if (chain.records.length > 0)
    return { ...heard, kind: 'records', records: chain.records, aliases: chain.aliases, ttlSeconds: chain.ttlSeconds };
  const negative = smallestTtl(chain.ttlSeconds, negativeTtl(response.authority));
  if (response.rcode === 'NXDOMAIN') return { ...heard, kind: 'nxdomain', aliases: chain.aliases, ttlSeconds: negative };
  const referred =
    !response.flags.aa && response.authority.some((record) => record.type === 'NS') && negativeTtl(response.authority) === null;
  if (referred && chain.aliases.length === 0) return { ...heard, kind: 'referral' };
  if (isUnreadable(response)) return { ...heard, kind: 'malformed' };
  const ended = negativeTtl(response.authority) !== null || chain.aliases.length === 0;
  return { ...heard, kind: ended ? 'no-data' : 'alias-only', aliases: chain.aliases, ttlSeconds: negative };
}

/** Nothing is left of what the message had: its emptiness says nothing about the name. */
function isUnreadable({ answer, authority, issues }: DnsResponse): boolean {
  return issues.length > 0 && answer.length === 0 && authority.length === 0;
}

function kindOfFailure(failure: string): AnswerKind {
  if (failure === 'timeout') return 'timeout';
  return failure === 'refused' || failure === 'unreachable' ? 'unreachable' : 'malformed';
}

interface Chain {
  readonly records: readonly DnsRecord[];
  readonly aliases: readonly DomainName[];
  readonly ttlSeconds: number | null;
  readonly loops: boolean;
}

/** Aliases are in no particular order in an answer; DNAME synthesis brings its CNAME along (RFC 6672 section 3.1). */
function followAliases(start: DomainName, type: string, answer: readonly DnsRecord[]): Chain {
  const aliases: DomainName[] = [];
  let ttlSeconds: number | null = null;
  let owner = start;
  for (;;) {
    const records = answer.filter((record) => record.owner === owner && record.type === type);
    if (records.length > 0)
      return {
        records,
        aliases,
        ttlSeconds: records.reduce((ttl, record) => smallestTtl(ttl, record.ttlSeconds), ttlSeconds),
        loops: false,
      };
    const alias = answer.find((record) => record.owner === owner && record.data.type === 'CNAME');
    if (alias?.data.type !== 'CNAME') return { records: [], aliases, ttlSeconds, loops: false };
    ttlSeconds = smallestTtl(ttlSeconds, alias.ttlSeconds);
    if (alias.data.target === start || aliases.includes(alias.data.target) || aliases.length >= aliasLimit)
      return { records: [], aliases, ttlSeconds, loops: true };
    owner = alias.data.target;
    aliases.push(owner);
  }
}

function negativeTtl(authority: readonly DnsRecord[]): number | null {
  const soa = authority.find((record) => record.data.type === 'SOA');
  return soa?.data.type === 'SOA' ? Math.min(soa.ttlSeconds, soa.data.minimumSeconds) : null;
}

function smallestTtl(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

/** The answers of the machine's resolvers to a question, in the order of configuration. */
export function resolverAnswers(view: FactView, name: DomainName, type: string): readonly Answer[] {
  const order = view.list('system')[0]?.resolvers ?? [];
  const configured = view.file.options.resolvers?.map((resolver) => resolver.address) ?? order;
  const answers = view
    .list('dns')
    .filter(
      ({ question }) =>
        question.server.role === 'resolver' && question.name === name && question.type === type && !question.checkingDisabled,
    )
    .map(readAnswer);
  return answers.sort((a, b) => configured.indexOf(a.server.address) - configured.indexOf(b.server.address));
}
