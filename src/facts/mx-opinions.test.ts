import { describe, expect, it } from 'vitest';
import { mxOpinions } from './mx-opinions.js';
import { type DnsWorld, dnsView } from './testing/dns-world.js';

const opinions = (world: DnsWorld) => dnsView(world).read(mxOpinions);

const current = { answer: ['example.com 3600 MX 20 b.example', 'example.com 3600 MX 10 a.example'] };
const old = { answer: ['example.com 73812 MX 10 old.example'] };

describe('mxOpinions', () => {
  it('joins those that agree, the authorities first, with the smallest TTL', () => {
    const younger = { answer: ['example.com 60 MX 10 a.example', 'example.com 3600 MX 20 b.example'] };
    const world = {
      resolvers: { '10.0.0.53': old, '10.0.0.54': younger },
      servers: { 'ns1.example.com 192.0.2.53': current, 'ns2.example.com 192.0.2.54': current },
    };
    expect(opinions(world)).toEqual([
      { servers: ['ns1.example.com', 'ns2.example.com'], role: 'authority', ttlSeconds: 3600, answer: '10 a.example, 20 b.example' },
      { servers: ['10.0.0.53'], role: 'resolver', ttlSeconds: 73812, answer: '10 old.example' },
      { servers: ['10.0.0.54'], role: 'resolver', ttlSeconds: 60, answer: '10 a.example, 20 b.example' },
    ]);
  });

  it.each([
    [{ rcode: 'NXDOMAIN' }, 'no such name'],
    [{ authority: ['example.com 60 SOA 60'] }, 'no MX record'],
    [{ rcode: 'SERVFAIL' }, 'SERVFAIL'],
    [{ rcode: 'REFUSED' }, 'REFUSED'],
    [{ rcode: 'NOTIMP' }, 'NOTIMP'],
    [{ failure: 'timeout' as const }, 'no answer'],
    [{ failure: 'refused' as const }, 'unreachable'],
    [{ failure: 'malformed' as const }, 'nothing readable'],
    [{ skipped: 'deadline' as const }, 'not asked'],
    [{ answer: ['example.com 60 CNAME a.example', 'a.example 60 CNAME example.com'] }, 'an alias loop'],
    [{ answer: ['example.com 60 CNAME a.example'] }, 'an alias of a.example'],
  ])('%j is told as “%s”', (words, answer) => {
    expect(opinions({ resolvers: { '10.0.0.53': words } })).toMatchObject([{ servers: ['10.0.0.53'], answer }]);
  });

  it('tells of servers without authority, and leaves out what is not theirs', () => {
    const lame = { ...current, flags: '' };
    expect(opinions({ servers: { 'ns1.example.com 192.0.2.53': lame } })).toMatchObject([
      { servers: ['ns1.example.com'], answer: '10 a.example, 20 b.example (without authority)' },
    ]);
    expect(opinions({ servers: { 'ns1.example.com 192.0.2.53': { ...lame, flags: 'ra' } } })).toEqual([]);
  });
});
