import { describe, expect, it } from 'vitest';
import { assertDomainName } from '../model/domain-name.js';
import { assertIpAddress } from '../model/ip-address.js';
import type { TraceOptions } from '../model/trace-options.js';
import { authorityRoute, type MailRoute, mailRoute, targetDomain } from './mail-route.js';
import type { DnsWords } from './testing/dns-evidence.js';
import { type DnsWorld, dnsView } from './testing/dns-world.js';
import { type HostWorld, hostView } from './testing/host-world.js';

const resolver = '10.0.0.53';
const second = '10.0.0.54';
const server = 'ns1.example.com 192.0.2.53';

/** What a resolver says about addresses. */
const says = (ask: string, words: Partial<DnsWords> = {}): DnsWords => ({ ask, at: resolver, ...words });
const mx = (...records: string[]) => ({ answer: records.map((record) => `example.com 300 MX ${record}`) });
const noMx = { authority: ['example.com 60 SOA 60'] };

/** The route in lines: `10 mx.example.com 192.0.2.25` or the problem in the addresses' place. */
const linesOf = ({ exchanges }: MailRoute) =>
  exchanges.map(({ preference, exchange, addresses, problem }) =>
    [preference ?? '-', exchange, ...(problem === null ? addresses : [problem])].join(' '),
  );

const routeOf = (world: DnsWorld) => {
  const route = dnsView(world).read(mailRoute);
  return { state: route.state, source: route.source, lines: linesOf(route) };
};

describe('mailRoute', () => {
  const notAsked = { skipped: 'deadline' } as const;

  it.each<readonly [sentence: string, world: DnsWorld, state: MailRoute['state'], source: string, lines: readonly string[]]>([
    ['the domain does not exist', { resolvers: { [resolver]: { rcode: 'NXDOMAIN' } } }, 'no-domain', 'resolver', []],
    ['the domain takes no mail', { resolvers: { [resolver]: mx('0 .') } }, 'null-mx', 'resolver', []],
    ['its aliases go round', { resolvers: { [resolver]: { answer: ['example.com 60 CNAME example.com'] } } }, 'alias-loop', 'resolver', []],
    ['the only resolver fails', { resolvers: { [resolver]: { rcode: 'SERVFAIL' } } }, 'lookup-failed', 'resolver', []],
    ['nothing was asked before the end', { resolvers: { [resolver]: notAsked } }, 'unknown', 'resolver', []],
    [
      'the first resolver fails, the second answers',
      { resolvers: { [resolver]: { rcode: 'SERVFAIL' }, [second]: mx('10 mx.example.com') } },
      'exchanges',
      'resolver',
      ['10 mx.example.com'],
    ],
    [
      'the resolvers disagree: the first that answers goes',
      { resolvers: { [resolver]: mx('10 old.example.com'), [second]: mx('10 new.example.com') } },
      'exchanges',
      'resolver',
      ['10 old.example.com'],
    ],
    [
      'no resolver can be heard, the authority can',
      { resolvers: { [resolver]: { failure: 'timeout' } }, servers: { [server]: mx('10 mx.example.com') } },
      'exchanges',
      'authority',
      ['10 mx.example.com'],
    ],
    [
      'the resolver fails aloud: a sender here would not ask the authority',
      { resolvers: { [resolver]: { rcode: 'SERVFAIL' } }, servers: { [server]: mx('10 mx.example.com') } },
      'lookup-failed',
      'resolver',
      [],
    ],
  ])('%s', (_sentence, world, state, source, lines) => {
    expect(routeOf(world)).toEqual({ state, source, lines });
  });

  it('orders by preference, then by name, and IPv4 before IPv6', () => {
    const world: HostWorld = { mx: ['20 a.example.com 192.0.2.1', '10 c.example.com 2001:db8::3 192.0.2.3', '10 b.example.com 192.0.2.2'] };
    expect(linesOf(hostView(world).read(mailRoute))).toEqual([
      '10 b.example.com 192.0.2.2',
      '10 c.example.com 192.0.2.3 2001:db8::3',
      '20 a.example.com 192.0.2.1',
    ]);
  });

  it('reads a null MX beside others as contradicted, and goes by the others (RFC 7505 section 3)', () => {
    const world = { mx: ['0 .', '10 mx.example.com 192.0.2.25'] };
    expect(hostView(world).read(mailRoute)).toMatchObject({ state: 'exchanges', nullMx: 'contradicted' });
    expect(linesOf(hostView(world).read(mailRoute))).toEqual(['10 mx.example.com 192.0.2.25']);
    expect(hostView({ mx: ['0 .'] }).read(mailRoute)).toMatchObject({ state: 'null-mx', nullMx: 'alone', exchanges: [] });
  });

  it('keeps the TTL of the answer that made it', () => {
    expect(dnsView({ resolvers: { [resolver]: mx('10 mx.example.com') } }).read(mailRoute).ttlSeconds).toBe(300);
  });
});

describe('the implicit MX (RFC 5321 section 5.1)', () => {
  it('is the domain itself where it has an address', () => {
    const route = hostView({ addresses: ['192.0.2.80'] }).read(mailRoute);
    expect(route.exchanges).toMatchObject([{ exchange: 'example.com', preference: 0, implicit: true, addresses: ['192.0.2.80'] }]);
  });

  it.each<readonly [string, readonly DnsWords[], MailRoute['state']]>([
    ['has no address behind it', [says('example.com A'), says('example.com AAAA')], 'no-mail-host'],
    ['cannot be looked up', [says('example.com A', { rcode: 'SERVFAIL' }), says('example.com AAAA')], 'lookup-failed'],
    ['was not looked up in both families yet', [says('example.com A')], 'unknown'],
  ])('%s', (_sentence, more, state) => {
    expect(dnsView({ resolvers: { [resolver]: noMx }, more }).read(mailRoute)).toMatchObject({ state, exchanges: [] });
  });
});

