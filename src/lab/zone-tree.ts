/**
 * The zones of a world, completed: root and top-level zones, delegations with glue, SOA and NS records.
 *
 * A declared zone is delegated by the deepest zone above it. Glue stands where the server's name lies within the
 * parent (RFC 1034 section 4.2.1); the same address record is put into the zone that the name belongs to.
 */
import type { DnsRecord } from '../model/dns.js';
import { assertDomainName, type DomainName, isWithin, rootName } from '../model/domain-name.js';
import { addressFamily, assertIpAddress, type IpAddress } from '../model/ip-address.js';
import type { RootHint } from '../model/trace-options.js';
import type { World, ZoneDeclaration } from './world.js';
import { assertZoneLine, defaultSoa } from './zone-line.js';

export interface Zone {
  readonly name: DomainName;
  readonly records: readonly DnsRecord[];
  readonly servers: readonly { readonly name: DomainName; readonly addresses: readonly IpAddress[] }[];
}

export interface ZoneTree {
  /** All zones, the deepest first. */
  readonly zones: readonly Zone[];
  /** The zones that an address serves. */
  zonesServedBy(address: IpAddress): readonly Zone[];
  /** Every address that serves something. */
  readonly serverAddresses: readonly IpAddress[];
}

const rootServer = { name: assertDomainName('a.root-servers'), address: assertIpAddress('198.51.100.1') };

/** Where the walk starts in every world. */
export const labRootHints: readonly RootHint[] = [{ name: rootServer.name, addresses: [rootServer.address] }];

/** The top-level zones' servers stand on 198.51.100.2 and up, in the order of their names. */
const topLevelNetwork = '198.51.100.';

/** The tree of a world. @throws TypeError where a declaration is no zone */
export function createZoneTree(world: Pick<World, 'zones'>): ZoneTree {
  const declared = new Map(Object.entries(world.zones).map(([name, zone]) => [assertDomainName(name), zone]));
  const declarations = new Map([...infrastructure([...declared.keys()]), ...declared]);
  const zones = [...declarations].map(([name, declaration]) => readZone(name, declaration)).sort((a, b) => depth(b.name) - depth(a.name));
  const completed = zones.map((zone) => completeZone(zone, zones));
  const served = (address: IpAddress) => completed.filter((zone) => zone.servers.some((server) => server.addresses.includes(address)));
  const serverAddresses = [...new Set(completed.flatMap((zone) => zone.servers.flatMap((server) => server.addresses)))];
  return { zones: completed, zonesServedBy: served, serverAddresses };
}

function depth(name: DomainName): number {
  return name === rootName ? 0 : name.split('.').length;
}

function infrastructure(names: readonly DomainName[]): [DomainName, ZoneDeclaration][] {
  const topLevels = [
    ...new Set(names.filter((name) => name !== rootName).map((name) => assertDomainName(name.split('.').at(-1) ?? ''))),
  ].sort();
  const zones = topLevels.map((name, at): [DomainName, ZoneDeclaration] => [
    name,
    { servers: { [`a.${name}-servers`]: `${topLevelNetwork}${at + 2}` }, records: [] },
  ]);
  return [[rootName, { servers: { [rootServer.name]: rootServer.address }, records: [] }], ...zones];
}

function readZone(name: DomainName, declaration: ZoneDeclaration): Zone {
  const servers = Object.entries(declaration.servers).map(([server, addresses]) => ({
    name: assertDomainName(server),
    addresses: [addresses].flat().map(assertIpAddress),
  }));
  return { name, servers, records: declaration.records.map((line) => assertZoneLine(line, name)) };
}

function completeZone(zone: Zone, all: readonly Zone[]): Zone {
  const own = [...apexRecords(zone), ...zone.records];
  const children = all.filter((child) => child.name !== zone.name && parentZone(child.name, all) === zone.name);
  const derived = [...children.flatMap((child) => delegationRecords(child, zone)), ...serverAddressRecords(zone, all)];
  const known = new Set(own.map(recordKey));
  const added = derived.filter((record) => !known.has(recordKey(record)));
  return { ...zone, records: [...own, ...new Map(added.map((record) => [recordKey(record), record])).values()] };
}

function recordKey(record: DnsRecord): string {
  return `${record.owner} ${record.type} ${JSON.stringify(record.data)}`;
}

function parentZone(name: DomainName, all: readonly Zone[]): DomainName | null {
  return all.find((zone) => zone.name !== name && isWithin(name, zone.name))?.name ?? null;
}

/** SOA and NS at the top, unless the zone declares its own. */
function apexRecords(zone: Zone): DnsRecord[] {
  const declares = (type: string) => zone.records.some((record) => record.owner === zone.name && record.type === type);
  const soa = declares('SOA') ? [] : [defaultSoa(zone.name, zone.servers[0]?.name ?? rootServer.name)];
  return [...soa, ...(declares('NS') ? [] : nameServerRecords(zone))];
}

function nameServerRecords(zone: Zone): DnsRecord[] {
  return zone.servers.map(({ name }) => ({ owner: zone.name, type: 'NS', ttlSeconds: 86_400, data: { type: 'NS', target: name } }));
}

function delegationRecords(child: Zone, parent: Zone): DnsRecord[] {
  const glue = child.servers.filter((server) => isWithin(server.name, parent.name)).flatMap(addressRecords);
  return [...nameServerRecords(child), ...glue];
}

/** The addresses of all name servers whose names this zone holds. */
function serverAddressRecords(zone: Zone, all: readonly Zone[]): DnsRecord[] {
  const servers = all.flatMap((each) => each.servers);
  const holder = (name: DomainName) => all.find((each) => isWithin(name, each.name))?.name;
  return servers.filter(({ name }) => holder(name) === zone.name).flatMap(addressRecords);
}

function addressRecords(server: Zone['servers'][number]): DnsRecord[] {
  return server.addresses.map((address) => {
    const type = addressFamily(address) === 4 ? 'A' : 'AAAA';
    return { owner: server.name, type, ttlSeconds: 86_400, data: { type, address } };
  });
}
