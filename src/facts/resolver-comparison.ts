/**
 * Each of the machine's resolvers held against what the authority says now: the same, behind, a zone of its own, filtered.
 *
 * A cached answer's TTL counts down, and when it ends the answer goes; a copy of the zone has AA, or a TTL that
 * stands still at a second look, and never follows. An internal zone names private hosts. Where the authority could not
 * be asked, nothing is said. "Now" is the start of the trace.
 */

import { type DomainName, isWithin } from '../model/domain-name.js';
import type { Fact, FactView } from '../model/fact.js';
import { addressScope } from '../model/ip-address.js';
import { type Answer, isConclusive, readAnswer, resolverAnswers } from './answer.js';
import { describeAnswer } from './answer-text.js';
import { authorityViews } from './authority-views.js';
import { delegation } from './delegation.js';
import { authoritativeAnswers, mailRoute, targetDomain } from './mail-route.js';
import { networkDns } from './network-dns.js';

export type ResolverStanding = 'same' | 'stale' | 'zone-copy' | 'split-view' | 'filtered';

/** What gave it away. */
export type StandingSign =
  | 'ttl-counts-down'
  | 'different'
  | 'aa'
  | 'ttl-stands-still'
  | 'private-addresses'
  | 'extended-error'
  | 'sinkhole'
  | 'nxdomain';

export interface ResolverComparison {
  readonly resolver: string;
  readonly name: DomainName;
  readonly type: 'MX' | 'A' | 'AAAA';
  readonly standing: ResolverStanding;
  readonly sign: StandingSign | null;
  /** What the resolver says, and the authority. */
  readonly says: string;
  readonly authoritySays: string;
  readonly ttlSeconds: number | null;
  /** When the answer leaves the cache, ISO 8601; null unless it is stale. */
  readonly until: string | null;
  /** Whether the mail goes another way because of it: a sender here uses this resolver, and hosts or addresses differ. */
  readonly reroutes: boolean;
  readonly extendedError: string | null;
  readonly evidence: readonly string[];
}

/** RFC 8914 sections 4.16 to 4.19: blocked, censored, filtered, prohibited. */
const filterErrors: readonly number[] = [15, 16, 17, 18];

/** What every resolver says about the MX and about hosts within the domain's zone, held against the authority. */
export const resolverComparisons: Fact<readonly ResolverComparison[]> = {
  name: 'resolver-comparisons',
  derive(view) {
    const domain = targetDomain(view);
    if (domain === null || view.read(networkDns).state !== 'open') return [];
    const comparisons = resolverAnswers(view, domain, 'MX').flatMap((answer) => compareMx(view, domain, answer) ?? []);
    const behind = new Set(comparisons.filter(({ standing }) => standing !== 'same').map(({ resolver }) => resolver));
    const hosts = compareHosts(view, domain).filter(({ resolver, standing }) => !behind.has(resolver) && standing !== 'same');
    return [...comparisons, ...hosts];
  },
};

function compareMx(view: FactView, domain: DomainName, answer: Answer): ResolverComparison | null {
  const theirs = presentAnswers(view, domain);
  if (theirs.length === 0 || !(isConclusive(answer) || hasFilterError(answer))) return null;
  return compare(view, { name: domain, type: 'MX', answer, theirs });
}

/** What the authorities say now; at the end of the aliases where the domain is one. None where they could not be asked. */
function presentAnswers(view: FactView, domain: DomainName): readonly Answer[] {
  const walked = view.read(delegation);
  if (walked.state === 'nxdomain-at-parent')
    return walked.onTheWay.filter(({ kind, authoritative }) => kind === 'nxdomain' && authoritative);
  if (walked.target !== null) return walked.target.answers.filter((answer) => answer.authoritative && isConclusive(answer));
  const groups = view.read(authorityViews).groups;
  return groups.length > 0 ? groups.flatMap(({ views }) => views.map((each) => each.answer)) : authoritativeAnswers(view, domain, 'MX');
}

