/**
 * The whole test bed, made once for all files of test/real, and what the files are told about it.
 *
 * Where it cannot be made (no root, no Linux, servers not unpacked), the reason is told instead, and
 * the tests are skipped with it.
 */
import { createHost, type Host, openHost, serversUnpacked } from './host.js';
import { type MailHosts, startMailService } from './mail-service.js';
import { type HostingServers, startNameService } from './name-service.js';
import { createNetwork, type Network } from './network.js';
import { nameServers, type ProbeName, probeAddresses, probeHostName } from './world.js';
import { rootHints } from './zones.js';

/** Why there can be no bed here; null where there can. */
export function explainMissingBed(): string | null {
  if (process.platform !== 'linux') return 'network namespaces need Linux';
  if (process.getuid?.() !== 0) return 'network namespaces need root';
  if (!serversUnpacked()) return 'the real servers are not unpacked: run scripts/install-real-servers.sh';
  return null;
}

/** What can be told across processes: process ids, by machine. */
export interface Bed {
  readonly probes: Readonly<Record<ProbeName, number>>;
  readonly mail: Readonly<Record<keyof MailHosts, number>>;
  readonly names: Readonly<Record<keyof HostingServers, number>>;
}

/** Makes all of it; takes about five seconds. Everything ends with this process. */
export async function createBed(): Promise<Bed> {
  const network = await createNetwork();
  const [names, probes] = await Promise.all([startNameService(network), createProbes(network)]);
  const mail = await startMailService(network);
  for (const probe of Object.values(probes)) probe.write('/etc/mailwhy-bed/authority.pem', mail.certificates.authority);
  const { postfix, exim, opensmtpd, sendmail } = mail;
  return { probes: pidsOf(probes), mail: pidsOf({ postfix, exim, opensmtpd, sendmail }), names: pidsOf(names) };
}

function pidsOf<Name extends string>(hosts: Readonly<Record<Name, Host>>): Record<Name, number> {
  return mapHosts(hosts, (host) => host.pid);
}

/** The machines behind the process ids. */
export function openHosts<Name extends string>(pids: Readonly<Record<Name, number>>): Record<Name, Host> {
  return mapHosts(pids, (pid) => openHost(`process ${pid}`, pid));
}

function mapHosts<Name extends string, From, To>(hosts: Readonly<Record<Name, From>>, change: (from: From) => To): Record<Name, To> {
  // Object.fromEntries forgets the names; they are the record's own.
  return Object.fromEntries(Object.entries<From>(hosts).map(([name, host]) => [name, change(host)])) as Record<Name, To>;
}

async function createProbes(network: Network): Promise<Record<ProbeName, Host>> {
  const [usual, egressBlocked, listed, nameless, misinformed] = await Promise.all([
    createProbe(network, 'usual', nameServers.resolver, [probeAddresses.usual6]),
    createProbe(network, 'egressBlocked', nameServers.resolver),
    createProbe(network, 'listed', nameServers.resolver),
    createProbe(network, 'nameless', nameServers.resolver),
    createProbe(network, 'misinformed', nameServers.copyingResolver),
  ]);
  await network.filter([`ip saddr ${probeAddresses.egressBlocked} tcp dport 25 drop`]);
  return { usual, egressBlocked, listed, nameless, misinformed };
}

async function createProbe(network: Network, probe: ProbeName, resolver: string, more: readonly string[] = []): Promise<Host> {
  const host = await createHost(probeHostName(probe), null);
  await network.attach(host, [probeAddresses[probe], ...more]);
  host.remove('/etc/resolv.conf');
  host.write('/etc/resolv.conf', `nameserver ${resolver}\n`);
  host.write('/etc/hosts', `127.0.0.1 localhost\n${probeAddresses[probe]} ${probeHostName(probe)}\n`);
  host.write('/etc/mailwhy-bed/root.hints', rootHints);
  return host;
}
