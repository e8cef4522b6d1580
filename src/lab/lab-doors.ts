/**
 * The lab's doors: documentation addresses lead to loopback sockets, and nowhere else does anything go.
 *
 * Packets and streams are real ones of Node's, so that what is under test sees a real kernel. Silence, refusal,
 * ICMP and ping are the network's of the world. No function here can reach beyond this machine.
 */
import { assertDomainName } from '../model/domain-name.js';
import { addressFamily, assertIpAddress, type IpAddress } from '../model/ip-address.js';
import type { Clock, Doors, Endpoint, ProcessResult, TcpOptions, TcpResult, UdpListener, UdpSocket } from '../net/doors.js';
import { createNodeStream, isNodeStream } from '../net/node-stream.js';
import { connectNodeTcp } from '../net/node-tcp.js';
import { upgradeNodeTls } from '../net/node-tls.js';
import { openNodeUdp } from '../net/node-udp.js';
import type { Journal } from './journal.js';
import type { LabNetwork } from './lab-network.js';
import { pingTarget, runPing, runPingWithoutRoute } from './ping-output.js';
import type { MachineDeclaration, PortFault, World } from './world.js';

export interface DoorParts {
  readonly world: World;
  readonly clock: Clock;
  readonly network: LabNetwork;
  readonly journal: Journal;
  /** PEM: what a client in the lab trusts. */
  readonly ca: string;
}

const loopback = assertIpAddress('127.0.0.1');

/** Doors into the world. */
export function createLabDoors(parts: DoorParts): Doors {
  const { world, clock, ca } = parts;
  const machine = world.machine ?? {};
  return {
    clock,
    openUdp: (remote, _source, listener) => openLabUdp(parts, remote, listener),
    connectTcp: (options) => connectLabTcp(parts, options),
    upgradeTls: (stream, options) => upgradeNodeTls(clock, stream, options, { ca }),
    runProcess: (command, args, limits) => runLabProcess(parts, [command, ...args], limits),
    randomInteger: createRandom(),
    readHost: async () => ({
      hostName: machine.hostName ?? 'probe.example.net',
      fullName: machine.fullName === null ? null : assertDomainName(machine.fullName ?? 'probe.example.net'),
      platform: machine.platform ?? 'linux',
      resolvers: Object.keys(world.resolvers).map((address) => ({ address: assertIpAddress(address), port: 53 })),
      resolverOptions: { timeoutSeconds: null, attempts: null },
      addresses: ([4, 6] as const).flatMap((family) => sourceOf(machine, family) ?? []),
    }),
    findSource: async (address) => {
      const source = sourceOf(machine, addressFamily(address));
      return source === null ? { address: null, detail: 'ENETUNREACH' } : { address: source };
    },
  };
}

/** 203.0.113.5 and no IPv6, unless the world says otherwise. */
function sourceOf({ sources }: MachineDeclaration, family: 4 | 6): IpAddress | null {
  const declared = sources?.[family];
  if (declared === null || (family === 6 && declared === undefined)) return null;
  return assertIpAddress(declared ?? '203.0.113.5');
}

