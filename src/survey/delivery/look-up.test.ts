import { describe, expect, it } from 'vitest';
import type { DnsWords } from '../../facts/testing/dns-evidence.js';
import { assertDomainName } from '../../model/domain-name.js';
import { assertIpAddress } from '../../model/ip-address.js';
import { createDnsSurvey, type DnsSurvey, type SurveyWords } from '../testing/dns-survey.js';
import { lookUpMail } from './look-up.js';

const mx = { answer: ['example.com 3600 MX 10 mx.example.com'] };
const ns1 = 'ns1.example.com 192.0.2.53';
const servers = { [ns1]: mx };

/** A and AAAA of a host at one server. */
function host(name: string, at: string, zone?: string): DnsWords[] {
  const asked = zone === undefined ? { at } : { at, zone };
  return [
    { ...asked, ask: `${name} A`, answer: [`${name} 300 A 192.0.2.25`] },
    { ...asked, ask: `${name} AAAA`, authority: ['example.com 300 SOA 300'] },
  ];
}

interface Times {
  readonly resolvedMs: number | null;
  readonly walkedMs: number | null;
  readonly doneMs: number | null;
}

/** Runs the lookups, and when each of the three promises was kept. */
async function lookUp(words: SurveyWords, passMs = 20_000): Promise<DnsSurvey & Times> {
  const survey = createDnsSurvey(words);
  const resolvers = Object.keys(words.world.resolvers ?? {}).map((address) => ({ address: assertIpAddress(address), port: 53 }));
  const kept: Record<string, number> = {};
  const { resolved, walked, done } = lookUpMail(survey.context, survey.asker, { domain: assertDomainName('example.com'), resolvers });
  for (const [name, promise] of Object.entries({ resolved, walked, done })) {
    void promise.then(() => {
      kept[name] = survey.clock.now();
    });
  }
  await survey.clock.pass(passMs);
  return { ...survey, resolvedMs: kept.resolved ?? null, walkedMs: kept.walked ?? null, doneMs: kept.done ?? null };
}

const at = (asked: readonly string[], part: string) => asked.filter((line) => line.includes(part)).map((line) => line.replace('dns/', ''));

