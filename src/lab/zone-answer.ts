/**
 * What the data of zones says to a question: the algorithm of RFC 1034 section 4.3.2, and what a resolver makes of it.
 */
import type { DnsRecord, ExtendedError, Rcode } from '../model/dns.js';
import { assertDomainName, type DomainName, isWithin, parentName, rootName } from '../model/domain-name.js';
import type { Zone } from './zone-tree.js';

export interface ZoneAnswer {
  readonly rcode: Rcode;
  readonly aa: boolean;
  readonly answer: readonly DnsRecord[];
  readonly authority: readonly DnsRecord[];
  readonly additional: readonly DnsRecord[];
  readonly extendedErrors: readonly ExtendedError[];
}

export interface Asked {
  readonly name: DomainName;
  readonly type: string;
}

export const emptyAnswer: ZoneAnswer = { rcode: 'NOERROR', aa: false, answer: [], authority: [], additional: [], extendedErrors: [] };

/** How many aliases a server or resolver follows. */
const aliasLimit = 16;

/** The answer of a server that has these zones, the deepest first; REFUSED where none of them holds the name. */
export function answerFromZones(zones: readonly Zone[], asked: Asked): ZoneAnswer {
  const zone = zones.find((each) => isWithin(asked.name, each.name));
  if (zone === undefined) return { ...emptyAnswer, rcode: 'REFUSED' };
  const cut = findCut(zone, asked.name);
  if (cut !== null) return referral(zone, cut);
  const found = findRecords(zone, asked);
  const alias = found.find((record) => record.data.type === 'CNAME');
  if (alias?.data.type === 'CNAME' && asked.type !== 'CNAME') return followAlias(zones, zone, alias, asked);
  if (found.length > 0) return { ...emptyAnswer, aa: true, answer: found, additional: addressesFor(zone, found) };
  return { ...negativeAnswer(zone, asked.name), aa: true };
}

/** The highest delegation between the zone's top and the name. */
function findCut(zone: Zone, name: DomainName): DomainName | null {
  let cut: DomainName | null = null;
  for (let at: DomainName | null = name; at !== null && at !== zone.name; at = parentName(at)) {
    const here = at;
    if (zone.records.some((record) => record.owner === here && record.type === 'NS')) cut = here;
  }
  return cut;
}

function referral(zone: Zone, cut: DomainName): ZoneAnswer {
  const authority = zone.records.filter((record) => record.owner === cut && record.type === 'NS');
  return { ...emptyAnswer, authority, additional: addressesFor(zone, authority) };
}

function addressesFor(zone: Zone, records: readonly DnsRecord[]): DnsRecord[] {
  const names = new Set(records.flatMap(({ data }) => (data.type === 'NS' ? [data.target] : data.type === 'MX' ? [data.exchange] : [])));
  return zone.records.filter((record) => (record.type === 'A' || record.type === 'AAAA') && names.has(record.owner));
}

/** Of the type or an alias; from the wildcard where the name does not exist (RFC 4592). */
function findRecords(zone: Zone, { name, type }: Asked): DnsRecord[] {
  const matches = (record: DnsRecord) => record.type === type || record.type === 'CNAME' || type === 'ANY';
  const here = zone.records.filter((record) => record.owner === name);
  if (here.length > 0) return here.filter(matches);
  if (exists(zone, name)) return [];
  const wildcard = closestWildcard(zone, name);
  return zone.records.filter((record) => record.owner === wildcard && matches(record)).map((record) => ({ ...record, owner: name }));
}

function exists(zone: Zone, name: DomainName): boolean {
  return zone.records.some((record) => isWithin(record.owner, name));
}

function closestWildcard(zone: Zone, name: DomainName): DomainName | null {
  let encloser = parentName(name);
  while (encloser !== null && encloser !== zone.name && !exists(zone, encloser)) encloser = parentName(encloser);
  if (encloser === null) return null;
  return assertDomainName(encloser === rootName ? '*' : `*.${encloser}`);
}