/** The same numbers in every run (Park and Miller's generator), so that a world gives the same report. */
function createRandom(): (below: number) => number {
  let state = 20_261_123;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function openLabUdp({ world, clock, network }: DoorParts, remote: Endpoint, listener: UdpListener): UdpSocket {
  const destination = network.udpDestination(remote);
  if (sourceOf(world.machine ?? {}, addressFamily(remote.address)) === null) return failingUdp(clock, listener, 'unreachable');
  if (destination.kind === 'port') return openNodeUdp({ address: loopback, port: destination.port }, null, listener);
  if (destination.fault === 'silent') return { send: () => undefined, close: () => undefined };
  return failingUdp(clock, listener, destination.fault === 'refused' ? 'refused' : 'unreachable');
}

/** The error comes after something was sent, as ICMP does. */
function failingUdp(clock: Clock, listener: UdpListener, failure: 'refused' | 'unreachable'): UdpSocket {
  let closed = false;
  const detail = failure === 'refused' ? 'ECONNREFUSED' : 'ENETUNREACH';
  return {
    send: () =>
      void clock.after(0, () => {
        if (!closed) listener.onError(failure, detail);
      }),
    close: () => {
      closed = true;
    },
  };
}

async function connectLabTcp({ world, clock, network, journal }: DoorParts, options: TcpOptions): Promise<TcpResult> {
  const { remote, signal } = options;
  const source = options.source ?? sourceOf(world.machine ?? {}, addressFamily(remote.address));
  if (signal.aborted) return { state: 'aborted' };
  journal.write({ event: 'attempt', address: remote.address, port: remote.port, session: 0, text: '' });
  if (source === null) return { state: 'failed', failure: 'no-source', detail: 'ENETUNREACH' };
  const destination = network.tcpDestination(remote);
  if (destination.kind === 'fault') return failTcp(clock, options, destination.fault);
  const result = await connectNodeTcp(clock, { ...options, remote: { address: loopback, port: destination.port }, source: null });
  if (result.state !== 'connected') return result;
  const { stream } = result;
  if (!isNodeStream(stream)) return result;
  // The stream tells the addresses of the world, not the loopback's; the socket beneath it is the same.
  const local = { address: source, port: stream.local.port };
  return { state: 'connected', stream: createNodeStream(stream.takeSocket(), { local, remote }) };
}

const errnoOfFault: Readonly<Record<Exclude<PortFault, 'silent'>, string>> = {
  refused: 'ECONNREFUSED',
  reset: 'ECONNRESET',
  'host-unreachable': 'EHOSTUNREACH',
  'network-unreachable': 'ENETUNREACH',
  prohibited: 'EACCES',
};

function failTcp(clock: Clock, { timeoutMs, signal }: TcpOptions, fault: PortFault): Promise<TcpResult> {
  return new Promise((resolve) => {
    const settle = (result: TcpResult) => {
      timer.cancel();
      signal.removeEventListener('abort', onAbort);
      resolve(result);
    };
    const onAbort = () => settle({ state: 'aborted' });
    const detail = fault === 'silent' ? null : errnoOfFault[fault];
    const timer = clock.after(fault === 'silent' ? timeoutMs : 1, () => settle({ state: 'failed', failure: fault, detail }));
    signal.addEventListener('abort', onAbort);
  });
}

type ProcessLimits = Parameters<Doors['runProcess']>[2];

const noSuchCommand: ProcessResult = { exitCode: null, stdout: '', stderr: '', failure: 'not-found' };
const killed: ProcessResult = { exitCode: null, stdout: '', stderr: '', failure: null };

/** There is no command but `ping` here. */
async function runLabProcess(
  { world, clock, network, journal }: DoorParts,
  commandLine: readonly string[],
  limits: ProcessLimits,
): Promise<ProcessResult> {
  const [command, ...args] = commandLine;
  const target = pingTarget(args);
  const { pingCommand } = world.machine ?? {};
  if ((command !== 'ping' && command !== 'ping6') || target === null || pingCommand === 'missing') return noSuchCommand;
  if (pingCommand === 'not-permitted') return { ...noSuchCommand, failure: 'not-permitted' };
  journal.write({ event: 'ping', address: target, port: 0, session: 0, text: '' });
  if (sourceOf(world.machine ?? {}, addressFamily(target)) === null) return runPingWithoutRoute();
  const { result, lastsMs } = runPing(target, network.ping(target), args);
  return new Promise((resolve) => {
    const end = (outcome: ProcessResult) => {
      timer.cancel();
      limits.signal.removeEventListener('abort', onAbort);
      resolve(outcome);
    };
    const onAbort = () => end(killed);
    const timer = clock.after(Math.min(lastsMs, limits.timeoutMs), () => end(lastsMs > limits.timeoutMs ? killed : result));
    limits.signal.addEventListener('abort', onAbort);
  });
}
