/**
 * The walk from the root to the servers of a name, referral by referral (RFC 1034 section 5.3.3).
 *
 * The full question is asked at each level, of one server after another; at the name's own zone of every
 * server. Name servers without trusted glue are looked up by walks of their own. Everything is bounded:
 * levels, servers, walks within walks, aliases. What servers do wrong is part of the result.
 */
import { type DnsQuestion, type DnsResponse, type DnsServer, dnsEvidenceId } from '../model/dns.js';
import { type DomainName, isWithin, rootName } from '../model/domain-name.js';
import type { DnsEvidence } from '../model/evidence.js';
import type { IpAddress } from '../model/ip-address.js';
import type { RootHint } from '../model/trace-options.js';
import { type Answer, isConclusive, readAnswer } from './answer.js';
import { type Delegation, type DelegationState, isRegistry } from './delegation-result.js';
import { readNameServers, readReferral, rootCut, type WalkFamilies, type ZoneCut, zoneServers } from './delegation-servers.js';
import { isUsable, type Procedure, runBeside } from './procedure.js';

export interface WalkRequest {
  readonly name: DomainName;
  /** The first one is asked on the way down. */
  readonly types: readonly [string, ...string[]];
  readonly rootHints: readonly RootHint[];
  readonly families: WalkFamilies;
}

interface Walk extends WalkRequest {
  /** 0 for the walk that was asked for, more for one that looks up a name server. */
  readonly depth: number;
  /** What was heard so far, in order; grows as the walk goes. */
  readonly heard: Answer[];
}

/** The deepest delegations of the world have 7 levels; `ip6.arpa` may have 34, where no mail goes. */
const cutLimit = 16;
const rootServersTried = 3;
const serversTried = 6;
/** Servers of the name's own zone: all of them, as far as a zone has any decent number. */
const ownServersLimit = 40;
/** Of the names without glue, how many are looked up at each depth of walks within walks. */
const lookupsAtDepth = [12, 3, 1];
/** RFC 1034 section 5.2.2; resolvers give up between 8 and 16. */
export const aliasLimit = 8;

/** The walk to the name's own zone, and on where the name is an alias into another one. */
export function* walkDelegation(request: WalkRequest): Procedure<Delegation> {
  return yield* walkAliases(request, []);
}

function* walkAliases(request: WalkRequest, passed: readonly DomainName[]): Procedure<Delegation> {
  const delegation = yield* descend({ ...request, depth: 0, heard: [] }, rootCut(request.rootHints));
  const conclusive = delegation.answers.find((answer) => answer.authoritative && isConclusive(answer));
  const target = conclusive?.kind === 'alias-only' ? conclusive.aliases.at(-1) : undefined;
  if (target === undefined || passed.includes(target) || target === request.name || passed.length >= aliasLimit) return delegation;
  return { ...delegation, target: yield* walkAliases({ ...request, name: target }, [...passed, request.name]) };
}

export interface ZoneQuestion extends WalkRequest {
  /** The zone whose servers are known already, and that the name lies within. */
  readonly cut: ZoneCut;
}

/** The same from a zone that is known: every server of the name's zone is asked for every type. */
export function* walkWithin({ cut, ...request }: ZoneQuestion): Procedure<Delegation> {
  const walk = { ...request, depth: 0, heard: [] };
  const asked = yield* askZone(walk, [cut]);
  const deeper = yield* findReferral(walk, cut, asked.servers);
  return deeper === null ? asked : yield* descend(walk, yield* completeCut(walk, deeper, true));
}

/** Whether one of the servers, which have been asked already, refers to a zone further down. */
function* findReferral(walk: Walk, cut: ZoneCut, servers: readonly DnsServer[]): Procedure<ZoneCut | null> {
  const evidence = yield { mode: 'all', questions: servers.map((server) => question(walk, server)) };
  for (const heard of evidence) {
    const referral = heard === null ? null : readCut(heard, walk.name, cut.zone);
    if (referral !== null) return referral;
  }
  return null;
}

function* descend(walk: Walk, start: ZoneCut): Procedure<Delegation> {
  const cuts = [start];
  for (let cut = start; cuts.length <= cutLimit; cuts.push(cut)) {
    if (cut.zone === walk.name && cut.zone !== rootName) return yield* askZone(walk, cuts);
    const found = yield* askOnTheWay(walk, cut);
    if (found.referral === null) return yield* endAt(walk, cuts, found);
    cut = yield* completeCut(walk, found.referral, found.referral.zone === walk.name);
  }
  return ended(walk, cuts, { state: 'no-end', answers: [] });
}

interface OnTheWay {
  readonly referral: ZoneCut | null;
  /** The answer with authority that ends the walk, and who gave it. */
  readonly final: { readonly server: DnsServer; readonly response: DnsResponse; readonly answer: Answer } | null;
  readonly answers: readonly Answer[];
}

