/**
 * The DNS tree walk of DMARC (RFC 9989 section 4.10): from a name up to its top, a question a level.
 *
 * It stands in place of a public suffix list, which the RFC gave up: the domains themselves say where an organization
 * begins, nothing has to be kept up to date here, and the answer is the same wherever nobody says otherwise.
 */
import type { DnsServer } from '../../model/dns.js';
import { type DomainName, parseDomainName } from '../../model/domain-name.js';
import { type DmarcRecord, isDmarcRecord, parseDmarcRecord } from '../../parse/dmarc-record.js';
import { textOfRecord } from '../../parse/dns/text-of-record.js';
import { describeAnswer } from '../answer-text.js';
import { askResolvers } from '../ask-resolvers.js';
import type { Procedure } from '../procedure.js';

export interface FoundRecord {
  readonly domain: DomainName;
  readonly record: DmarcRecord;
}

export interface TreeWalk {
  readonly start: DomainName;
  /** From the name itself upwards. */
  readonly records: readonly FoundRecord[];
  /** A lookup that failed, null where none did. */
  readonly failure: string | null;
}

/** Names of more labels are shortened to seven behind the first question, so that eight questions are the most. */
const mostLabels = 8;

/** Asks upwards until a record says where the organization is. */
export function* walkTree(start: DomainName, servers: readonly DnsServer[]): Procedure<TreeWalk> {
  const records: FoundRecord[] = [];
  for (const domain of listNames(start)) {
    const found = yield* findRecord(domain, servers);
    if (typeof found === 'string') return { start, records, failure: found };
    if (found !== null) records.push({ domain, record: found });
    if (found !== null && found.psd !== 'u') break;
  }
  return { start, records, failure: null };
}

function listNames(start: DomainName): readonly DomainName[] {
  const labels = start.split('.');
  const shortened = labels.length > mostLabels ? labels.slice(-(mostLabels - 1)) : labels.slice(1);
  const above = shortened.map((_, at) => parseDomainName(shortened.slice(at).join('.')));
  return [start, ...above.flatMap((name) => (name === null ? [] : [name]))];
}

/** The one record of a domain; null where there is none, or more than one; a text where nobody could say. */
function* findRecord(domain: DomainName, servers: readonly DnsServer[]): Procedure<DmarcRecord | string | null> {
  const name = parseDomainName(`_dmarc.${domain}`);
  if (name === null) return null;
  const answer = yield* askResolvers(name, 'TXT', servers);
  if (answer === null) return `TXT of ${name}: no resolver answered`;
  if (answer.kind === 'records') {
    const texts = answer.records.flatMap(({ data }) => (data.type === 'TXT' ? [textOfRecord(data.strings)] : []));
    const [text, ...more] = texts.filter(isDmarcRecord);
    return text === undefined || more.length > 0 ? null : parseDmarcRecord(text);
  }
  const isAbsent = answer.kind === 'no-data' || answer.kind === 'nxdomain' || answer.kind === 'alias-only';
  return isAbsent ? null : `TXT of ${name}: ${describeAnswer(answer, 'TXT')}`;
}

/** The organizational domain that a walk tells (RFC 9989 section 4.10.2). */
export function organizationalDomain({ start, records }: TreeWalk): DomainName {
  const own = records.find(({ record }) => record.psd === 'n');
  if (own !== undefined) return own.domain;
  const suffix = records.find(({ domain, record }) => record.psd === 'y' && domain !== start);
  if (suffix !== undefined) return nameBeneath(start, suffix.domain);
  return records.at(-1)?.domain ?? start;
}

/** The name one label below the suffix, on the way down to the start. */
function nameBeneath(start: DomainName, suffix: DomainName): DomainName {
  const labels = start.split('.');
  const kept = suffix.split('.').length + 1;
  return parseDomainName(labels.slice(-kept).join('.')) ?? start;
}
