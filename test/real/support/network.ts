/**
 * The network of the test bed: one router, to which every machine has a link of its own.
 *
 * Machines have single addresses (/32, /128) and reach everything through the router, which says
 * "host unreachable" for every address that nobody has. Firewalls and dead ends are rules of the router.
 * Nothing of it can be seen from, or reach, the real machine's network.
 */
import { createHost, type Host } from './host.js';
import { assertSucceeded, runProcess } from './process.js';

/** The router's address on every link. */
const gateway = '169.254.0.1';

export interface Network {
  readonly router: Host;
  /** Gives a machine its link and addresses (IPv4 and IPv6). */
  attach(host: Host, addresses: readonly string[]): Promise<void>;
  /** Adds rules of nftables to the router's chain for what passes through it. */
  filter(rules: readonly string[]): Promise<void>;
  /** Packets to the address vanish: no answer, no ICMP. */
  blackhole(address: string): Promise<void>;
}

/** Makes the router. */
export async function createNetwork(): Promise<Network> {
  const router = await createHost('router.example', null);
  await must(router, 'forwarding', [
    'echo 1 >/proc/sys/net/ipv4/ip_forward',
    'echo 1 >/proc/sys/net/ipv6/conf/all/forwarding',
    // Linux sends one ICMP error a second to each peer; tests want each.
    'echo 0 >/proc/sys/net/ipv4/icmp_ratelimit',
    'echo 0 >/proc/sys/net/ipv6/icmp/ratelimit',
    'ip route add unreachable default',
    'ip -6 route add unreachable default metric 100',
    'nft add table inet filter',
    "nft add chain inet filter forward '{ type filter hook forward priority 0; }'",
  ]);
  let links = 0;
  return {
    router,
    async attach(host, addresses) {
      links += 1;
      const name = `link${links}`;
      await link(router, host, name);
      await must(host, 'addresses', addressCommands(addresses));
      await must(router, 'routes', [
        `ip addr add ${gateway}/32 dev ${name}`,
        `ip -6 addr add fe80::1/64 dev ${name} nodad`,
        ...addresses.map((address) => `ip ${family(address)} route add ${address} dev ${name}`),
      ]);
    },
    filter: (rules) =>
      must(
        router,
        'filter',
        rules.map((rule) => `nft add rule inet filter forward ${rule}`),
      ),
    blackhole: (address) => must(router, 'blackhole', [`ip ${family(address)} route add blackhole ${address}`]),
  };
}

/** Process ids are those of the real machine, so the pair is made from outside the router's process namespace. */
async function link(router: Host, host: Host, name: string): Promise<void> {
  const inRouter = ['--target', String(router.pid), '--net', 'ip', 'link'];
  const peer = ['peer', 'name', 'eth0', 'netns', String(host.pid)];
  assertSucceeded('link', await runProcess('nsenter', [...inRouter, 'add', name, 'type', 'veth', ...peer]));
  assertSucceeded('link', await runProcess('nsenter', [...inRouter, 'set', name, 'up']));
}

function addressCommands(addresses: readonly string[]): string[] {
  const v6 = addresses.some((address) => address.includes(':'));
  return [
    'ip link set eth0 up',
    ...addresses.map((address) =>
      address.includes(':') ? `ip -6 addr add ${address}/128 dev eth0 nodad` : `ip addr add ${address}/32 dev eth0`,
    ),
    `ip route add default via ${gateway} dev eth0 onlink src ${addresses[0]}`,
    ...(v6 ? ['ip -6 route add default via fe80::1 dev eth0'] : []),
  ];
}

function family(address: string): string {
  return address.includes(':') ? '-6' : '-4';
}

async function must(host: Host, what: string, commands: readonly string[]): Promise<void> {
  assertSucceeded(`${what} on ${host.name}`, await host.run(`set -e\n${commands.join('\n')}`));
}
