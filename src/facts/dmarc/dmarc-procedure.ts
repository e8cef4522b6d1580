/**
 * DMARC for one message, by the records that stand today (RFC 9989): the policy, the alignment, what is asked of receivers.
 *
 * A procedure that asks; what SPF and DKIM came to is given to it.
 */

import type { DmarcCheck, DmarcDisposition, DmarcIdentifier, DmarcPolicy } from '../../model/dmarc-check.js';
import type { DnsServer } from '../../model/dns.js';
import type { DomainName } from '../../model/domain-name.js';
import type { DmarcRecord } from '../../parse/dmarc-record.js';
import { askResolvers } from '../ask-resolvers.js';
import type { Procedure } from '../procedure.js';
import { type FoundRecord, organizationalDomain, type TreeWalk, walkTree } from './tree-walk.js';

/** What SPF or a signature says of a domain. */
export interface Authenticated {
  readonly domain: DomainName;
  /** `undecided`: a lookup failed. */
  readonly standing: 'pass' | 'fail' | 'undecided';
}

export interface DmarcRequest {
  /** The domain of From. */
  readonly author: DomainName;
  /** Null where SPF has nothing to say. */
  readonly spf: Authenticated | null;
  readonly dkim: readonly Authenticated[];
  readonly servers: readonly DnsServer[];
}

/** Evaluates; always ends. */
export function* evaluateDmarc({ author, spf, dkim, servers }: DmarcRequest): Procedure<DmarcCheck> {
  const walk = yield* walkTree(author, servers);
  const organizational = organizationalDomain(walk);
  const base = { author, organizational, policy: null, spf: null, dkim: [], asks: null };
  if (walk.failure !== null) return { ...base, result: 'temperror', problem: walk.failure };
  const policy = yield* choosePolicy(walk, organizational, servers);
  if (policy === null) return { ...base, result: 'none', problem: describeAbsence(author, organizational) };
  const compare = (mode: DmarcPolicy['spfMode']) => (each: Authenticated) => align(each, { author, organizational, mode, servers });
  const identifiers: DmarcIdentifier[] = [];
  for (const each of dkim) identifiers.push(yield* compare(policy.dkimMode)(each));
  const fromSpf = spf === null ? null : yield* compare(policy.spfMode)(spf);
  const aligned = [...identifiers, ...(fromSpf === null ? [] : [fromSpf])].filter((each) => each.aligned);
  const result = aligned.some(({ standing }) => standing === 'pass')
    ? 'pass'
    : aligned.some(({ standing }) => standing === 'undecided')
      ? 'temperror'
      : 'fail';
  const problem = result === 'temperror' ? 'what could make it pass could not be looked up' : null;
  return { ...base, result, problem, policy, spf: fromSpf, dkim: identifiers, asks: result === 'fail' ? soften(policy) : null };
}

function describeAbsence(author: string, organizational: string): string {
  return author === organizational
    ? `${author} publishes no DMARC record`
    : `neither ${author} nor ${organizational} publishes a DMARC record`;
}

/** `t=y` asks for one step less. */
function soften({ requested, isTest }: DmarcPolicy): DmarcDisposition {
  if (!isTest) return requested;
  return requested === 'reject' ? 'quarantine' : 'none';
}

/** RFC 9989 section 4.10.1: From's own record, that of its organizational domain, that of the public suffix above. */
function* choosePolicy(
  { start, records }: TreeWalk,
  organizational: DomainName,
  servers: readonly DnsServer[],
): Procedure<DmarcPolicy | null> {
  const own = records.find(({ domain }) => domain === start);
  if (own !== undefined) return composePolicy(own, 'p');
  const above = records.find(({ domain }) => domain === organizational) ?? records.find(({ record }) => record.psd === 'y');
  if (above === undefined) return null;
  const { np } = above.record;
  const isMissing = np !== null && (yield* isNonExistent(start, servers));
  return composePolicy(above, isMissing ? 'np' : 'sp');
}

function* isNonExistent(name: DomainName, servers: readonly DnsServer[]): Procedure<boolean> {
  return (yield* askResolvers(name, 'A', servers))?.kind === 'nxdomain';
}

function composePolicy({ domain, record }: FoundRecord, tag: DmarcPolicy['tag']): DmarcPolicy {
  const { text, spfMode, dkimMode, isTest, percent, remarks } = record;
  return { domain, record: text, tag, requested: requestedBy(record, tag), isTest, percent, spfMode, dkimMode, remarks };
}

function requestedBy({ p, sp, np }: DmarcRecord, tag: DmarcPolicy['tag']): DmarcDisposition {
  if (tag === 'p') return p;
  return tag === 'np' ? (np ?? sp ?? p) : (sp ?? p);
}

interface Comparison {
  readonly author: DomainName;
  readonly organizational: DomainName;
  readonly mode: DmarcPolicy['spfMode'];
  readonly servers: readonly DnsServer[];
}

function* align({ domain, standing }: Authenticated, { author, organizational, mode, servers }: Comparison): Procedure<DmarcIdentifier> {
  if (domain === author) return { domain, standing, aligned: true };
  if (mode === 'strict') return { domain, standing, aligned: false };
  return { domain, standing, aligned: organizationalDomain(yield* walkTree(domain, servers)) === organizational };
}