/** Addresses of hosts within the domain's zone, where none of them is the authority's. Balanced sets overlap; stale ones do not. */
function compareHosts(view: FactView, domain: DomainName): readonly ResolverComparison[] {
  const { zone } = view.read(delegation);
  const { exchanges } = view.read(mailRoute);
  const names = exchanges.flatMap(({ name }) => (name !== null && isWithin(name, zone) ? [name] : []));
  const questions = [...new Set([...names, domain])].flatMap((name) => [{ name, type: 'A' } as const, { name, type: 'AAAA' } as const]);
  return questions.flatMap(({ name, type }) => {
    const theirs = authoritativeAnswers(view, name, type);
    if (theirs.length === 0 || !names.includes(name)) return [];
    const answers = resolverAnswers(view, name, type).filter((answer) => answer.kind === 'records' || answer.kind === 'nxdomain');
    return answers.filter((answer) => !overlaps(answer, theirs)).map((answer) => compare(view, { name, type, answer, theirs }));
  });
}

function overlaps(answer: Answer, theirs: readonly Answer[]): boolean {
  const known = new Set(theirs.flatMap(addressesOf));
  if (known.size === 0) return answer.kind !== 'records';
  return addressesOf(answer).some((address) => known.has(address));
}

function addressesOf({ records }: Answer) {
  return records.flatMap(({ data }) => ('address' in data ? [data.address] : []));
}

interface Pair {
  readonly name: DomainName;
  readonly type: 'MX' | 'A' | 'AAAA';
  readonly answer: Answer;
  readonly theirs: readonly Answer[];
}

function compare(view: FactView, { name, type, answer, theirs }: Pair): ResolverComparison {
  const says = describeEnd(answer, type);
  const texts = theirs.map((each) => describeEnd(each, type));
  const second = type === 'MX' ? secondLook(view, answer, name) : null;
  const { standing, sign } = texts.includes(says)
    ? { standing: 'same' as const, sign: null }
    : judgeDifference(view, { name, type, answer, theirs }, second);
  const seenMs = Date.parse(view.file.startedAt) + answer.receivedMs;
  const until = standing === 'stale' && answer.ttlSeconds !== null ? new Date(seenMs + answer.ttlSeconds * 1000) : null;
  const told = answer.extendedErrors.find(({ code }) => filterErrors.includes(code));
  return {
    resolver: answer.server.address,
    name,
    type,
    standing,
    sign,
    says,
    authoritySays: texts[0] ?? '',
    ttlSeconds: answer.ttlSeconds,
    until: until === null ? null : `${until.toISOString().slice(0, 19)}Z`,
    reroutes: standing !== 'same' && isUsed(view, answer) && differsInHosts(answer, theirs),
    extendedError: told === undefined ? null : told.text || `code ${told.code}`,
    evidence: [...answer.evidence, ...(second?.evidence ?? []), ...theirs.flatMap(({ evidence }) => evidence)],
  };
}

/** What is said at the end of the aliases: a resolver that shows the alias alone has found nothing behind it. */
function describeEnd(answer: Answer, type: string): string {
  return describeAnswer(answer.kind === 'alias-only' ? { ...answer, kind: 'no-data' } : answer, type);
}

interface Difference {
  readonly standing: Exclude<ResolverStanding, 'same'>;
  readonly sign: StandingSign;
}

function judgeDifference(view: FactView, pair: Pair, second: Answer | null): Difference {
  const { answer, theirs } = pair;
  const filter = findFilter(pair);
  if (filter !== null) return { standing: 'filtered', sign: filter };
  const own = answer.authoritative ? ('aa' as const) : standsStill(answer, second) ? ('ttl-stands-still' as const) : null;
  if (namesPrivateHosts(view, answer) && !theirs.some((each) => namesPrivateHosts(view, each)))
    return { standing: 'split-view', sign: 'private-addresses' };
  if (own !== null) return { standing: 'zone-copy', sign: own };
  return { standing: 'stale', sign: countsDown(answer, theirs, second) ? 'ttl-counts-down' : 'different' };
}

