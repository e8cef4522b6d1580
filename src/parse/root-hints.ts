/**
 * Root hints in the format of BIND's `named.root`: NS records of the root and the addresses of its servers.
 *
 * Reads master-file lines (RFC 1035 section 5.1) as far as such a file has them: comments, a TTL and `IN`
 * anywhere before the type, `$` directives and a repeated owner. Never throws; a line that does not fit is an issue.
 */
import { type DomainName, parseDomainName, rootName } from '../model/domain-name.js';
import { addressFamily, type IpAddress, parseIpAddress } from '../model/ip-address.js';
import type { RootHint } from '../model/trace-options.js';

export interface RootHintsResult {
  /** In the order of the NS records; servers without an address are left out. */
  readonly hints: readonly RootHint[];
  readonly issues: readonly string[];
}

interface HintLine {
  readonly owner: DomainName;
  readonly type: 'NS' | 'A' | 'AAAA';
  readonly value: string;
}

/** There are 13 names; a private root has fewer. */
const lineLimit = 10_000;

/** The root servers that the text names. */
export function parseRootHints(text: string): RootHintsResult {
  const issues: string[] = [];
  const names = new Set<DomainName>();
  const addresses = new Map<DomainName, IpAddress[]>();
  let owner = rootName;
  for (const [at, raw] of text.split(/\r?\n/).slice(0, lineLimit).entries()) {
    const line = raw.replace(/;.*$/, '');
    if (line.trim() === '' || line.startsWith('$')) continue;
    const read = readLine(line, owner);
    if (typeof read === 'string') issues.push(`line ${at + 1}: ${read}`);
    else {
      owner = read.owner;
      const fault = takeLine(read, names, addresses);
      if (fault !== null) issues.push(`line ${at + 1}: ${fault}`);
    }
  }
  const hints = [...names].map((name) => ({ name, addresses: addresses.get(name) ?? [] }));
  for (const { name } of hints.filter((hint) => hint.addresses.length === 0)) issues.push(`${name} has no address`);
  return { hints: hints.filter((hint) => hint.addresses.length > 0), issues };
}

/** A line in parts; a text where it is none. A line that opens with a blank has the owner of the one before. */
function readLine(line: string, previous: DomainName): HintLine | string {
  const words = line.trim().split(/\s+/);
  const ownerText = /^\s/.test(line) ? null : words.shift();
  const owner = ownerText == null ? previous : parseDomainName(ownerText === '@' ? '.' : ownerText);
  if (owner === null) return `${JSON.stringify(ownerText)} is no name`;
  while (/^(\d+[smhdw]?|IN)$/i.test(words[0] ?? '')) words.shift();
  const [type, value, ...rest] = words;
  const known = (['NS', 'A', 'AAAA'] as const).find((each) => each === type?.toUpperCase());
  if (known === undefined) return type === undefined ? 'no record type' : `${type} records do not belong here`;
  return value === undefined || rest.length > 0 ? `${known} takes one value` : { owner, type: known, value };
}

/** Puts the record where it belongs; the fault, or null. */
function takeLine({ owner, type, value }: HintLine, names: Set<DomainName>, addresses: Map<DomainName, IpAddress[]>): string | null {
  if (type === 'NS') {
    const target = parseDomainName(value);
    if (owner !== rootName) return `NS records of ${owner} do not belong here`;
    if (target === null) return `${JSON.stringify(value)} is no name`;
    names.add(target);
    return null;
  }
  const address = parseIpAddress(value);
  if (address === null || (addressFamily(address) === 4) !== (type === 'A'))
    return `${JSON.stringify(value)} is no address of type ${type}`;
  addresses.set(owner, [...(addresses.get(owner) ?? []), address]);
  return null;
}
