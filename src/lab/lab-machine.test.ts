import { afterEach, describe, expect, it } from 'vitest';
import { assertIpAddress } from '../model/ip-address.js';
import { type Lab, startLab } from './lab.js';
import type { World } from './world.js';
import { alterHealthyWorld, mx1Address, mx2Address } from './worlds/base.js';

let lab: Lab | null = null;

afterEach(async () => {
  await lab?.stop();
  lab = null;
});

const unaborted = new AbortController().signal;

async function ping(world: World, address = mx1Address) {
  lab = await startLab(world);
  return lab.doors.runProcess('ping', ['-n', '-c', '1', '-W', '1', address], { timeoutMs: 5_000, signal: unaborted });
}

describe('ping in the lab', () => {
  it('prints what iputils prints', async () => {
    const { stdout, exitCode } = await ping(alterHealthyWorld({ hosts: { [mx2Address]: { ping: 18.25 } } }), mx2Address);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      'PING 198.51.100.25 (198.51.100.25) 56(84) bytes of data.\n64 bytes from 198.51.100.25: icmp_seq=1 ttl=57 time=18.3 ms\n\n' +
        '--- 198.51.100.25 ping statistics ---\n1 packets transmitted, 1 received, 0% packet loss, time 0ms\nrtt min/avg/max/mdev = 18.250/18.250/18.250/0.000 ms\n',
    );
  });

  it.each<[string, World, object]>([
    [
      'a silent host',
      alterHealthyWorld({ mx1: 'silent', clockSpeed: 20 }),
      { exitCode: 1, stdout: expect.stringContaining('100% packet loss') },
    ],
    [
      'an unreachable host',
      alterHealthyWorld({ mx1: 'host-unreachable' }),
      { exitCode: 1, stdout: expect.stringContaining('Destination Host Unreachable') },
    ],
    ['no such command', alterHealthyWorld({ machine: { pingCommand: 'missing' } }), { failure: 'not-found' }],
    ['no permission', alterHealthyWorld({ machine: { pingCommand: 'not-permitted' } }), { failure: 'not-permitted' }],
  ])('%s', async (_, world, expected) => expect(await ping(world)).toMatchObject(expected));

  it('cannot go where this machine has no address', async () => {
    expect(await ping(alterHealthyWorld(), '2001:db8::25')).toMatchObject({
      exitCode: 2,
      stderr: 'ping: connect: Network is unreachable\n',
    });
  });
});

describe('the machine of the lab', () => {
  it('tells its name, its resolvers and its sources', async () => {
    lab = await startLab(alterHealthyWorld({ machine: { sources: { 6: '2001:db8:5::5' } } }));
    expect(await lab.doors.readHost()).toMatchObject({
      hostName: 'probe.example.net',
      fullName: 'probe.example.net',
      resolvers: [{ address: '198.51.100.53', port: 53 }],
      addresses: ['203.0.113.5', '2001:db8:5::5'],
    });
    expect(await lab.doors.findSource(assertIpAddress('2001:db8::1'))).toEqual({ address: '2001:db8:5::5' });
  });

  it('has no source for a family that it lacks', async () => {
    lab = await startLab(alterHealthyWorld());
    expect(await lab.doors.findSource(assertIpAddress('2001:db8::1'))).toEqual({ address: null, detail: 'ENETUNREACH' });
  });
});

describe('the clock of the lab', () => {
  it('passes a minute in the time that its speed gives', async () => {
    lab = await startLab(alterHealthyWorld({ clockSpeed: 1_000 }));
    const { clock } = lab;
    const before = [clock.now(), performance.now()] as const;
    await new Promise<void>((resolve) => void clock.after(60_000, resolve));
    expect(clock.now() - before[0]).toBeGreaterThanOrEqual(59_000);
    expect(performance.now() - before[1]).toBeLessThan(2_000);
  });

  it('calls nobody back once the lab has stopped', async () => {
    lab = await startLab(alterHealthyWorld());
    let called = false;
    lab.clock.after(20, () => {
      called = true;
    });
    await lab.stop();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(called).toBe(false);
  });
});
