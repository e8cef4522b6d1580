import { describe, expect, it } from 'vitest';
import { type DnsWorld, dnsView } from '../../facts/testing/dns-world.js';
import { evaluateRule } from '../testing/evaluate-rule.js';
import lameDelegation from './lame-delegation.js';
import serverUnreachable from './server-unreachable.js';
import serversDisagree from './servers-disagree.js';
import serversUnreachable from './servers-unreachable.js';

const mx = { answer: ['example.com 3600 MX 10 mx.example.com'] };
const oldMx = { answer: ['example.com 3600 MX 10 old.example.com'] };
const silent = { failure: 'timeout' as const };
const refused = { rcode: 'REFUSED', flags: '' };
const resolver = { '10.0.0.53': mx };
const ns1 = 'ns1.example.com 192.0.2.53';
const ns2 = 'ns2.example.com 192.0.2.54';
const label1 = 'ns1.example.com (192.0.2.53)';
const label2 = 'ns2.example.com (192.0.2.54)';

const rules = { serversUnreachable, serverUnreachable, lameDelegation, serversDisagree };

/** What each of the four rules says. */
function judge(world: DnsWorld) {
  const view = dnsView(world);
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, evaluateRule(rule, view)]));
}

const allClear = { serversUnreachable: 'clear', serverUnreachable: 'clear', lameDelegation: 'clear', serversDisagree: 'clear' };
const allDead = 'not-applicable: no server of the domain answers';
const nobodyAnswers = 'not-applicable: no server of the domain answers with authority';