/** Asks one server of the zone after another until one leads on. */
function* askOnTheWay(walk: Walk, cut: ZoneCut): Procedure<OnTheWay> {
  let open = zoneServers(cut, walk.families).slice(0, cut.zone === rootName ? rootServersTried : serversTried);
  const answers: Answer[] = [];
  while (open.length > 0) {
    const asked = open;
    const evidence = yield { mode: 'first', questions: asked.map((server) => question(walk, server)) };
    for (const { server, heard } of inOrderOfArrival(asked, evidence)) {
      const answer = readAs(heard, server);
      answers.push(answer);
      walk.heard.push(answer);
      const referral = readCut(heard, walk.name, cut.zone);
      if (referral !== null) return { referral, final: null, answers };
      if (heard.outcome.state === 'answered' && answer.authoritative && isConclusive(answer))
        return { referral: null, final: { server, response: heard.outcome.response, answer }, answers };
    }
    open = asked.filter((_, at) => (evidence[at] ?? null) === null);
    if (open.length === asked.length) break;
  }
  return { referral: null, final: null, answers };
}

/** Those that were heard: the usable ones in the order in which they came, then the others, so that a replay goes the same way. */
function inOrderOfArrival(servers: readonly DnsServer[], evidence: readonly (DnsEvidence | null)[]) {
  const pairs = servers.flatMap((server, at) => {
    const heard = evidence[at] ?? null;
    return heard === null ? [] : [{ server, heard, arrivedMs: heard.startedMs + heard.durationMs, usable: isUsable(heard) }];
  });
  return pairs.sort((a, b) => Number(b.usable) - Number(a.usable) || a.arrivedMs - b.arrivedMs);
}

function* endAt(walk: Walk, cuts: readonly ZoneCut[], { final, answers }: OnTheWay): Procedure<Delegation> {
  const zone = cuts.at(-1)?.zone ?? rootName;
  if (final === null) return ended(walk, cuts, { state: stateOfFailure(zone, answers), answers });
  if (walk.depth > 0) return yield* askFurther(walk, cuts, final);
  const apex = yield* findApex(walk, zone, final);
  const ownZone = apex?.zone ?? zone;
  // A registry's own servers have said it; one of them is enough.
  if (final.answer.kind === 'nxdomain' && isRegistry(ownZone)) return ended(walk, cuts, { state: 'nxdomain-at-parent', answers });
  const above = apex === null ? cuts.slice(0, -1) : cuts;
  const own = apex ?? cuts.at(-1);
  const asked = yield* askZone(walk, own === undefined ? cuts : [...above, yield* completeCut(walk, own, true)]);
  const missing = asked.answers.filter((answer) => answer.authoritative && isConclusive(answer));
  const gone = asked.state === 'reached' && missing.every(({ kind }) => kind === 'nxdomain');
  return gone && ownZone !== walk.name ? { ...asked, state: 'nxdomain-at-parent' } : asked;
}

function stateOfFailure(zone: DomainName, answers: readonly Answer[]): DelegationState {
  if (answers.some(isForeign)) return 'foreign-answer';
  return zone === rootName ? 'root-unreachable' : 'no-answer-above';
}

/** What no server on the way says: data or its absence without AA (RFC 1035 section 4.1.1). */
function isForeign({ rcode, authoritative, kind, recursionAvailable }: Answer): boolean {
  if (rcode === null || authoritative || kind === 'referral') return false;
  return recursionAvailable || kind === 'records' || kind === 'nxdomain';
}

/**
 * The zone of the name where it lies below the zone that answered on the same servers, so that nobody referred to
 * it: told by the SOA (RFC 2308 section 2), and its servers by NS. Null: the zone that answered is the name's own.
 */
function* findApex(walk: Walk, zone: DomainName, { server, response }: NonNullable<OnTheWay['final']>): Procedure<ZoneCut | null> {
  const told = apexOf(response, walk.name, zone);
  const heard = told === null ? yield* askOne(walk.name, 'SOA', server) : null;
  const apex = told ?? (heard === null ? null : apexOf(heard, walk.name, zone));
  if (apex === null || apex === zone) return null;
  const named = yield* askOne(apex, 'NS', server);
  if (named === null) return null;
  const cut = readNameServers(named, named.answer, { zone: apex, parent: zone });
  return cut.nameServers.length > 0 ? cut : null;
}

function apexOf({ answer, authority }: DnsResponse, name: DomainName, zone: DomainName): DomainName | null {
  const records = [...answer.filter(({ type }) => type === 'SOA'), ...authority];
  const owner = records.find(
    ({ type, owner }) => (type === 'SOA' || type === 'NS') && isWithin(name, owner) && isWithin(owner, zone),
  )?.owner;
  return owner ?? null;
}

