import { describe, expect, it } from 'vitest';
import { type DnsWorld, dnsView } from '../../facts/testing/dns-world.js';
import { evaluateRule } from '../testing/evaluate-rule.js';
import aliasLoop from './alias-loop.js';
import dnssecBogus from './dnssec-bogus.js';
import lookupFailed from './lookup-failed.js';
import notFound from './not-found.js';

const mx = { answer: ['example.com 3600 MX 10 mx.example.com'] };
const here = '10.0.0.53';
const servfail = { rcode: 'SERVFAIL' };
const nxdomain = { rcode: 'NXDOMAIN', authority: ['com 900 SOA 900'] };
const ns1 = 'ns1.example.com 192.0.2.53';
const rules = { notFound, aliasLoop, dnssecBogus, lookupFailed };
const domainSubject = { subject: 'example.com', within: [], severity: 'error' };

function judge(world: DnsWorld) {
  const view = dnsView(world);
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, evaluateRule(rule, view)]));
}

const allClear = { notFound: 'clear', aliasLoop: 'clear', dnssecBogus: 'clear', lookupFailed: 'clear' };

describe('the lookup of a domain', () => {
  it('gives MX records', () => {
    expect(judge({ resolvers: { [here]: mx } })).toEqual(allClear);
  });

  it('ends in NXDOMAIN, and the registry says so too', () => {
    expect(judge({ resolvers: { [here]: nxdomain }, registry: nxdomain })).toEqual({
      ...allClear,
      notFound: [
        {
          ...domainSubject,
          code: 'domain.not-found',
          says: 'not-registered',
          confidence: 'certain',
          arguments: { domain: 'example.com', zone: 'com' },
        },
      ],
    });
  });

  it('ends in NXDOMAIN at the root: there is no such top-level domain', () => {
    const domain = 'example.invalid';
    const denied = { rcode: 'NXDOMAIN', authority: ['. 900 SOA 900'] };
    expect(judge({ domain, resolvers: { [here]: denied }, root: denied }).notFound).toMatchObject([
      { says: 'no-such-top-level', confidence: 'certain', arguments: { domain, topLevel: '.invalid' } },
    ]);
  });

  it('ends in NXDOMAIN within a zone that exists', () => {
    const domain = 'mail.example.com';
    const own = { rcode: 'NXDOMAIN', authority: ['example.com 900 SOA 900'] };
    const toZone = { flags: '', authority: ['example.com 86400 NS ns1.example.com'], additional: ['ns1.example.com 86400 A 192.0.2.53'] };
    const more = [{ ask: `${domain} MX`, at: '192.0.2.53', zone: 'example.com', ...own }];
    expect(judge({ domain, resolvers: { [here]: own }, registry: toZone, more }).notFound).toEqual([
      {
        ...domainSubject,
        subject: domain,
        code: 'domain.not-found',
        says: 'no-such-name',
        confidence: 'certain',
        arguments: { domain, zone: 'example.com' },
      },
    ]);
  });

  it('ends in NXDOMAIN, and nobody else was asked', () => {
    expect(judge({ resolvers: { [here]: nxdomain } }).notFound).toEqual([
      { ...domainSubject, code: 'domain.not-found', says: 'unconfirmed', confidence: 'likely', arguments: { domain: 'example.com' } },
    ]);
  });

  it('leads round in a circle', () => {
    const loop = { answer: ['example.com 60 CNAME a.example.net', 'a.example.net 60 CNAME example.com'] };
    expect(judge({ resolvers: { [here]: loop } })).toEqual({
      ...allClear,
      aliasLoop: [
        {
          ...domainSubject,
          code: 'domain.alias-loop',
          says: 'loop',
          confidence: 'certain',
          arguments: { domain: 'example.com', aliases: ['a.example.net'] },
        },
      ],
    });
  });

  it('leads round in a circle, as only the authority shows', () => {
    const loop = { answer: ['example.com 60 CNAME a.example.com', 'a.example.com 60 CNAME example.com'] };
    expect(judge({ resolvers: { [here]: servfail }, servers: { [ns1]: loop } })).toEqual({
      notFound: 'clear',
      aliasLoop: [
        {
          ...domainSubject,
          code: 'domain.alias-loop',
          says: 'loop',
          confidence: 'certain',
          arguments: { domain: 'example.com', aliases: ['a.example.com'] },
        },
      ],
      dnssecBogus: 'clear',
      lookupFailed: 'not-applicable: the aliases of the domain lead round in a circle',
    });
  });

  it('leads round in a circle through another zone', () => {
    const more = [{ ask: 'a.net MX', at: '198.51.100.1', zone: '.', answer: ['a.net 60 CNAME example.com'] }];
    const servers = { [ns1]: { answer: ['example.com 60 CNAME a.net'] } };
    const soa = { ask: 'a.net SOA', at: '198.51.100.1', zone: '.', authority: ['. 60 SOA 60'] };
    expect(judge({ resolvers: { [here]: servfail }, servers, more: [...more, soa] }).aliasLoop).toMatchObject([
      { arguments: { aliases: ['a.net', 'example.com'] } },
    ]);
  });

  it('is an alias of an alias, without an end', () => {
    const names = ['example.com', ...Array.from({ length: 12 }, (_, at) => `a${at}.net`)];
    const more = names.slice(1, -1).flatMap((name, at) => [
      { ask: `${name} MX`, at: '198.51.100.1', zone: '.', answer: [`${name} 60 CNAME ${names[at + 2]}`] },
      { ask: `${name} SOA`, at: '198.51.100.1', zone: '.', authority: ['. 60 SOA 60'] },
    ]);
    const servers = { [ns1]: { answer: ['example.com 60 CNAME a0.net'] } };
    expect(judge({ resolvers: { [here]: servfail }, servers, more }).aliasLoop).toMatchObject([
      { arguments: { aliases: ['a0.net', 'a1.net', 'a2.net', 'a3.net'] } },
    ]);
  });

  it('is an alias that ends, which is no circle', () => {
    const servers = { [ns1]: { answer: ['example.com 60 CNAME a.net'] } };
    expect(judge({ resolvers: { [here]: servfail }, servers }).aliasLoop).toBe('clear');
  });

  it.each([
    ['no resolver answers', { resolvers: { [here]: { failure: 'timeout' as const } } }],
    [
      'no name server of the domain answers with authority',
      { resolvers: { [here]: servfail }, servers: { [ns1]: { failure: 'timeout' as const } } },
    ],
  ])('fails because %s', (reason, world) => {
    const { lookupFailed: result } = judge(world);
    expect(result).toBe(`not-applicable: ${reason}`);
  });

  it('fails for a reason that nobody tells', () => {
    expect(judge({ resolvers: { [here]: servfail } })).toEqual({
      ...allClear,
      notFound: 'could-not-tell: the lookup of the domain gave no answer',
      lookupFailed: [
        {
          ...domainSubject,
          code: 'domain.lookup-failed',
          says: 'failed',
          confidence: 'certain',
          arguments: { domain: 'example.com', opinions: ['SERVFAIL (10.0.0.53)'], resolver: here, authorities: null },
        },
      ],
    });
  });

  it('fails at the resolver while the authority answers', () => {
    expect(judge({ resolvers: { [here]: servfail }, servers: { [ns1]: mx } }).lookupFailed).toEqual([
      {
        ...domainSubject,
        code: 'domain.lookup-failed',
        says: 'here-only',
        confidence: 'certain',
        arguments: { domain: 'example.com', opinions: ['SERVFAIL (10.0.0.53)'], resolver: here, authorities: '10 mx.example.com' },
      },
    ]);
  });

  it('is refused to this machine', () => {
    expect(judge({ resolvers: { [here]: { rcode: 'REFUSED' } } }).lookupFailed).toMatchObject([{ says: 'refused' }]);
  });

  it('was not made', () => {
    expect(judge({})).toEqual({
      notFound: 'could-not-tell: the lookup of the domain gave no answer',
      aliasLoop: 'could-not-tell: no server answered',
      dnssecBogus: 'could-not-tell: no resolver answered',
      lookupFailed: 'could-not-tell: nothing was asked',
    });
  });
});

