/**
 * NSD, an authoritative server of another make.
 */
import type { BindZone } from './bind.js';
import { waitForDns } from './dns-ready.js';
import type { Daemon, Host } from './host.js';

/** Starts nsd with the zones and waits until it answers. */
export async function startNsd(host: Host, address: string, zones: readonly BindZone[]): Promise<Daemon> {
  for (const zone of zones) writeNsdZone(host, zone);
  host.write('/etc/nsd/bed.conf', nsdConfiguration(address, zones));
  const daemon = host.start('nsd', 'nsd -d -c /etc/nsd/bed.conf');
  await waitForDns(host, address);
  return daemon;
}

/** Puts the zone's text where nsd reads it. */
export function writeNsdZone(host: Host, zone: BindZone): void {
  host.write(zonePath(zone.origin), zone.text);
}

/** Makes nsd read its zones again. */
export async function reloadNsd(host: Host): Promise<void> {
  await host.run('kill -HUP "$(cat /run/bed-nsd.pid)"');
}

function zonePath(origin: string): string {
  return `/var/lib/nsd/${origin}zone`;
}

function nsdConfiguration(address: string, zones: readonly BindZone[]): string {
  const zoneClauses = zones.flatMap(({ origin }) => ['zone:', `  name: "${origin}"`, `  zonefile: "${zonePath(origin)}"`]);
  return [
    'server:',
    `  ip-address: ${address}`,
    '  username: root',
    '  server-count: 1',
    '  zonesdir: "/var/lib/nsd"',
    '  database: ""',
    '  pidfile: "/run/bed-nsd.pid"',
    '  xfrdfile: "/var/lib/nsd/xfrd.state"',
    '  zonelistfile: "/var/lib/nsd/zone.list"',
    '  zonefiles-check: yes',
    'remote-control:',
    '  control-enable: no',
    ...zoneClauses,
    '',
  ].join('\n');
}
