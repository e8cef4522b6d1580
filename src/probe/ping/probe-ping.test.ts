import { describe, expect, it } from 'vitest';
import { assertIpAddress } from '../../model/ip-address.js';
import type { ProcessResult } from '../../net/doors.js';
import { createNodeDoors } from '../../net/node-doors.js';
import { pingCommands } from './ping-command.js';
import { probePing } from './probe-ping.js';

const address = assertIpAddress('192.0.2.25');
const v6 = assertIpAddress('2001:db8::25');
const real = createNodeDoors();

const printed = (stdout: string, exitCode: number | null = 0): ProcessResult => ({ exitCode, stdout, stderr: '', failure: null });
const reply = '64 bytes from 192.0.2.25: icmp_seq=1 ttl=64 time=1.5 ms\n';

/** A machine on which ping prints one text after another. */
async function ping(platform: string, results: readonly ProcessResult[], signal = new AbortController().signal, target = address) {
  const calls: string[] = [];
  const runProcess = async (command: string, args: readonly string[]) => {
    calls.push([command, ...args].join(' '));
    return results[calls.length - 1] ?? printed('');
  };
  const readHost = async () => ({ ...(await real.readHost()), platform });
  const doors = { ...real, runProcess, readHost };
  const evidence = await probePing({ doors, originMs: doors.clock.now(), signal, source: null }, target, { timeoutMs: 3000 });
  return { evidence, calls };
}

describe('probePing', () => {
  it('tells the round trip', async () => {
    const { evidence, calls } = await ping('linux', [printed(reply)]);
    expect(evidence).toMatchObject({ id: 'ping/192.0.2.25', kind: 'ping', outcome: { state: 'answered', roundTripMs: 1.5 } });
    expect(calls).toEqual(['ping -n -c 1 -W 3 192.0.2.25']);
  });

  it('tries another dialect where its arguments are not understood', async () => {
    const { evidence, calls } = await ping('linux', [printed('ping: unrecognized option: n\n', 1), printed(reply)]);
    expect(evidence.outcome.state).toBe('answered');
    expect(calls).toHaveLength(2);
  });

  it.each<[string, ProcessResult, string]>([
    ['no such command', { exitCode: null, stdout: '', stderr: '', failure: 'not-found' }, 'no-command'],
    ['a command that may not be started', { exitCode: null, stdout: '', stderr: '', failure: 'not-permitted' }, 'not-permitted'],
    ['a command that had to be killed', printed('', null), 'silent'],
    [
      'a complaint on the other output',
      { exitCode: 2, stdout: '', stderr: 'ping: socket: Operation not permitted\n', failure: null },
      'not-permitted',
    ],
  ])('%s', async (_, result, failure) => {
    const { evidence } = await ping('linux', [result, result, result]);
    expect(evidence.outcome).toMatchObject({ state: 'failed', failure });
  });

  it('is skipped where the signal is raised', async () => {
    const { evidence, calls } = await ping('linux', [], AbortSignal.abort('not-needed'));
    expect(evidence.outcome).toEqual({ state: 'skipped', reason: 'not-needed' });
    expect(calls).toEqual([]);
  });
});

describe('pingCommands', () => {
  const settings = { address, source: null, timeoutMs: 2500 };
  const lines = (platform: string, more = {}) =>
    pingCommands(platform, { ...settings, ...more }).map(({ command, args }) => [command, ...args].join(' '));

  it.each<[string, string[], string[]]>([
    [
      'linux',
      ['ping -n -c 1 -W 3 192.0.2.25', 'ping -c 1 -W 3 192.0.2.25'],
      ['ping -n -c 1 -W 3 2001:db8::25', 'ping -c 1 -W 3 2001:db8::25', 'ping6 -n -c 1 -W 3 2001:db8::25'],
    ],
    ['darwin', ['ping -n -c 1 192.0.2.25'], ['ping6 -n -c 1 2001:db8::25', 'ping -6 -n -c 1 2001:db8::25']],
    ['win32', ['ping -4 -n 1 -w 2500 192.0.2.25'], ['ping -6 -n 1 -w 2500 2001:db8::25']],
  ])('on %s', (platform, four, six) => {
    expect(lines(platform)).toEqual(four);
    expect(lines(platform, { address: v6 })).toEqual(six);
  });

  it('asks for a source in each dialect', () => {
    const source = assertIpAddress('192.0.2.1');
    expect(lines('linux', { source })[0]).toContain('-I 192.0.2.1');
    expect(lines('darwin', { source })[0]).toContain('-S 192.0.2.1');
    expect(lines('win32', { source })[0]).toContain('-S 192.0.2.1');
  });
});