describe('DNSSEC', () => {
  const unchecked = { ask: 'example.com MX', at: here, unchecked: true, ...mx };
  const bogus = { ...domainSubject, code: 'domain.dnssec-bogus', says: 'domain', confidence: 'likely' };
  const words = { domain: 'example.com', name: 'example.com', resolvers: [here], reason: null };

  it('is broken where the answer comes without checking only', () => {
    expect(judge({ resolvers: { [here]: servfail }, more: [unchecked] }).dnssecBogus).toEqual([{ ...bogus, arguments: words }]);
  });

  it('is broken for certain where the resolver says why', () => {
    const told = { ...servfail, extendedErrors: [[7, 'signature of example.com has expired']] as const };
    expect(judge({ resolvers: { [here]: told }, more: [unchecked] }).dnssecBogus).toEqual([
      { ...bogus, confidence: 'certain', arguments: { ...words, reason: 'signature of example.com has expired' } },
    ]);
    expect(judge({ resolvers: { [here]: { ...servfail, extendedErrors: [[9, '']] } } }).dnssecBogus).toEqual([
      { ...bogus, confidence: 'certain', arguments: { ...words, reason: 'a DNSKEY is missing' } },
    ]);
  });

  it('is a warning where another resolver does not check and answers', () => {
    expect(judge({ resolvers: { [here]: servfail, '10.0.0.54': mx }, more: [unchecked] }).dnssecBogus).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  it('is not to blame where the unchecked answer fails too, or the servers cannot be reached', () => {
    const failing = { ...unchecked, answer: [], rcode: 'SERVFAIL' };
    expect(judge({ resolvers: { [here]: servfail }, more: [failing] }).dnssecBogus).toBe('clear');
    const unreached = { ...servfail, extendedErrors: [[22, 'No Reachable Authority']] as const };
    expect(judge({ resolvers: { [here]: unreached }, more: [unchecked] }).dnssecBogus).toBe('clear');
  });

  it('is broken for an exchange', () => {
    const more = [
      { ask: 'mx.example.com A', at: here, ...servfail },
      { ask: 'mx.example.com A', at: here, unchecked: true, answer: ['mx.example.com 60 A 192.0.2.25'] },
      { ask: 'mx.example.com AAAA', at: here, ...servfail },
    ];
    expect(judge({ resolvers: { [here]: mx }, more }).dnssecBogus).toEqual([
      {
        code: 'domain.dnssec-bogus',
        says: 'exchange',
        subject: 'mx.example.com',
        within: ['example.com'],
        severity: 'error',
        confidence: 'likely',
        arguments: { ...words, name: 'mx.example.com' },
      },
    ]);
  });
});
