/**
 * The network of a world: which loopback socket stands for which address and port, and what happens elsewhere.
 *
 * The first question of every door: where does this packet go? What the world does not know is silent.
 */
import { addressFamily, assertIpAddress, type IpAddress } from '../model/ip-address.js';
import type { Clock, Endpoint } from '../net/doors.js';
import { type Listener, listenTcp, listenUdp, type ServerConnection } from '../net/listen.js';
import type { CertificateAuthority } from './certificate-authority.js';
import { answerDnsStream } from './dns-stream.js';
import type { Journal } from './journal.js';
import { createNameServer, createResolver, type DnsResponder, describeQuery } from './name-server.js';
import { type SmtpScript, scriptName } from './smtp-script.js';
import { playSmtpSession } from './smtp-server.js';
import type { AnswerFault, HostDeclaration, PingBehaviour, PortFault, World } from './world.js';
import { createZoneTree } from './zone-tree.js';

/** A loopback port, or what the network does in its place. */
export type Destination = { readonly kind: 'port'; readonly port: number } | { readonly kind: 'fault'; readonly fault: PortFault };

export interface LabNetwork {
  udpDestination(remote: Endpoint): Destination;
  tcpDestination(remote: Endpoint): Destination;
  ping(address: IpAddress): PingBehaviour;
  close(): Promise<void>;
}

export interface NetworkParts {
  readonly world: World;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly authority: CertificateAuthority;
}

const silent: Destination = { kind: 'fault', fault: 'silent' };
const dnsPort = 53;
const smtpPort = 25;

/** Starts every server of the world on loopback sockets. @throws Error where they cannot be bound */
export async function startNetwork(parts: NetworkParts): Promise<LabNetwork> {
  const { world } = parts;
  const listeners: Listener[] = [];
  const ports = new Map<string, number>();
  const sessions = { count: 0 };
  const add = async (key: string, starting: Promise<Listener>) => {
    const listener = await starting;
    listeners.push(listener);
    ports.set(key, listener.port);
  };
  const responders = dnsResponders(parts);
  const dns = [...responders].flatMap(([address, { respond, delayMs }]) => [
    add(`udp ${address} ${dnsPort}`, listenDnsUdp(parts, address, { respond, delayMs })),
    add(
      `tcp ${address} ${dnsPort}`,
      listenTcp((connection) => void answerDnsStream(connection, { respond, delayMs, clock: parts.clock })),
    ),
  ]);
  const smtp = scriptedPorts(world).map(({ key, address, port, script }) =>
    add(
      key,
      listenTcp((connection) => void startSession(parts, sessions, { address, port, script }, connection)),
    ),
  );
  await Promise.all([...dns, ...smtp]);
  const lookUp = (key: string): Destination => {
    const port = ports.get(key);
    return port === undefined ? silent : { kind: 'port', port };
  };
  return {
    udpDestination: (remote) => dnsDestination(world, remote, 'udp') ?? lookUp(`udp ${dnsAddress(world, remote)} ${remote.port}`),
    tcpDestination: (remote) => {
      if (remote.port === dnsPort) return dnsDestination(world, remote, 'tcp') ?? lookUp(`tcp ${dnsAddress(world, remote)} ${dnsPort}`);
      return portFault(world, remote) ?? lookUp(smtpKey(world, remote));
    },
    ping: (address) => pingBehaviour(world.hosts[address]),
    close: async () => void (await Promise.all(listeners.map((listener) => listener.close()))),
  };
}

interface DnsService {
  readonly respond: DnsResponder;
  readonly delayMs: number;
}

/** Resolvers go before name servers of the same address. */
function dnsResponders({ world, clock }: NetworkParts): ReadonlyMap<IpAddress, DnsService> {
  const tree = createZoneTree(world);
  const startedMs = clock.now();
  const ageSeconds = () => Math.floor((clock.now() - startedMs) / 1_000);
  const services = new Map<IpAddress, DnsService>();
  for (const address of tree.serverAddresses) {
    const delayMs = (world.delayMs ?? 0) + (world.nameServers?.[address]?.delayMs ?? 0);
    services.set(address, { respond: createNameServer(world, tree, address), delayMs });
  }
  for (const [address, behaviour] of Object.entries(world.resolvers)) {
    const delayMs = (world.delayMs ?? 0) + (behaviour.kind === 'recursive' ? (behaviour.delayMs ?? 0) : 0);
    services.set(assertIpAddress(address), { respond: createResolver(world, tree, behaviour, ageSeconds), delayMs });
  }
  return services;
}

function listenDnsUdp({ clock, journal }: NetworkParts, address: IpAddress, { respond, delayMs }: DnsService): Promise<Listener> {
  return listenUdp((bytes, reply) => {
    const reaction = respond(bytes, 'udp');
    journal.write({ event: 'query', address, port: dnsPort, session: 0, text: describeQuery(bytes) });
    if (reaction.kind !== 'answer') return;
    if (delayMs === 0) reply(reaction.bytes);
    else clock.after(delayMs, () => reply(reaction.bytes));
  });
}