/** Filters answer with an extended error, with an address that leads nowhere, or with an NXDOMAIN that no zone above has signed with its SOA. */
function findFilter({ name, answer, theirs }: Pair): StandingSign | null {
  if (!theirs.some(({ kind }) => kind === 'records' || kind === 'no-data')) return null;
  if (hasFilterError(answer)) return 'extended-error';
  const addresses = addressesOf(answer);
  const sunk = addresses.every((address) => ['loopback', 'unspecified'].includes(addressScope(address)));
  if (addresses.length > 0 && sunk) return 'sinkhole';
  const negative = answer.kind === 'nxdomain' && !answer.authoritative;
  return negative && (answer.soaZone === null || !isWithin(name, answer.soaZone)) ? 'nxdomain' : null;
}

function hasFilterError({ extendedErrors }: Answer): boolean {
  return extendedErrors.some(({ code }) => filterErrors.includes(code));
}

/** The same question two seconds later, with CD: it has the same place in the cache. Null where it was not asked. */
function secondLook(view: FactView, answer: Answer, name: DomainName): Answer | null {
  const found = view
    .list('dns')
    .find(
      ({ question }) =>
        question.server.role === 'resolver' &&
        question.checkingDisabled &&
        question.name === name &&
        question.type === 'MX' &&
        question.server.address === answer.server.address &&
        question.server.port === answer.server.port,
    );
  const second = found === undefined ? null : readAnswer(found);
  return second !== null && second.receivedMs - answer.receivedMs >= secondLookAfterMs - 200 ? second : null;
}

/** A TTL has whole seconds: after two of them a cached one is smaller by one at least. */
export const secondLookAfterMs = 2_100;

function standsStill(answer: Answer, second: Answer | null): boolean {
  return second !== null && second.ttlSeconds !== null && second.ttlSeconds === answer.ttlSeconds;
}

function countsDown(answer: Answer, theirs: readonly Answer[], second: Answer | null): boolean {
  if (answer.ttlSeconds === null) return false;
  if (second !== null && second.ttlSeconds !== null) return second.ttlSeconds !== answer.ttlSeconds;
  return theirs.every(({ ttlSeconds }) => ttlSeconds === null || ttlSeconds > (answer.ttlSeconds ?? 0));
}

/** Whether the answer, or the hosts that it names as this resolver knows them, lies in networks that nobody outside reaches. */
function namesPrivateHosts(view: FactView, answer: Answer): boolean {
  const hosts = answer.records.flatMap(({ data }) => (data.type === 'MX' ? [data.exchange] : []));
  const atResolver = (name: DomainName) =>
    (['A', 'AAAA'] as const).flatMap((type) =>
      resolverAnswers(view, name, type).filter(({ server }) => server.address === answer.server.address),
    );
  const addresses = answer.server.role === 'resolver' ? [answer, ...hosts.flatMap(atResolver)].flatMap(addressesOf) : addressesOf(answer);
  return addresses.some((address) => ['private', 'shared', 'link-local'].includes(addressScope(address)));
}

/** A sender here uses the first resolver that answers. */
function isUsed(view: FactView, answer: Answer): boolean {
  const domain = targetDomain(view);
  const first = domain === null ? undefined : resolverAnswers(view, domain, 'MX').find(isConclusive);
  return first !== undefined && first.server.address === answer.server.address;
}

function differsInHosts(answer: Answer, theirs: readonly Answer[]): boolean {
  const key = ({ kind, records }: Answer) =>
    `${kind} ${[...new Set(records.map(({ data }) => (data.type === 'MX' ? data.exchange : 'address' in data ? data.address : '')))].sort().join(' ')}`;
  return !theirs.some((each) => key(each) === key(answer));
}