describe('lookUpMail', () => {
  const here = '10.0.0.53';
  const healthy = {
    resolvers: { [here]: mx },
    servers,
    more: [...host('mx.example.com', here), ...host('mx.example.com', '192.0.2.53', 'example.com')],
  };

  it('asks the resolver and walks beside it; only the resolver keeps the trace waiting', async () => {
    const { asked, resolvedMs, walkedMs, doneMs } = await lookUp({ world: healthy, delays: { norec: 500 } });
    expect([...asked].sort()).toEqual([
      '0 dns/mx/example.com/10.0.0.53',
      '0 dns/mx/example.com/198.51.100.1/norec',
      '10 dns/a/mx.example.com/10.0.0.53',
      '10 dns/aaaa/mx.example.com/10.0.0.53',
      '1000 dns/mx/example.com/192.0.2.53/norec',
      '1500 dns/a/mx.example.com/192.0.2.53/norec',
      '1500 dns/aaaa/mx.example.com/192.0.2.53/norec',
      '500 dns/mx/example.com/198.51.100.2/norec',
    ]);
    expect({ resolvedMs, walkedMs, doneMs }).toEqual({ resolvedMs: 20, walkedMs: 1_500, doneMs: 2_000 });
  });

  it('asks for one family only where only that one is wanted', async () => {
    const { asked } = await lookUp({ world: { ...healthy, options: { family: 4 } } });
    expect(at(asked, 'aaaa')).toEqual([]);
  });

  it('does not walk where nobody wants it', async () => {
    const { asked, walkedMs } = await lookUp({ world: { ...healthy, options: { walk: false } } });
    expect(at(asked, 'norec')).toEqual([]);
    expect(walkedMs).toBe(0);
  });

  it('waits a second for an earlier resolver that is silent, and follows the later one', async () => {
    const resolvers = { '10.0.0.1': mx, '10.0.0.2': mx };
    const more = [...host('mx.example.com', '10.0.0.1'), ...host('mx.example.com', '10.0.0.2')];
    const { resolvedMs } = await lookUp({ world: { resolvers, more }, delays: { '10.0.0.1': 4_000 } });
    expect(resolvedMs).toBe(1_000);
  });

  it('does not wait for an earlier resolver that has failed', async () => {
    const resolvers = { '10.0.0.1': { rcode: 'REFUSED' }, '10.0.0.2': mx };
    const more = [...host('mx.example.com', '10.0.0.1'), ...host('mx.example.com', '10.0.0.2')];
    expect((await lookUp({ world: { resolvers, more } })).resolvedMs).toBe(20);
  });

  it('asks again without checking after SERVFAIL', async () => {
    const { asked } = await lookUp({ world: { resolvers: { [here]: { rcode: 'SERVFAIL' } }, servers } });
    expect(at(asked, '/cd')).toContain('10 mx/example.com/10.0.0.53/cd');
  });

  it('goes by the authority where no resolver answers', async () => {
    const { asked, resolvedMs, walkedMs } = await lookUp({
      world: { resolvers: { [here]: { failure: 'timeout' } }, servers, more: host('mx.example.com', '192.0.2.53', 'example.com') },
      delays: { '10.0.0.53': 1_000 },
    });
    expect(walkedMs).toBe(30);
    expect(resolvedMs).toBe(1_040);
    expect(at(asked, 'mx.example.com/192.0.2.53')).toHaveLength(2);
  });

  it('looks up the domain itself where there is no MX', async () => {
    const none = { authority: ['example.com 300 SOA 300'] };
    const { asked } = await lookUp({ world: { resolvers: { [here]: none }, more: host('example.com', here) } });
    expect(asked).toEqual(['0 dns/mx/example.com/10.0.0.53', '10 dns/a/example.com/10.0.0.53', '10 dns/aaaa/example.com/10.0.0.53']);
  });

  it.each([
    ['a null MX', { answer: ['example.com 60 MX 0 .'] }],
    ['NXDOMAIN', { rcode: 'NXDOMAIN' }],
    ['an MX that is an address', { answer: ['example.com 60 MX 10 192.0.2.25'] }],
  ])('looks up no host for %s', async (_, answer) => {
    expect((await lookUp({ world: { resolvers: { [here]: answer } } })).asked).toEqual(['0 dns/mx/example.com/10.0.0.53']);
  });

  it('looks up a hundred hosts of a thousand, the preferred ones', async () => {
    const answer = Array.from({ length: 1_000 }, (_, rank) => `example.com 60 MX ${rank} h${rank}.example.com`);
    const { asked, doneMs } = await lookUp({ world: { resolvers: { [here]: { answer } } }, delays: { '/h': 10 } }, 60_000);
    expect(asked).toHaveLength(201);
    expect(asked.at(-1)).toContain('h99.example.com');
    expect(doneMs).not.toBeNull();
  });

  it('walks to a host outside the domain only where every resolver fails', async () => {
    const outside = { answer: ['example.com 3600 MX 10 mx.example.net'] };
    const world = { resolvers: { [here]: outside }, servers: { [ns1]: outside } };
    const failing = await lookUp({ world: { ...world, more: [{ ask: 'mx.example.net A', at: here, rcode: 'SERVFAIL' }] } });
    expect(at(failing.asked, 'a/mx.example.net/198.51.100.1')).not.toEqual([]);
    const answering = await lookUp({ world: { ...world, more: host('mx.example.net', here) } });
    expect(at(answering.asked, 'mx.example.net/198.51.100.1')).toEqual([]);
  });

  it('looks a second time, two seconds later, at a resolver that says otherwise', async () => {
    const old = { answer: ['example.com 900 MX 10 old.example.com'] };
    const more = [
      ...host('old.example.com', here),
      ...host('old.example.com', '192.0.2.53', 'example.com'),
      ...host('mx.example.com', here),
    ];
    const { asked, resolvedMs } = await lookUp({ world: { resolvers: { [here]: old }, servers, more } });
    expect(resolvedMs).toBe(20);
    expect(at(asked, 'mx/example.com/10.0.0.53/cd')).toEqual(['5030 mx/example.com/10.0.0.53/cd']);
  });
});
