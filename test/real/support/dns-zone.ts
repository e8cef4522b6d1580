/**
 * Zones of the test bed, as master files (RFC 1035 section 5).
 */

export interface Zone {
  /** Absolute, with the final dot. */
  readonly origin: string;
  /** Lines of a master file, relative to the origin; SOA and NS are put in front. */
  readonly records: readonly string[];
  /** Names of the name servers, absolute; the first is the primary. */
  readonly servers: readonly string[];
  readonly serial: number;
  readonly ttlSeconds: number;
}

/** A zone of the bed's usual form: both hosting servers, an hour's TTL. */
export function createZone(origin: string, records: readonly string[], changes: Partial<Zone> = {}): Zone {
  return { origin, records, servers: hostingServers, serial: 1, ttlSeconds: 3600, ...changes };
}

/** Who hosts the domains of the bed unless something else is said. */
export const hostingServers: readonly string[] = ['ns1.dns.example.', 'ns2.dns.example.'];

/** The text of the master file. */
export function formatZone(zone: Zone): string {
  const soa = `@ SOA ${zone.servers[0]} hostmaster.dns.example. ${zone.serial} 7200 900 1209600 300`;
  const servers = zone.servers.map((server) => `@ NS ${server}`);
  return [`$ORIGIN ${zone.origin}`, `$TTL ${zone.ttlSeconds}`, soa, ...servers, ...zone.records, ''].join('\n');
}

/** `5.113.0.203.in-addr.arpa.` of `203.0.113.5`; the nibbles' form for IPv6 in full notation is not needed here. */
export function reverseLabels(address: string): string {
  return address.split('.').reverse().join('.');
}