function followAlias(zones: readonly Zone[], zone: Zone, alias: DnsRecord, asked: Asked): ZoneAnswer {
  const chain: DnsRecord[] = [alias];
  for (let at = alias; at.data.type === 'CNAME' && chain.length < aliasLimit; ) {
    const name: DomainName = at.data.target;
    if (!isWithin(name, zone.name)) break;
    const found = findRecords(zone, { name, type: asked.type });
    const next = found.find((record) => record.data.type === 'CNAME');
    if (next === undefined) {
      if (found.length > 0 || findCut(zone, name) !== null) return { ...emptyAnswer, aa: true, answer: [...chain, ...found] };
      return { ...negativeAnswer(zone, name), aa: true, answer: chain };
    }
    if (chain.includes(next)) break;
    chain.push(next);
    at = next;
  }
  const rest = nextZoneAnswer(zones, zone, chain, asked);
  return {
    ...emptyAnswer,
    aa: true,
    rcode: rest?.rcode ?? 'NOERROR',
    answer: [...chain, ...(rest?.answer ?? [])],
    authority: rest?.authority ?? [],
  };
}

/** The rest of a chain that leaves the zone for another one that this server has. */
function nextZoneAnswer(zones: readonly Zone[], zone: Zone, chain: readonly DnsRecord[], asked: Asked): ZoneAnswer | null {
  const last = chain.at(-1)?.data;
  if (last?.type !== 'CNAME' || isWithin(last.target, zone.name)) return null;
  const others = zones.filter((each) => each.name !== zone.name && isWithin(last.target, each.name));
  const rest = others.length > 0 ? answerFromZones(others, { name: last.target, type: asked.type }) : null;
  return rest?.aa ? rest : null;
}

/** No data or NXDOMAIN, with the SOA that tells for how long (RFC 2308). */
function negativeAnswer(zone: Zone, name: DomainName): ZoneAnswer {
  const covered = exists(zone, name) || zone.records.some((record) => record.owner === closestWildcard(zone, name));
  return { ...emptyAnswer, rcode: covered ? 'NOERROR' : 'NXDOMAIN', authority: soaOf(zone) };
}

/** TTL and MINIMUM agree, as RFC 2308 section 3 wants it. */
function soaOf(zone: Zone): DnsRecord[] {
  return zone.records
    .filter((record) => record.owner === zone.name && record.data.type === 'SOA')
    .map((record) =>
      record.data.type === 'SOA' ? { ...record, ttlSeconds: Math.min(record.ttlSeconds, record.data.minimumSeconds) } : record,
    );
}

/** What a resolver says that can ask one answerer for each name: aliases followed across zones, no AA, no additional records. */
export function resolveFully(ask: (asked: Asked) => ZoneAnswer | null, asked: Asked): ZoneAnswer {
  const answer: DnsRecord[] = [];
  let { name } = asked;
  for (let step = 0; step <= aliasLimit; step += 1) {
    const part = ask({ name, type: asked.type });
    if (part === null) return { ...emptyAnswer, rcode: 'SERVFAIL' };
    answer.push(...part.answer.filter((record) => !answer.includes(record)));
    const end = aliasEnd(answer, asked);
    if (end === null) return { ...emptyAnswer, rcode: 'SERVFAIL' };
    const ended = end === name || part.authority.length > 0 || answer.some((record) => record.owner === end && record.type === asked.type);
    if (ended) return { ...emptyAnswer, rcode: part.rcode, answer, authority: part.authority, extendedErrors: part.extendedErrors };
    name = end;
  }
  return { ...emptyAnswer, rcode: 'SERVFAIL' };
}

/** The name at the end of the aliases; null where they go round in a circle. */
function aliasEnd(answer: readonly DnsRecord[], { name, type }: Asked): DomainName | null {
  const seen = new Set([name]);
  let at = name;
  for (;;) {
    const here = at;
    const alias = type === 'CNAME' ? undefined : answer.find((record) => record.owner === here && record.data.type === 'CNAME');
    if (alias?.data.type !== 'CNAME') return at;
    at = alias.data.target;
    if (seen.has(at)) return null;
    seen.add(at);
  }
}
