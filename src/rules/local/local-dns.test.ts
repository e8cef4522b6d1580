import { describe, expect, it } from 'vitest';
import { type DnsWorld, dnsView } from '../../facts/testing/dns-world.js';
import { evaluateRule } from '../testing/evaluate-rule.js';
import dnsBlocked from './dns-blocked.js';
import dnsIntercepted from './dns-intercepted.js';
import resolverUnreachable from './resolver-unreachable.js';

const mx = { answer: ['example.com 3600 MX 10 mx.example.com'] };
const resolvers = { '10.0.0.53': mx };
const ns1 = 'ns1.example.com 192.0.2.53';
const ns2 = 'ns2.example.com 192.0.2.54';
const asResolver = { ...mx, flags: 'ra' };
const silent = { failure: 'timeout' as const };

function judge(world: DnsWorld) {
  const view = dnsView(world);
  return [dnsBlocked, dnsIntercepted].map((rule) => evaluateRule(rule, view));
}

const blocked = [
  {
    code: 'local.dns-blocked',
    says: 'blocked',
    subject: 'DNS',
    within: [],
    severity: 'notice',
    confidence: 'likely',
    arguments: { servers: ['198.51.100.1'] },
  },
];
const intercepted = (servers: readonly string[]) => [
  {
    code: 'local.dns-intercepted',
    says: 'intercepted',
    subject: 'DNS',
    within: [],
    severity: 'notice',
    confidence: 'likely',
    arguments: { servers },
  },
];

describe('DNS out of this network', () => {
  it.each([
    ['leaves it', { resolvers, servers: { [ns1]: mx } }, ['clear', 'clear']],
    [
      'is not needed where no walk was asked for',
      { resolvers },
      ['not-applicable: no walk from the root was asked for', 'not-applicable: no walk from the root was asked for'],
    ],
    ['does not leave it: the root is silent, a resolver answers', { resolvers, root: silent }, [blocked, 'clear']],
    ['does not leave it: the firewall says so', { resolvers, root: { failure: 'unreachable' as const } }, [blocked, 'clear']],
    [
      'cannot be judged where nobody answers at all',
      { resolvers: { '10.0.0.53': silent }, root: silent },
      ['could-not-tell: neither the root servers nor a resolver answered', 'could-not-tell: the root servers gave no answer'],
    ],
    ['is answered in the place of the root', { resolvers, root: asResolver }, ['clear', intercepted(['198.51.100.1'])]],
    [
      'is refused in the place of the root',
      { resolvers, root: { rcode: 'REFUSED', flags: 'ra' } },
      ['clear', intercepted(['198.51.100.1'])],
    ],
    [
      "is answered in the place of the domain's servers",
      { resolvers, servers: { [ns1]: asResolver, [ns2]: asResolver } },
      ['clear', intercepted(['192.0.2.53', '192.0.2.54'])],
    ],
    [
      'leaves it where one server recurses beside another with authority',
      { resolvers, servers: { [ns1]: mx, [ns2]: asResolver } },
      ['clear', 'clear'],
    ],
    ['leaves it where all servers are lame without recursion', { resolvers, servers: { [ns1]: { ...mx, flags: '' } } }, ['clear', 'clear']],
  ] as const)('%s', (_, world, expected) => expect(judge(world)).toEqual(expected));
});

describe('the resolvers of this machine', () => {
  const finding = { code: 'local.resolver-unreachable', within: [], confidence: 'certain' };
  const words = { domain: 'example.com', failure: 'silence' };

  it.each([
    ['answer', { resolvers }, 'clear'],
    ['answer with an error, which is an answer', { resolvers: { '10.0.0.53': { rcode: 'REFUSED' } } }, 'clear'],
    [
      'are silent, all of them',
      { resolvers: { '10.0.0.53': silent, '10.0.0.54': { failure: 'refused' as const } } },
      [
        { ...finding, says: 'none', severity: 'error', subject: '10.0.0.53', arguments: { ...words, resolver: '10.0.0.53' } },
        {
          ...finding,
          says: 'none',
          severity: 'error',
          subject: '10.0.0.54',
          arguments: { ...words, resolver: '10.0.0.54', failure: 'port or host unreachable' },
        },
      ],
    ],
    [
      'are silent, one of two',
      { resolvers: { '10.0.0.53': silent, '10.0.0.54': mx } },
      [{ ...finding, says: 'one', severity: 'warning', subject: '10.0.0.53', arguments: { ...words, resolver: '10.0.0.53' } }],
    ],
    ['answer in part, which is no silence', { resolvers, more: [{ ask: 'mx.example.com A', at: '10.0.0.53', ...silent }] }, 'clear'],
    ['were not asked', {}, 'not-applicable: no resolver was asked'],
  ] as const)('%s', (_, world, expected) => expect(evaluateRule(resolverUnreachable, dnsView(world))).toEqual(expected));
});
