import { describe, expect, it } from 'vitest';
import { type DnsWorld, dnsView } from '../../facts/testing/dns-world.js';
import { evaluateRule } from '../testing/evaluate-rule.js';
import filtered from './filtered.js';
import splitView from './split-view.js';
import stale from './stale.js';
import zoneCopy from './zone-copy.js';

const here = '10.0.0.53';
const old = { answer: ['example.com 73812 MX 10 mail.oldisp.example'] };
const current = { answer: ['example.com 3600 MX 10 mx.newhost.example'] };
const servers = { 'ns1.example.com 192.0.2.53': current, 'ns2.example.com 192.0.2.54': current };
const again = { ask: 'example.com MX', at: here, unchecked: true, startedMs: 2_200 };
const rules = { stale, zoneCopy, splitView, filtered };
const allClear = { stale: 'clear', zoneCopy: 'clear', splitView: 'clear', filtered: 'clear' };

function judge(world: DnsWorld) {
  const view = dnsView({ servers, ...world });
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, evaluateRule(rule, view)]));
}

const words = {
  domain: 'example.com',
  resolver: here,
  name: 'example.com',
  type: 'MX',
  says: '10 mail.oldisp.example',
  authoritySays: '10 mx.newhost.example',
  until: null,
  reason: null,
};
const found = { subject: here, within: [], severity: 'error', confidence: 'certain' };