describe('an exchange', () => {
  const exchange = (target: string, ...more: readonly DnsWords[]) =>
    dnsView({ resolvers: { [resolver]: mx(`10 ${target}`) }, more }).read(mailRoute).exchanges[0];
  const lookUp = (a: Partial<DnsWords>, aaaa: Partial<DnsWords> = {}) => [says('mx.example.com A', a), says('mx.example.com AAAA', aaaa)];

  it.each<readonly [string, readonly DnsWords[], string | null]>([
    ['does not exist', lookUp({ rcode: 'NXDOMAIN' }, { rcode: 'NXDOMAIN' }), 'not-found'],
    ['has no address', lookUp({}), 'no-address'],
    ['fails in one family, and has nothing in the other', lookUp({ rcode: 'SERVFAIL' }), 'lookup-failed'],
    [
      'fails in one family, and has an address in the other',
      lookUp({ failure: 'timeout' }, { answer: ['mx.example.com 60 AAAA 2001:db8::1'] }),
      null,
    ],
    ['is an alias that goes round', lookUp({ answer: ['mx.example.com 60 CNAME mx.example.com'] }), 'alias-loop'],
    ['is looked up in one family so far', [says('mx.example.com A')], null],
  ])('%s', (_sentence, more, problem) => {
    expect(exchange('mx.example.com', ...more)?.problem).toBe(problem);
  });

  it('is an address where a name must stand', () => {
    expect(exchange('192.0.2.25')).toMatchObject({ problem: 'is-address', addresses: [] });
  });

  it('keeps the names passed where it is an alias, and each address once', () => {
    const answer = ['mx.example.com 60 CNAME a.example.net', 'a.example.net 60 A 192.0.2.1', 'a.example.net 60 A 192.0.2.1'];
    expect(exchange('mx.example.com', ...lookUp({ answer }))).toMatchObject({ aliases: ['a.example.net'], addresses: ['192.0.2.1'] });
  });

  it('is looked up in the family asked for only', () => {
    const more = [says('mx.example.com AAAA'), says('mx.example.com A', { answer: ['mx.example.com 60 A 192.0.2.1'] })];
    const world = { resolvers: { [resolver]: mx('10 mx.example.com') }, more, options: { family: 6 as const } };
    expect(dnsView(world).read(mailRoute).exchanges).toMatchObject([{ addresses: [], problem: 'no-address' }]);
  });
});

describe('a route that DNS has no part in', () => {
  const asked = (options: Partial<TraceOptions>) => hostView({ options }).read(mailRoute);

  it('leads to the address of --exchange', () => {
    const route = asked({ exchange: assertIpAddress('192.0.2.99') });
    expect(route).toMatchObject({
      state: 'exchanges',
      source: 'option',
      exchanges: [{ addresses: ['192.0.2.99'], via: 'option', name: null }],
    });
  });

  it('leads to the name of --exchange, which is looked up', () => {
    const more = [{ ask: 'mx.example.net A', at: '198.51.100.53', answer: ['mx.example.net 60 A 192.0.2.7'] }];
    const route = hostView({ more, options: { exchange: assertDomainName('mx.example.net') } }).read(mailRoute);
    expect(linesOf(route)).toEqual(['- mx.example.net 192.0.2.7']);
  });

  it('leads to the address literal', () => {
    const literal = { kind: 'literal', literal: '[192.0.2.8]', address: assertIpAddress('192.0.2.8') } as const;
    const view = hostView({ target: { kind: 'domain', input: '[192.0.2.8]', mailbox: null, domain: literal, assumed: false } });
    expect(view.read(mailRoute)).toMatchObject({ source: 'literal', exchanges: [{ exchange: '[192.0.2.8]', addresses: ['192.0.2.8'] }] });
    expect(view.read(authorityRoute)).toMatchObject({ state: 'unknown', exchanges: [] });
    expect(targetDomain(view)).toBeNull();
  });
});

describe('authorityRoute', () => {
  const authority = (words: DnsWorld['servers'], more: readonly DnsWords[] = []) =>
    dnsView({ resolvers: { [resolver]: mx('10 old.example.com') }, servers: words ?? {}, more }).read(authorityRoute);

  it('is what the authority says now, and not what the resolver says', () => {
    expect(linesOf(authority({ [server]: mx('10 new.example.com') }))).toEqual(['10 new.example.com']);
  });

  it("takes the authority's word for the addresses before the resolver's", () => {
    const more = [
      says('new.example.com A', { answer: ['new.example.com 60 A 192.0.2.1'] }),
      { ask: 'new.example.com A', at: '192.0.2.53', zone: 'example.com', answer: ['new.example.com 60 A 192.0.2.2'] },
    ];
    expect(linesOf(authority({ [server]: mx('10 new.example.com') }, more))).toEqual(['10 new.example.com 192.0.2.2']);
  });

  it('does not believe a server that answers without authority', () => {
    expect(authority({ [server]: { ...mx('10 new.example.com'), flags: '' } })).toMatchObject({ state: 'unknown', source: 'authority' });
  });
});
