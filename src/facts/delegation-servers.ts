/**
 * Name servers of a zone as a walk learns them: from hints, from a referral with its glue, from an answer.
 *
 * Glue is taken within the bailiwick of the zone that was asked, nowhere else: a server of `com` is not
 * believed about `ns.example.net`. Whatever a message claims, the number of names and addresses is bounded.
 */
import type { DnsRecord, DnsResponse, DnsServer } from '../model/dns.js';
import { type DomainName, isWithin, rootName } from '../model/domain-name.js';
import { addressFamily, addressScope, type IpAddress } from '../model/ip-address.js';
import type { RootHint } from '../model/trace-options.js';

export interface NameServer {
  readonly name: DomainName;
  readonly addresses: readonly IpAddress[];
  /** Whether the addresses came with the referral. */
  readonly glue: boolean;
}

/** A zone, whose servers said so, and the servers that it is delegated to. */
export interface ZoneCut {
  readonly zone: DomainName;
  /** Null for the root. */
  readonly parent: DomainName | null;
  readonly nameServers: readonly NameServer[];
  readonly evidence: readonly string[];
}

/** Which addresses the walk may use. */
export interface WalkFamilies {
  readonly ipv4: boolean;
  readonly ipv6: boolean;
  /** Servers on this very machine: only where the root hints name some, else a zone could point the walk at them. */
  readonly loopback?: boolean;
}

/** The largest NS set that is in use has 13 names; more than 20 are not asked. */
const nameServerLimit = 20;
/** Addresses of one name that are asked, of each family. */
const addressLimit = 3;

/** Where a walk begins: the root, its servers as the hints have them. */
export function rootCut(hints: readonly RootHint[]): ZoneCut {
  const nameServers = hints.map(({ name, addresses }) => ({ name, addresses, glue: true }));
  return { zone: rootName, parent: null, nameServers, evidence: [] };
}

/**
 * The zone below `zone`, on the way to `name`, that the response refers to; null where it refers nowhere, or
 * upwards (RFC 1034 section 4.2.1). An answer, or a SOA for no data, is no referral, whatever else stands in it.
 */
export function readReferral(
  response: DnsResponse,
  { name, zone }: { readonly name: DomainName; readonly zone: DomainName },
): ZoneCut | null {
  if (response.rcode !== 'NOERROR' || response.answer.some(({ owner }) => owner === name)) return null;
  if (response.authority.some(({ type }) => type === 'SOA')) return null;
  const cut = response.authority.find(
    ({ type, owner }) => type === 'NS' && owner !== zone && isWithin(owner, zone) && isWithin(name, owner),
  )?.owner;
  return cut === undefined ? null : readNameServers(response, response.authority, { zone: cut, parent: zone });
}

/** The NS set of `zone` among the records, with the glue that stands in the response. */
export function readNameServers(
  response: DnsResponse,
  records: readonly DnsRecord[],
  { zone, parent }: { readonly zone: DomainName; readonly parent: DomainName },
): ZoneCut {
  const names = records.flatMap(({ owner, data }) => (owner === zone && data.type === 'NS' ? [data.target] : []));
  const nameServers = [...new Set(names)].slice(0, nameServerLimit).map((name) => {
    const addresses = isWithin(name, parent) ? glueOf(response, name) : [];
    return { name, addresses, glue: addresses.length > 0 };
  });
  return { zone, parent, nameServers, evidence: [] };
}

function glueOf(response: DnsResponse, name: DomainName): readonly IpAddress[] {
  return response.additional.flatMap(({ owner, data }) => (owner === name && 'address' in data ? [data.address] : []));
}

/** The servers of a zone, each address once: first one address of every name, then the second ones. */
export function zoneServers({ zone, nameServers }: ZoneCut, families: WalkFamilies): readonly DnsServer[] {
  const ranked = nameServers.flatMap(({ name, addresses }) => {
    const askable = addresses.filter((address) => isAskable(address, families));
    const v4 = families.ipv4 ? askable.filter((address) => addressFamily(address) === 4) : [];
    const v6 = families.ipv6 ? askable.filter((address) => addressFamily(address) === 6) : [];
    const usable = [...v4.slice(0, addressLimit), ...v6.slice(0, addressLimit)];
    return usable.map((address, rank) => ({ rank, server: { role: 'authority', address, port: 53, name, zone } as const }));
  });
  const servers = ranked.sort((a, b) => a.rank - b.rank).map(({ server }) => server);
  return servers.filter((server, at) => servers.findIndex(({ address }) => address === server.address) === at);
}

/** Whether a name server can stand there for this machine: a zone may name any address. */
function isAskable(address: IpAddress, { loopback }: WalkFamilies): boolean {
  const scope = addressScope(address);
  return scope === 'public' || scope === 'private' || scope === 'shared' || (scope === 'loopback' && loopback === true);
}
