import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpfTrace } from '../../model/spf-check.js';
import type { DnsTable } from '../testing/dns-table.js';
import { type Caller, checkSpf, itEnds, spf } from './testing/spf-world.js';

describe('limits (RFC 7208 section 4.6.4)', () => {
  const chain = (length: number): DnsTable =>
    Object.fromEntries(
      Array.from({ length: length + 1 }, (_, at) => [`i${at}.example`, spf(at === length ? '+all' : `include:i${at + 1}.example`)]),
    );
  const many = (count: number) => Array.from({ length: count }, (_, at) => `a:h${at}.example`).join(' ');
  const found = (count: number): DnsTable =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`h${at}.example`, ['A 198.51.100.1']]));
  itEnds([
    ['ten terms that ask', { 'example.com': spf(`${many(10)} ?all`), ...found(11) }, 'neutral by ?all of example.com'],
    ['eleven', { 'example.com': spf(`${many(11)} ?all`), ...found(11) }, 'permerror by a:h10.example of example.com'],
    [
      'ten records one in the other',
      { ...chain(11), 'example.com': spf('redirect=i1.example') },
      'permerror by include:i2.example of i1.example',
    ],
    ['nine behind a redirect', { ...chain(10), 'example.com': spf('redirect=i2.example') }, 'pass by include:i3.example of i2.example'],
    [
      'a record that includes itself',
      { 'example.com': spf('include:example.com ?all') },
      'permerror by include:example.com of example.com',
    ],
    [
      'two records that include each other',
      { 'example.com': spf('include:b.example'), 'b.example': spf('include:example.com') },
      'permerror by include:b.example of example.com',
    ],
    [
      'a record that redirects to itself',
      { 'example.com': spf('redirect=example.com') },
      'permerror by redirect=example.com of example.com',
    ],
    [
      'ip4, ip6 and all ask nobody',
      { 'example.com': spf(`${'ip4:198.51.100.1 ip6:2001:db8::1 '.repeat(40)}-all`) },
      'fail by -all of example.com',
    ],
    ['two lookups that find nothing', { 'example.com': spf('a:n1.example a:n2.example ?all') }, 'neutral by ?all of example.com'],
    ['three', { 'example.com': spf('a:n1.example mx:n2.example exists:n3.example ?all') }, 'permerror by exists:n3.example of example.com'],
    [
      'three, in an included record',
      { 'example.com': spf('a:n1.example include:i.example ?all'), 'i.example': spf('a:n2.example a:n3.example') },
      'permerror by include:i.example of example.com',
    ],
  ]);
  it('a thousand terms that ask end after ten', () => {
    const { asked } = checkSpf({ 'example.com': spf(`${many(1000)} -all`), ...found(1000) });
    expect(asked).toHaveLength(11);
  });
});

describe('macros (RFC 7208 section 7.4)', () => {
  const sender = 'strong-bad@email.example.com';
  const six = '2001:db8::cb01';
  /** What the name of `exists:` came to. */
  const expand = (text: string, client: string) => {
    const { asked } = checkSpf({ 'email.example.com': spf(`exists:${text}`) }, { sender, client });
    return asked.find((each) => each.startsWith('A '))?.slice(2);
  };
  it.each([
    ['%{o}.x.example', 'email.example.com.x.example'],
    ['%{d}.x.example', 'email.example.com.x.example'],
    ['%{d4}.x.example', 'email.example.com.x.example'],
    ['%{d3}.x.example', 'email.example.com.x.example'],
    ['%{d2}.x.example', 'example.com.x.example'],
    ['%{d1}.x.example', 'com.x.example'],
    ['%{dr}.x.example', 'com.example.email.x.example'],
    ['%{d2r}.x.example', 'example.email.x.example'],
    ['%{l}.x.example', 'strong-bad.x.example'],
    ['%{l-}.x.example', 'strong.bad.x.example'],
    ['%{lr}.x.example', 'strong-bad.x.example'],
    ['%{lr-}.x.example', 'bad.strong.x.example'],
    ['%{l1r-}.x.example', 'strong.x.example'],
    ['%{ir}.%{v}._spf.%{d2}', '3.2.0.192.in-addr._spf.example.com'],
    ['%{lr-}.lp._spf.%{d2}', 'bad.strong.lp._spf.example.com'],
    ['%{lr-}.lp.%{ir}.%{v}._spf.%{d2}', 'bad.strong.lp.3.2.0.192.in-addr._spf.example.com'],
    ['%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}', '3.2.0.192.in-addr.strong.lp._spf.example.com'],
    ['%{d2}.trusted-domains.example.net', 'example.com.trusted-domains.example.net'],
    ['%{h}.x.example', 'mail.example.com.x.example'],
    ['%{p}.x.example', 'unknown.x.example'],
  ])('%s → %s', (text, name) => {
    expect(expand(text, '192.0.2.3')).toBe(name);
  });
  it('an IPv6 address by its nibbles', () => {
    expect(expand('%{ir}.%{v}._spf.%{d2}', six)).toBe(
      '1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com',
    );
  });
  it('a name that gets too long loses labels from its left', () => {
    const { asked } = checkSpf({ 'example.com': spf('exists:%{l.}.example.org') }, { sender: `${'label.'.repeat(60)}x@example.com` });
    const name = asked.find((each) => each.startsWith('A '))?.slice(2) ?? '';
    expect(name.length).toBeLessThanOrEqual(253);
    expect(name).toMatch(/^label\..*\.x\.example\.org$/);
  });
  it('the client’s name: the domain’s own goes before one beneath it, before another', () => {
    const world = (...names: readonly string[]): DnsTable => ({
      'example.com': spf('exists:%{p}.x.example'),
      '1.2.0.192.in-addr.arpa': names.map((name) => `PTR ${name}`),
      'mail.example.org': ['A 192.0.2.1'],
      'mail.example.com': ['A 192.0.2.1'],
      'false.example.com': ['A 192.0.2.9'],
    });
    const last = (table: DnsTable) => checkSpf(table).asked.at(-1);
    expect(last(world('mail.example.org', 'mail.example.com'))).toBe('A mail.example.com.x.example');
    expect(last(world('mail.example.org'))).toBe('A mail.example.org.x.example');
    expect(last(world('false.example.com'))).toBe('A unknown.x.example');
  });
});

