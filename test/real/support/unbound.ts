/**
 * Unbound as validating resolver with the bed's own root and trust anchor.
 */
import { waitForDns } from './dns-ready.js';
import type { Daemon, Host } from './host.js';

export interface UnboundOptions {
  readonly address: string;
  readonly rootHints: string;
  /** The root's DNSKEY record; null: no validation. */
  readonly trustAnchor: string | null;
}

/** Reverse zones of the documentation addresses, which Unbound answers itself unless told. */
const documentationReverse = ['2.0.192.in-addr.arpa.', '100.51.198.in-addr.arpa.', '113.0.203.in-addr.arpa.', '8.b.d.0.1.0.0.2.ip6.arpa.'];

/** Starts unbound and waits until it answers. */
export async function startUnbound(host: Host, options: UnboundOptions): Promise<Daemon> {
  host.write('/etc/unbound/hints', options.rootHints);
  if (options.trustAnchor !== null) host.write('/etc/unbound/anchor', `${options.trustAnchor}\n`);
  host.write('/etc/unbound/bed.conf', unboundConfiguration(options));
  const daemon = host.start('unbound', 'unbound -d -p -c /etc/unbound/bed.conf');
  await waitForDns(host, options.address);
  return daemon;
}

function unboundConfiguration(options: UnboundOptions): string {
  const validate = options.trustAnchor !== null;
  return [
    'server:',
    `  interface: ${options.address}`,
    '  access-control: 0.0.0.0/0 allow',
    '  chroot: ""',
    '  username: ""',
    '  directory: "/etc/unbound"',
    '  use-syslog: no',
    '  do-ip6: no',
    '  num-threads: 1',
    '  root-hints: "/etc/unbound/hints"',
    `  module-config: "${validate ? 'validator iterator' : 'iterator'}"`,
    ...(validate ? ['  trust-anchor-file: "/etc/unbound/anchor"', '  ede: yes', '  val-log-level: 2'] : []),
    ...documentationReverse.map((zone) => `  local-zone: "${zone}" nodefault`),
    'remote-control:',
    '  control-enable: no',
    '',
  ].join('\n');
}