/** In a network that answers DNS itself, every name server is that one resolver. */
function dnsAddress(world: World, remote: Endpoint): IpAddress {
  const outbound = world.machine?.outboundDns;
  const intercepted = typeof outbound === 'object' && !(remote.address in world.resolvers);
  return intercepted ? assertIpAddress(outbound.interceptedBy) : remote.address;
}

const transportFaults: Readonly<Partial<Record<AnswerFault, { readonly udp?: PortFault; readonly tcp?: PortFault }>>> = {
  silent: { udp: 'silent', tcp: 'silent' },
  'port-unreachable': { udp: 'refused', tcp: 'refused' },
  'tcp-refused': { tcp: 'refused' },
};

/** Null: a server answers. */
function dnsDestination(world: World, { address }: Endpoint, transport: 'udp' | 'tcp'): Destination | null {
  const resolver = world.resolvers[address];
  if (resolver === undefined && world.machine?.outboundDns === 'silent') return silent;
  if (resolver?.kind === 'port-unreachable') return { kind: 'fault', fault: 'refused' };
  if (resolver?.kind === 'silent') return silent;
  const behaviour = world.nameServers?.[address];
  const intercepted = typeof world.machine?.outboundDns === 'object';
  if (resolver !== undefined || intercepted || behaviour?.fault === undefined || behaviour.only !== undefined) return null;
  const fault = transportFaults[behaviour.fault]?.[transport];
  return fault === undefined ? null : { kind: 'fault', fault };
}

interface ScriptedPort {
  readonly key: string;
  readonly address: IpAddress;
  readonly port: number;
  readonly script: SmtpScript;
}

const interceptorKey = 'tcp interceptor';

function scriptedPorts(world: World): readonly ScriptedPort[] {
  const hosts = Object.entries(world.hosts).flatMap(([address, host]) =>
    Object.entries(hostPorts(host)).flatMap(([port, script]) =>
      typeof script === 'string' ? [] : [{ key: `tcp ${address} ${port}`, address: assertIpAddress(address), port: Number(port), script }],
    ),
  );
  const outbound = world.machine?.outboundSmtp;
  if (outbound === undefined || typeof outbound === 'string') return hosts;
  return [...hosts, { key: interceptorKey, address: assertIpAddress('203.0.113.1'), port: smtpPort, script: outbound }];
}

function hostPorts({ smtp, ports }: HostDeclaration): Readonly<Record<string, SmtpScript | PortFault>> {
  return { ...(smtp === undefined ? {} : { [smtpPort]: smtp }), ...ports };
}

/** Null: a server listens, or nothing is known of the port. */
function portFault(world: World, remote: Endpoint): Destination | null {
  const outbound = world.machine?.outboundSmtp;
  if (typeof outbound === 'string' && isOutboundSmtp(world, remote)) return { kind: 'fault', fault: outbound };
  const host = world.hosts[remote.address];
  if (host === undefined || isOutboundSmtp(world, remote)) return null;
  const port = hostPorts(host)[remote.port] ?? undeclaredPort(host);
  return typeof port === 'string' ? { kind: 'fault', fault: port } : null;
}

/** What nobody listens on is refused where the host is up, and shares the fate of port 25 where it is not. */
function undeclaredPort({ smtp }: HostDeclaration): PortFault {
  return typeof smtp === 'string' && smtp !== 'reset' ? smtp : 'refused';
}

function isOutboundSmtp({ machine }: World, { address, port }: Endpoint): boolean {
  if (machine?.outboundSmtp === undefined || port !== smtpPort) return false;
  return (machine.outboundSmtpFamily ?? addressFamily(address)) === addressFamily(address);
}

function smtpKey(world: World, remote: Endpoint): string {
  return isOutboundSmtp(world, remote) ? interceptorKey : `tcp ${remote.address} ${remote.port}`;
}

const defaultPingMs = 12;

function pingBehaviour(host: HostDeclaration | undefined): PingBehaviour {
  if (host === undefined) return 'silent';
  if (host.ping !== undefined) return host.ping;
  if (host.smtp === 'host-unreachable' || host.smtp === 'network-unreachable') return 'unreachable';
  return host.smtp === 'silent' ? 'silent' : defaultPingMs;
}

async function startSession(
  { world, clock, journal, authority }: NetworkParts,
  sessions: { count: number },
  { address, port, script }: Omit<ScriptedPort, 'key'>,
  connection: ServerConnection,
): Promise<void> {
  sessions.count += 1;
  const session = sessions.count;
  const note = (event: 'connect' | 'command' | 'message' | 'tls' | 'close', text: string) =>
    journal.write({ event, address, port, session, text });
  const { certificate = 'good', handshake = 'modern' } = script.tls ?? {};
  const tls = () => {
    const issued = authority.issue(certificate, scriptName(script));
    const highest = handshake === 'tls12' ? ('TLSv1.2' as const) : ('TLSv1.3' as const);
    return {
      key: issued.keyPem,
      certificate: issued.certificatePem,
      oldProtocol: handshake === 'old-protocol',
      highest,
      weakKey: certificate === 'weak-key',
    };
  };
  await playSmtpSession({ script, clock, delayMs: world.delayMs ?? 0, tls, note }, connection);
}