describe('explanations (RFC 7208 section 6.2)', () => {
  const explain = (table: DnsTable, caller?: Caller) => checkSpf(table, caller).check.explanation;
  it.each<[string, DnsTable, string | null, Caller?]>([
    [
      'macros of every kind',
      { 'example.com': spf('exp=why.%{d} -all'), 'why.example.com': ["TXT %{i} is not one of %{d}'s servers.%_%%%- %{S} %{c} %{r} %{t}"] },
      "192.0.2.1 is not one of example.com's servers. %%20 bob%40example.com 192.0.2.1 mx.example.net 1700000000",
    ],
    ['only for a failure', { 'example.com': spf('exp=why.example.com ~all'), 'why.example.com': ['TXT x'] }, null],
    ['no text there', { 'example.com': spf('exp=why.example.com -all') }, null],
    ['two texts there', { 'example.com': spf('exp=why.example.com -all'), 'why.example.com': ['TXT a', 'TXT b'] }, null],
    ['its lookup fails', { 'example.com': spf('exp=why.example.com -all'), 'why.example.com': ['SERVFAIL'] }, null],
    ['a broken text', { 'example.com': spf('exp=why.example.com -all'), 'why.example.com': ['TXT %{z}'] }, null],
    ['outside ASCII', { 'example.com': spf('exp=why.example.com -all'), 'why.example.com': ['TXT n\u00f6'] }, null],
    [
      'not that of an included record',
      { 'example.com': spf('include:i.example -all'), 'i.example': spf('exp=why.example.com -all'), 'why.example.com': ['TXT x'] },
      null,
    ],
    [
      'that of the record that redirect leads to',
      {
        'example.com': spf('exp=one.example redirect=b.example'),
        'b.example': spf('exp=two.example -all'),
        'one.example': ['TXT one'],
        'two.example': ['TXT two of %{d}'],
      },
      'two of b.example',
    ],
  ])('%s', (_, table, expected, caller) => {
    expect(explain(table, caller)).toBe(expected);
  });
});

describe('the trace', () => {
  it('tells every term, what it came to, and what was not read', () => {
    const { check } = checkSpf({
      'example.com': spf('mx a:mail.example.com include:_spf.example.org ip4:203.0.113.1 -all'),
      'mail.example.com': ['A 192.0.2.9'],
      '_spf.example.org': spf('ip4:198.51.100.0/24 ip4:192.0.2.0/28 ~all'),
    });
    const tell = ({ domain, steps }: SpfTrace): readonly string[] =>
      steps.flatMap(({ term, outcome, detail, inner }) => [
        `${domain} ${term} ${outcome} ${detail}`,
        ...(inner === null ? [] : tell(inner)),
      ]);
    expect(tell(check.trace)).toEqual([
      'example.com mx no-match it has no MX record',
      'example.com a:mail.example.com no-match it has 192.0.2.9',
      'example.com include:_spf.example.org match it passes there',
      '_spf.example.org ip4:198.51.100.0/24 no-match null',
      '_spf.example.org ip4:192.0.2.0/28 match 192.0.2.1 is in it',
      '_spf.example.org ~all unread null',
      'example.com ip4:203.0.113.1 unread null',
      'example.com -all unread null',
    ]);
    expect(check).toMatchObject({
      result: 'pass',
      lookups: 3,
      voidLookups: 1,
      decidedBy: { domain: 'example.com', term: 'include:_spf.example.org' },
    });
  });
  it('names the fault where it arose', () => {
    const table = { 'example.com': spf('include:a.example'), 'a.example': spf('include:b.example'), 'b.example': spf('ip4:300.1.1.1') };
    expect(checkSpf(table).check.problem).toBe('ip4:300.1.1.1: what stands behind ip4 is no such address (in the record of b.example)');
  });
});

describe('any record', () => {
  const term = fc.constantFrom(
    'a',
    'mx',
    'ptr',
    '-all',
    '~all',
    'ip4:192.0.2.0/24',
    'ip6:2001:db8::/32',
    'include:b.example',
    'redirect=b.example',
    'exists:%{ir}.%{d}',
    'exp=%{d}',
    'moo',
    '%',
    ':',
    '/24',
    '//64',
    'v=spf1',
    '\u0000',
    '\u00e4',
  );
  const record = fc.array(fc.oneof(term, fc.string({ maxLength: 8 })), { maxLength: 12 }).map((terms) => `TXT v=spf1 ${terms.join(' ')}`);
  it('ends with a result, within the limits', () => {
    fc.assert(
      fc.property(record, record, fc.constantFrom('192.0.2.1', '2001:db8::1'), (one, other, client) => {
        const { check, asked } = checkSpf(
          { 'example.com': [one.replaceAll('\n', ' ')], 'b.example': [other.replaceAll('\n', ' ')] },
          { client },
        );
        expect(check.lookups).toBeLessThanOrEqual(11);
        expect(asked.length).toBeLessThan(60);
        expect(['none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror']).toContain(check.result);
      }),
      { numRuns: 1000 },
    );
  });
});