function* askOne(name: DomainName, type: string, server: DnsServer): Procedure<DnsResponse | null> {
  const [heard] = yield { mode: 'all', questions: [{ name, type, server, recursionDesired: false, checkingDisabled: false }] };
  return heard?.outcome.state === 'answered' && heard.outcome.response.flags.aa ? heard.outcome.response : null;
}

/** Every server of the last cut, for every type. */
function* askZone(walk: Walk, cuts: readonly ZoneCut[]): Procedure<Delegation> {
  const cut = cuts.at(-1);
  const servers = cut === undefined ? [] : zoneServers(cut, walk.families).slice(0, walk.depth === 0 ? ownServersLimit : serversTried);
  const heard = yield* askEvery(walk, servers, walk.types);
  const answers = heard.filter(({ type }) => type === walk.types[0]).map(({ answer }) => answer);
  const further = heard.filter(({ type }) => type !== walk.types[0]).map(({ answer }) => answer);
  const reached = answers.some((answer) => answer.authoritative && isConclusive(answer));
  return { ...ended(walk, cuts, { state: reached ? 'reached' : 'servers-unusable', answers }), servers, further };
}

interface TypedAnswer {
  readonly type: string;
  readonly answer: Answer;
}

function* askEvery(walk: Walk, servers: readonly DnsServer[], types: readonly string[]): Procedure<readonly TypedAnswer[]> {
  const questions = types.flatMap((type) => servers.map((server) => ({ ...question(walk, server), type })));
  const evidence = yield { mode: 'all', questions };
  return questions.flatMap(({ type, server }, at) => {
    const heard = evidence[at] ?? null;
    return heard === null ? [] : [{ type, answer: readAs(heard, server) }];
  });
}

/** The other types of a name server's addresses, of the one that has answered already. */
function* askFurther(walk: Walk, cuts: readonly ZoneCut[], { server, answer }: NonNullable<OnTheWay['final']>): Procedure<Delegation> {
  const further = yield* askEvery(walk, [server], walk.types.slice(1));
  return { ...ended(walk, cuts, { state: 'reached', answers: [answer] }), further: further.map((other) => other.answer) };
}

/** Looks up the name servers that came without glue: all of them where the whole set is asked, else only where there is no other way. */
function* completeCut(walk: Walk, cut: ZoneCut, whole: boolean): Procedure<ZoneCut> {
  const lacking = cut.nameServers.filter(({ name, addresses }) => addresses.length === 0 && !isWithin(name, cut.zone));
  const known = zoneServers(cut, walk.families).length > 0;
  const limit = lookupsAtDepth[walk.depth] ?? 0;
  if (lacking.length === 0 || limit === 0 || (known && (walk.depth > 0 || !whole))) return cut;
  const names = lacking.slice(0, limit).map(({ name }) => name);
  const found = yield* runBeside(names.map((name) => walkToAddresses(walk, name)));
  const byName = new Map(names.map((name, at) => [name, found[at] ?? []]));
  const nameServers = cut.nameServers.map((server) => ({ ...server, addresses: byName.get(server.name) ?? server.addresses }));
  return { ...cut, nameServers };
}

function* walkToAddresses({ rootHints, families, depth }: Walk, name: DomainName): Procedure<readonly IpAddress[]> {
  const types = families.ipv6 ? (['A', 'AAAA'] as const) : (['A'] as const);
  const { answers, further } = yield* descend({ name, types, rootHints, families, depth: depth + 1, heard: [] }, rootCut(rootHints));
  const records = [...answers, ...further].flatMap((answer) => (answer.authoritative ? answer.records : []));
  return [...new Set(records.flatMap(({ data }) => ('address' in data ? [data.address] : [])))];
}

function ended(
  { name, heard }: Walk,
  cuts: readonly ZoneCut[],
  { state, answers }: { readonly state: DelegationState; readonly answers: readonly Answer[] },
): Delegation {
  return {
    name,
    state,
    zone: cuts.at(-1)?.zone ?? rootName,
    cuts: [...cuts],
    onTheWay: [...heard],
    servers: [],
    answers,
    further: [],
    target: null,
  };
}

function question({ name, types }: Walk, server: DnsServer): DnsQuestion {
  return { name, type: types[0], server, recursionDesired: false, checkingDisabled: false };
}

/** The answer, given by the server as this walk knows it: the same address may serve the zone above as well. */
function readAs(evidence: DnsEvidence, server: DnsServer): Answer {
  return { ...readAnswer(evidence), server };
}

function readCut(evidence: DnsEvidence, name: DomainName, zone: DomainName): ZoneCut | null {
  if (evidence.outcome.state !== 'answered') return null;
  const cut = readReferral(evidence.outcome.response, { name, zone });
  return cut === null ? null : { ...cut, evidence: [dnsEvidenceId(evidence.question)] };
}
