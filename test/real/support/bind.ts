/**
 * BIND's named, as authoritative server, as resolver with a zone of its own, or both.
 */

import { waitForDns } from './dns-ready.js';
import type { Daemon, Host } from './host.js';

export interface BindZone {
  readonly origin: string;
  readonly text: string;
}

export interface BindOptions {
  readonly address: string;
  readonly zones: readonly BindZone[];
  /** Text of a hints file: makes it a resolver; null: authoritative only. */
  readonly rootHints: string | null;
}

/** Starts named and waits until it answers. */
export async function startBind(host: Host, options: BindOptions): Promise<Daemon> {
  for (const zone of options.zones) writeBindZone(host, zone);
  if (options.rootHints !== null) host.write('/etc/bind/hints', options.rootHints);
  host.write('/etc/bind/bed.conf', bindConfiguration(options));
  const daemon = host.start('named', 'named -f -n 1 -c /etc/bind/bed.conf -L /var/log/named.log');
  await waitForDns(host, options.address);
  return daemon;
}

/** Puts the zone's text where named reads it. */
export function writeBindZone(host: Host, zone: BindZone): void {
  host.write(zonePath(zone.origin), zone.text);
}

/** Makes named read its zones again. */
export async function reloadBind(host: Host): Promise<void> {
  await host.run('kill -HUP "$(cat /run/bed-named.pid)"');
}

function zonePath(origin: string): string {
  return `/var/cache/bind/${origin}zone`;
}

function bindConfiguration(options: BindOptions): string {
  const recursion = options.rootHints !== null;
  return [
    'options {',
    '  directory "/var/cache/bind"; pid-file "/run/bed-named.pid"; session-keyfile none;',
    `  listen-on { ${options.address}; 127.0.0.1; }; listen-on-v6 { none; };`,
    `  recursion ${recursion ? 'yes' : 'no'}; allow-query { any; }; allow-recursion { any; }; minimal-responses no;`,
    '  dnssec-validation no; empty-zones-enable no; notify no; allow-transfer { any; }; check-integrity no; check-names primary ignore;',
    '};',
    'controls { };',
    ...(recursion ? ['zone "." { type hint; file "/etc/bind/hints"; };'] : []),
    ...options.zones.map(({ origin }) => `zone "${origin}" { type primary; file "${zonePath(origin)}"; };`),
    '',
  ].join('\n');
}
