import { describe, expect, it } from 'vitest';
import { assertIpAddress } from '../model/ip-address.js';
import { type EgressState, egress, showsLife } from './egress.js';
import { type HostWorld, hostView } from './testing/host-world.js';

const route = ['10 mx.example.com 192.0.2.25 2001:db8::25'];
const silent = { connect: 'silent', ping: 'silent' } as const;
/** Silent on 25, and alive elsewhere. */
const alive = { connect: 'silent', ping: 20 } as const;
const aliveByPort = { connect: 'silent', life: 'refused' } as const;

type Expected = readonly [state: EgressState['state'], ...witnesses: string[]];

describe('egress', () => {
  it.each<readonly [sentence: string, world: Pick<HostWorld, 'hosts' | 'controls' | 'options'>, expected: Expected]>([
    ['nobody was asked', {}, ['not-asked']],
    ['a greeting settles it', { hosts: { '192.0.2.25': { says: ['220 hi'] } } }, ['open', '192.0.2.25']],
    ['a reset is an answer', { hosts: { '192.0.2.25': { connect: 'reset' } } }, ['open', '192.0.2.25']],
    ['an unreachable host says nothing about port 25', { hosts: { '192.0.2.25': { connect: 'host-unreachable' } } }, ['not-asked']],
    ['silence without controls', { hosts: { '192.0.2.25': silent } }, ['unknown']],
    [
      'a control that answers settles it, however many are silent',
      {
        hosts: { '192.0.2.25': silent },
        controls: { '198.51.100.1': alive, '198.51.100.2': alive, '198.51.100.3': { connect: 'refused' } },
      },
      ['open', '198.51.100.3'],
    ],
    [
      'two controls alive elsewhere, by ping and by another port',
      { hosts: { '192.0.2.25': silent }, controls: { '198.51.100.1': alive, '198.51.100.2': aliveByPort } },
      ['blocked', '198.51.100.1', '198.51.100.2'],
    ],
    [
      'a firewall that says so counts like silence',
      {
        hosts: { '192.0.2.25': { connect: 'prohibited' } },
        controls: { '198.51.100.1': alive, '198.51.100.2': { ...alive, connect: 'prohibited' } },
      },
      ['blocked', '198.51.100.1', '198.51.100.2'],
    ],
    [
      'a control without life counts for nothing',
      { hosts: { '192.0.2.25': silent }, controls: { '198.51.100.1': alive, '198.51.100.2': silent } },
      ['unknown'],
    ],
    [
      "the target's own host is no control, though it is alive",
      { hosts: { '192.0.2.25': alive }, controls: { '198.51.100.1': alive } },
      ['unknown'],
    ],
    ['an answer on another port is not one on 25', { hosts: { '192.0.2.25': { connect: 'silent', life: 'connected' } } }, ['unknown']],
    ['a private host says nothing about the way out', { hosts: { '10.1.2.3': { says: ['220 hi'] } } }, ['not-asked']],
  ])('%s', (_sentence, world, [state, ...witnesses]) => {
    const found = hostView({ mx: route, ...world }).read(egress)[4];
    expect({ state: found.state, witnesses: found.witnesses }).toEqual({ state, witnesses });
  });

  it('keeps the families apart', () => {
    const found = hostView({ mx: route, hosts: { '192.0.2.25': { says: ['220 hi'] }, '2001:db8::25': silent } }).read(egress);
    expect([found[4].state, found[6].state]).toEqual(['open', 'unknown']);
  });
});

describe('showsLife', () => {
  it.each([
    [alive, true],
    [aliveByPort, true],
    [silent, false],
    [{ connect: 'silent', life: 'silent' } as const, false],
  ])('%j: %s', (words, expected) => {
    const view = hostView({ mx: route, hosts: { '192.0.2.25': words } });
    expect(showsLife(view, { address: assertIpAddress('192.0.2.25') })).toBe(expected);
  });
});
