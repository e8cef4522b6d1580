/**
 * What `ping` of iputils prints and how it exits, for a host of the world.
 */
import { addressFamily, type IpAddress, parseIpAddress } from '../model/ip-address.js';
import type { ProcessResult } from '../net/doors.js';
import type { PingBehaviour } from './world.js';

export interface PingRun {
  readonly result: ProcessResult;
  /** How long the command takes. */
  readonly lastsMs: number;
}

/** The address among the arguments, null where there is none. */
export function pingTarget(args: readonly string[]): IpAddress | null {
  return args.map(parseIpAddress).find((address) => address !== null) ?? null;
}

const payloadOctets = 56;
const defaultWaitMs = 10_000;

/** One echo request and what comes of it. */
export function runPing(target: IpAddress, behaviour: PingBehaviour, args: readonly string[]): PingRun {
  const head = pingHead(target);
  if (typeof behaviour === 'number') {
    const time = behaviour.toFixed(behaviour < 10 ? 2 : 1);
    const reply = `${payloadOctets + 8} bytes from ${target}: icmp_seq=1 ttl=57 time=${time} ms`;
    const times = behaviour.toFixed(3);
    const body = [
      reply,
      ...pingTail(target, '1 received, 0% packet loss, time 0ms'),
      `rtt min/avg/max/mdev = ${times}/${times}/${times}/0.000 ms`,
    ];
    return { result: ended(0, [head, ...body, '']), lastsMs: behaviour };
  }
  if (behaviour === 'silent') {
    const lines = [head, ...pingTail(target, '0 received, 100% packet loss, time 0ms'), '', ''];
    return { result: ended(1, lines), lastsMs: waitOf(args) };
  }
  const word = behaviour === 'prohibited' ? 'Packet filtered' : 'Destination Host Unreachable';
  const router = addressFamily(target) === 4 ? '203.0.113.1' : '2001:db8:5::1';
  const tail = pingTail(target, '0 received, +1 errors, 100% packet loss, time 0ms');
  return { result: ended(1, [head, `From ${router} icmp_seq=1 ${word}`, ...tail, '', '']), lastsMs: 20 };
}

/** This machine has no address of the family. */
export function runPingWithoutRoute(): ProcessResult {
  return { exitCode: 2, stdout: '', stderr: 'ping: connect: Network is unreachable\n', failure: null };
}

function pingHead(target: IpAddress): string {
  if (addressFamily(target) === 6) return `PING ${target}(${target}) ${payloadOctets} data bytes`;
  return `PING ${target} (${target}) ${payloadOctets}(${payloadOctets + 28}) bytes of data.`;
}

function pingTail(target: IpAddress, counts: string): string[] {
  return ['', `--- ${target} ping statistics ---`, `1 packets transmitted, ${counts}`];
}

/** `-W 3` or `-W3`, `-w 5`: seconds. */
function waitOf(args: readonly string[]): number {
  const joined = args.join(' ');
  const seconds = /(?:^|\s)-[Ww]\s?(\d+(?:\.\d+)?)/.exec(joined)?.[1];
  return seconds === undefined ? defaultWaitMs : Number(seconds) * 1_000;
}

function ended(exitCode: number, lines: readonly string[]): ProcessResult {
  return { exitCode, stdout: lines.join('\n'), stderr: '', failure: null };
}