describe('the servers of a domain', () => {
  it('are in order where all answer the same, whatever their TTLs', () => {
    const younger = { answer: ['example.com 60 MX 10 mx.example.com'] };
    expect(judge({ resolvers: resolver, servers: { [ns1]: mx, [ns2]: younger } })).toEqual(allClear);
  });

  it.each([
    ['silent', silent, 'silent'],
    ['refusing packets', { failure: 'refused' as const }, 'refused'],
    ['unreachable', { failure: 'unreachable' as const }, 'refused'],
    ['talking nonsense', { failure: 'malformed' as const }, 'unreadable'],
    ['answering with wrong ids', { failure: 'mismatched' as const }, 'unreadable'],
  ])('one of two is %s', (_, words, says) => {
    expect(judge({ resolvers: resolver, servers: { [ns1]: mx, [ns2]: words } })).toEqual({
      ...allClear,
      serverUnreachable: [
        {
          code: 'domain.server-unreachable',
          says,
          subject: label2,
          within: ['example.com'],
          severity: 'warning',
          confidence: 'certain',
          arguments: { domain: 'example.com', server: label2, address: '192.0.2.54' },
        },
      ],
    });
  });

  it('one name has no address', () => {
    expect(judge({ resolvers: resolver, servers: { [ns1]: mx }, addressless: ['gone.example.com'] })).toEqual({
      ...allClear,
      serverUnreachable: [
        {
          code: 'domain.server-unreachable',
          says: 'addressless',
          subject: 'gone.example.com',
          within: ['example.com'],
          severity: 'warning',
          confidence: 'certain',
          arguments: { domain: 'example.com', server: 'gone.example.com' },
        },
      ],
    });
  });

  it.each([
    ['refuses', refused, 'it refuses the question (REFUSED)'],
    ['fails', { rcode: 'SERVFAIL', flags: '' }, 'it fails (SERVFAIL)'],
    ['knows no such operation', { rcode: 'NOTIMP', flags: '' }, 'it answers with NOTIMP'],
    ['answers without authority', { ...mx, flags: '' }, 'it answers without authority (no AA)'],
    ['points up', { flags: '', authority: ['. 1 NS a.root.example'] }, 'it points to other servers further up'],
  ])('one of two %s', (_, words, sign) => {
    expect(judge({ resolvers: resolver, servers: { [ns1]: mx, [ns2]: words } })).toEqual({
      ...allClear,
      lameDelegation: [
        {
          code: 'domain.lame-delegation',
          says: 'one',
          subject: label2,
          within: ['example.com'],
          severity: 'warning',
          confidence: 'certain',
          arguments: { domain: 'example.com', server: label2, sign },
        },
      ],
    });
  });

  it('are all dead, and the resolver fails: the mail waits', () => {
    const failing = { '10.0.0.53': { rcode: 'SERVFAIL' } };
    expect(judge({ resolvers: failing, servers: { [ns1]: silent, [ns2]: silent } })).toEqual({
      serversUnreachable: [
        {
          code: 'domain.servers-unreachable',
          says: 'dead',
          subject: 'example.com',
          within: [],
          severity: 'error',
          confidence: 'likely',
          arguments: { domain: 'example.com', servers: [label1, label2], firstAddress: '192.0.2.53' },
        },
      ],
      serverUnreachable: allDead,
      lameDelegation: 'clear',
      serversDisagree: nobodyAnswers,
    });
  });

  it('are all dead, and the resolver still has an answer: a warning', () => {
    const { serversUnreachable: found } = judge({ resolvers: resolver, servers: { [ns1]: silent } });
    expect(found).toMatchObject([{ says: 'dead', severity: 'warning' }]);
  });

  it('talk nonsense, all of them', () => {
    const { serversUnreachable: found } = judge({
      resolvers: { '10.0.0.53': { rcode: 'SERVFAIL' } },
      servers: { [ns1]: { failure: 'malformed' } },
    });
    expect(found).toMatchObject([{ says: 'unreadable', severity: 'error', arguments: { servers: [label1] } }]);
  });

  it('are all lame, and the resolver fails', () => {
    const failing = { '10.0.0.53': { rcode: 'SERVFAIL' } };
    expect(judge({ resolvers: failing, servers: { [ns1]: refused, [ns2]: refused } })).toEqual({
      serversUnreachable: 'clear',
      serverUnreachable: 'clear',
      lameDelegation: [
        {
          code: 'domain.lame-delegation',
          says: 'all',
          subject: 'example.com',
          within: [],
          severity: 'error',
          confidence: 'certain',
          arguments: { domain: 'example.com', servers: [label1, label2] },
        },
      ],
      serversDisagree: nobodyAnswers,
    });
  });

  it('are dead and lame', () => {
    const failing = { '10.0.0.53': { rcode: 'SERVFAIL' } };
    expect(judge({ resolvers: failing, servers: { [ns1]: silent, [ns2]: refused } })).toMatchObject({
      serversUnreachable: 'clear',
      serverUnreachable: [{ says: 'silent', subject: label1, severity: 'warning' }],
      lameDelegation: [{ says: 'all', subject: 'example.com', severity: 'error', arguments: { servers: [label2] } }],
    });
  });

  it('have names and no addresses', () => {
    const { serversUnreachable: found } = judge({
      resolvers: { '10.0.0.53': { rcode: 'SERVFAIL' } },
      servers: {},
      addressless: ['a.example.com'],
    });
    expect(found).toMatchObject([{ says: 'addressless', confidence: 'certain', arguments: { servers: ['a.example.com'] } }]);
  });

  it('disagree about the MX', () => {
    expect(judge({ resolvers: resolver, servers: { [ns1]: mx, [ns2]: oldMx } })).toEqual({
      ...allClear,
      serversDisagree: [
        {
          code: 'domain.servers-disagree',
          says: 'mx',
          subject: 'example.com',
          within: [],
          severity: 'warning',
          confidence: 'certain',
          arguments: { domain: 'example.com', opinions: [`"10 mx.example.com" (${label1})`, `"10 old.example.com" (${label2})`] },
        },
      ],
    });
  });

  it('were not asked', () => {
    const reason = 'could-not-tell: the walk from the root was not asked for';
    expect(judge({ resolvers: resolver })).toEqual({
      serversUnreachable: reason,
      serverUnreachable: reason,
      lameDelegation: reason,
      serversDisagree: reason,
    });
  });

  it('cannot be judged where this network lets no DNS out', () => {
    const reason = "could-not-tell: this network lets no DNS out to the domain's servers";
    expect(judge({ resolvers: resolver, root: silent })).toEqual({
      serversUnreachable: reason,
      serverUnreachable: reason,
      lameDelegation: reason,
      serversDisagree: reason,
    });
  });

  it('cannot be judged where somebody answers in their place', () => {
    const impostor = { ...mx, flags: 'ra' };
    const reason = "could-not-tell: somebody else answers in the place of the domain's servers";
    expect(judge({ resolvers: resolver, servers: { [ns1]: impostor, [ns2]: impostor } })).toEqual({
      serversUnreachable: reason,
      serverUnreachable: reason,
      lameDelegation: reason,
      serversDisagree: reason,
    });
  });

  it('do not exist where the domain does not', () => {
    const nxdomain = { rcode: 'NXDOMAIN', authority: ['com 900 SOA 900'] };
    expect(judge({ resolvers: { '10.0.0.53': nxdomain }, registry: nxdomain })).toEqual({
      serversUnreachable: 'not-applicable: the domain is not delegated',
      serverUnreachable: allDead,
      lameDelegation: 'not-applicable: the domain is not delegated',
      serversDisagree: nobodyAnswers,
    });
  });
});