describe('a resolver of this machine', () => {
  it('agrees with the authority', () => {
    expect(judge({ resolvers: { [here]: { answer: ['example.com 17 MX 10 mx.newhost.example'] } } })).toEqual(allClear);
  });

  it('agrees with one of two authorities that disagree', () => {
    const divided = { 'ns1.example.com 192.0.2.53': current, 'ns2.example.com 192.0.2.54': old };
    expect(judge({ resolvers: { [here]: old }, servers: divided })).toEqual(allClear);
  });

  it('follows an alias out of the zone, as the authorities do', () => {
    const alias = { answer: ['example.com 60 CNAME a.net'] };
    const more = [
      { ask: 'a.net MX', at: '198.51.100.1', zone: '.', authority: ['. 60 SOA 60'] },
      { ask: 'a.net SOA', at: '198.51.100.1', zone: '.', authority: ['. 60 SOA 60'] },
    ];
    expect(judge({ resolvers: { [here]: alias }, servers: { 'ns1.example.com 192.0.2.53': alias }, more })).toEqual(allClear);
  });

  it('has an old answer whose TTL counts down, until the next evening', () => {
    const second = { ...again, answer: ['example.com 73810 MX 10 mail.oldisp.example'] };
    expect(judge({ resolvers: { [here]: old }, more: [second] })).toEqual({
      ...allClear,
      stale: [{ ...found, code: 'resolver.stale', says: 'stale', arguments: { ...words, until: '2026-01-01T20:30:12Z' } }],
    });
  });

  it('has an old answer, and was not asked again', () => {
    expect(judge({ resolvers: { [here]: old } }).stale).toMatchObject([{ severity: 'error', confidence: 'likely' }]);
  });

  it('has an old answer, but is not the first one', () => {
    expect(judge({ resolvers: { '10.0.0.52': current, [here]: old } }).stale).toMatchObject([{ subject: here, severity: 'warning' }]);
  });

  it('has an old preference, which sends the mail nowhere else', () => {
    const shifted = { answer: ['example.com 600 MX 20 mx.newhost.example'] };
    expect(judge({ resolvers: { [here]: shifted } }).stale).toMatchObject([{ severity: 'warning' }]);
  });

  it('still says that the domain does not exist, from its cache', () => {
    const negative = { rcode: 'NXDOMAIN', authority: ['com 500 SOA 900'] };
    expect(judge({ resolvers: { [here]: negative } })).toEqual({
      ...allClear,
      stale: [
        {
          ...found,
          code: 'resolver.stale',
          says: 'stale',
          arguments: { ...words, says: 'no such name', until: '2026-01-01T00:08:20Z' },
        },
      ],
    });
  });

  it('has an old address of an exchange within the domain', () => {
    const mx = { answer: ['example.com 3600 MX 10 mx.example.com'] };
    const more = [
      { ask: 'mx.example.com A', at: here, answer: ['mx.example.com 50 A 192.0.2.25'] },
      { ask: 'mx.example.com A', at: '192.0.2.53', zone: 'example.com', answer: ['mx.example.com 300 A 198.51.100.25'] },
    ];
    expect(judge({ resolvers: { [here]: mx }, servers: { 'ns1.example.com 192.0.2.53': mx }, more }).stale).toEqual([
      {
        ...found,
        code: 'resolver.stale',
        says: 'stale',
        confidence: 'likely',
        arguments: {
          ...words,
          name: 'mx.example.com',
          type: 'A',
          says: '192.0.2.25',
          authoritySays: '198.51.100.25',
          until: '2026-01-01T00:00:50Z',
        },
      },
    ]);
  });

  it('takes itself for an authority', () => {
    expect(judge({ resolvers: { [here]: { ...old, flags: 'aa rd ra' } } })).toEqual({
      ...allClear,
      zoneCopy: [{ ...found, code: 'resolver.zone-copy', says: 'authoritative', arguments: words }],
    });
  });

  it('has an answer whose TTL stands still', () => {
    expect(judge({ resolvers: { [here]: old }, more: [{ ...again, ...old }] })).toEqual({
      ...allClear,
      zoneCopy: [{ ...found, code: 'resolver.zone-copy', says: 'standing-still', confidence: 'likely', arguments: words }],
    });
  });

  it('serves an internal zone with private hosts', () => {
    const internal = { answer: ['example.com 300 MX 10 mail.example.com'], flags: 'aa rd ra' };
    const more = [{ ask: 'mail.example.com A', at: here, flags: 'aa rd ra', answer: ['mail.example.com 300 A 10.1.2.3'] }];
    expect(judge({ resolvers: { [here]: internal }, more })).toEqual({
      ...allClear,
      splitView: [
        {
          ...found,
          code: 'resolver.split-view',
          says: 'internal',
          confidence: 'likely',
          arguments: { ...words, says: '10 mail.example.com' },
        },
      ],
    });
  });

  it.each([
    ['says so', { rcode: 'NXDOMAIN', extendedErrors: [[15, 'malware']] as const }, 'told', 'no such name', 'malware', 'certain'],
    ['says so by code only', { rcode: 'NXDOMAIN', extendedErrors: [[17, '']] as const }, 'told', 'no such name', 'code 17', 'certain'],
    ['denies the name', { rcode: 'NXDOMAIN' }, 'nxdomain', 'no such name', null, 'likely'],
    [
      'denies it with a SOA of its own',
      { rcode: 'NXDOMAIN', authority: ['rpz.local 60 SOA 60'] },
      'nxdomain',
      'no such name',
      null,
      'likely',
    ],
  ])('filters the domain and %s', (_, answer, says, saying, reason, confidence) => {
    expect(judge({ resolvers: { [here]: answer } })).toEqual({
      ...allClear,
      filtered: [{ ...found, code: 'resolver.filtered', says, confidence, arguments: { ...words, says: saying, reason } }],
    });
  });

  it('leads an exchange of the domain to nowhere', () => {
    const mx = { answer: ['example.com 3600 MX 10 mx.example.com'] };
    const more = [
      { ask: 'mx.example.com A', at: here, answer: ['mx.example.com 50 A 0.0.0.0'] },
      { ask: 'mx.example.com A', at: '192.0.2.53', zone: 'example.com', answer: ['mx.example.com 300 A 198.51.100.25'] },
    ];
    expect(judge({ resolvers: { [here]: mx }, servers: { 'ns1.example.com 192.0.2.53': mx }, more }).filtered).toMatchObject([
      { says: 'sinkhole', arguments: { name: 'mx.example.com', says: '0.0.0.0' } },
    ]);
  });

  it('cannot be judged where this network lets no DNS out', () => {
    const reason = "could-not-tell: this network lets no DNS out to the domain's servers";
    const { stale: result } = judge({ resolvers: { [here]: old }, root: { failure: 'timeout' } });
    expect(result).toBe(reason);
  });

  it('is no question where it gives no answer itself', () => {
    const resolvers = { [here]: { rcode: 'SERVFAIL' } };
    expect(judge({ resolvers }).stale).toBe('not-applicable: no resolver gave an answer to compare');
  });

  it('cannot be judged where the authority is dead, or nobody asked it', () => {
    const dead = { 'ns1.example.com 192.0.2.53': { failure: 'timeout' as const } };
    expect(judge({ resolvers: { [here]: old }, servers: dead }).stale).toMatch(/^could-not-tell/);
    expect(judge({ resolvers: { [here]: old }, options: { walk: false } }).stale).toBe(
      'could-not-tell: the walk from the root was not asked for',
    );
    expect(judge({}).stale).toBe('could-not-tell: no resolver was asked');
  });
});
