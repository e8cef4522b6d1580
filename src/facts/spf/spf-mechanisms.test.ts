import { describe } from 'vitest';
import type { DnsTable } from '../testing/dns-table.js';
import { itEnds, spf } from './testing/spf-world.js';

describe('networks (RFC 7208 section 5.6)', () => {
  const six = { client: '2001:db8:1::1' };
  itEnds([
    ['in the network', { 'example.com': spf('ip4:192.0.2.0/24') }, 'pass by ip4:192.0.2.0/24 of example.com'],
    ['host bits that are set do not matter', { 'example.com': spf('ip4:192.0.2.77/25 -all') }, 'pass by ip4:192.0.2.77/25 of example.com'],
    ['a bit too far', { 'example.com': spf('ip4:192.0.2.2/31 -all') }, 'fail by -all of example.com'],
    ['all of IPv4', { 'example.com': spf('ip4:0.0.0.0/0 -all') }, 'pass by ip4:0.0.0.0/0 of example.com'],
    ['IPv4 is no IPv6', { 'example.com': spf('ip6:::/0 -all') }, 'fail by -all of example.com'],
    ['IPv6 is no IPv4', { 'example.com': spf('ip4:0.0.0.0/0 -all') }, 'fail by -all of example.com', six],
    ['IPv6 in the network', { 'example.com': spf('ip6:2001:db8::/47 -all') }, 'pass by ip6:2001:db8::/47 of example.com', six],
    ['IPv6 outside', { 'example.com': spf('ip6:2001:db8::/48 -all') }, 'fail by -all of example.com', six],
    [
      'IPv6 with IPv4 at its end',
      { 'example.com': spf('ip6:2001:db8:1::0.0.0.1 -all') },
      'pass by ip6:2001:db8:1::0.0.0.1 of example.com',
      six,
    ],
    [
      'an IPv4 client as an IPv6 socket sees it',
      { 'example.com': spf('ip4:192.0.2.1 -all') },
      'pass by ip4:192.0.2.1 of example.com',
      { client: '::ffff:192.0.2.1' },
    ],
  ]);
});

describe('a and mx (RFC 7208 section 5.3, 5.4)', () => {
  const hosts: DnsTable = {
    'mail.example.com': ['A 192.0.2.1', 'AAAA 2001:db8::1'],
    'other.example.com': ['A 192.0.2.77'],
    'mx.example.org': ['A 198.51.100.1'],
  };
  const six = { client: '2001:db8::1' };
  itEnds([
    ['the domain itself', { 'example.com': [...spf('a -all'), 'A 192.0.2.1'] }, 'pass by a of example.com'],
    ['another address', { 'example.com': [...spf('a -all'), 'A 192.0.2.2'] }, 'fail by -all of example.com'],
    ['with a length', { 'example.com': [...spf('a/24 -all'), 'A 192.0.2.200'] }, 'pass by a/24 of example.com'],
    [
      'with a name and both lengths',
      { ...hosts, 'example.com': spf('a:other.example.com/24//64 -all') },
      'pass by a:other.example.com/24//64 of example.com',
    ],
    [
      'the IPv6 length alone',
      { ...hosts, 'example.com': spf('a:mail.example.com//32 -all') },
      'pass by a:mail.example.com//32 of example.com',
      { client: '2001:db8:ffff::9' },
    ],
    ['IPv6 asks for AAAA', { ...hosts, 'example.com': spf('a:mail.example.com -all') }, 'pass by a:mail.example.com of example.com', six],
    ['IPv6 and only an A record', { ...hosts, 'example.com': spf('a:other.example.com -all') }, 'fail by -all of example.com', six],
    [
      'the lookup fails',
      { 'example.com': spf('a:broken.example.com -all'), 'broken.example.com': ['SERVFAIL'] },
      'temperror by a:broken.example.com of example.com',
    ],
    ['a label too long is no match', { 'example.com': spf(`a:${'a'.repeat(64)}.example.com -all`) }, 'fail by -all of example.com'],
    [
      'an exchange',
      { ...hosts, 'example.com': [...spf('mx -all'), 'MX 10 mx.example.org', 'MX 20 mail.example.com'] },
      'pass by mx of example.com',
    ],
    [
      'the exchanges of another domain',
      { ...hosts, 'example.com': spf('mx:example.org -all'), 'example.org': ['MX 10 mail.example.com'] },
      'pass by mx:example.org of example.com',
    ],
    [
      'no exchange, and the domain’s own address does not count',
      { 'example.com': [...spf('mx -all'), 'A 192.0.2.1'] },
      'fail by -all of example.com',
    ],
    ['a null MX', { 'example.com': [...spf('mx -all'), 'MX 0 .'] }, 'fail by -all of example.com'],
    [
      'an exchange whose lookup fails',
      { 'example.com': [...spf('mx -all'), 'MX 1 x.example'], 'x.example': ['SERVFAIL'] },
      'temperror by mx of example.com',
    ],
    [
      'ten exchanges',
      { ...hosts, 'example.com': [...spf('mx -all'), ...exchanges(9), 'MX 99 mail.example.com'] },
      'pass by mx of example.com',
    ],
    [
      'eleven exchanges',
      { ...hosts, 'example.com': [...spf('mx -all'), ...exchanges(10), 'MX 99 mail.example.com'] },
      'permerror by mx of example.com',
    ],
  ]);
});

function exchanges(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `MX ${at} mx.example.org`);
}

describe('ptr and exists (RFC 7208 section 5.5, 5.7)', () => {
  const reverse = '1.2.0.192.in-addr.arpa';
  itEnds([
    [
      'a name that leads back',
      { 'example.com': spf('ptr -all'), [reverse]: ['PTR mail.example.com'], 'mail.example.com': ['A 192.0.2.1'] },
      'pass by ptr of example.com',
    ],
    ['the very name', { 'example.com': [...spf('ptr -all'), 'A 192.0.2.1'], [reverse]: ['PTR example.com'] }, 'pass by ptr of example.com'],
    [
      'a name that leads elsewhere',
      { 'example.com': spf('ptr -all'), [reverse]: ['PTR mail.example.com'], 'mail.example.com': ['A 192.0.2.2'] },
      'fail by -all of example.com',
    ],
    [
      'a name that only ends alike',
      { 'example.com': spf('ptr -all'), [reverse]: ['PTR badexample.com'], 'badexample.com': ['A 192.0.2.1'] },
      'fail by -all of example.com',
    ],
    ['no name', { 'example.com': spf('ptr -all') }, 'fail by -all of example.com'],
    ['the lookup fails: no match', { 'example.com': spf('ptr -all'), [reverse]: ['SERVFAIL'] }, 'fail by -all of example.com'],
    [
      'an address whose lookup fails is passed over',
      {
        'example.com': spf('ptr -all'),
        [reverse]: ['PTR a.example.com', 'PTR b.example.com'],
        'a.example.com': ['SERVFAIL'],
        'b.example.com': ['A 192.0.2.1'],
      },
      'pass by ptr of example.com',
    ],
    [
      'another domain’s',
      { 'example.com': spf('ptr:example.org -all'), [reverse]: ['PTR mail.example.org'], 'mail.example.org': ['A 192.0.2.1'] },
      'pass by ptr:example.org of example.com',
    ],
    [
      'the eleventh name does not count',
      {
        'example.com': spf('ptr -all'),
        [reverse]: [...Array.from({ length: 10 }, () => 'PTR x.example.org'), 'PTR mail.example.com'],
        'mail.example.com': ['A 192.0.2.1'],
        'x.example.org': ['A 192.0.2.9'],
      },
      'fail by -all of example.com',
    ],
    [
      'IPv6',
      {
        'example.com': spf('ptr -all'),
        '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa': ['PTR mail.example.com'],
        'mail.example.com': ['AAAA 2001:db8::1'],
      },
      'pass by ptr of example.com',
      { client: '2001:db8::1' },
    ],
    [
      'it exists',
      { 'example.com': spf('exists:%{ir}.list.example -all'), '1.2.0.192.list.example': ['A 127.0.0.2'] },
      'pass by exists:%{ir}.list.example of example.com',
    ],
    [
      'it has another type only',
      { 'example.com': spf('exists:x.example -all'), 'x.example': ['AAAA ::1'] },
      'fail by -all of example.com',
      { client: '2001:db8::1' },
    ],
    [
      'an IPv6 client asks for an A record too',
      { 'example.com': spf('exists:x.example -all'), 'x.example': ['A 127.0.0.2'] },
      'pass by exists:x.example of example.com',
      { client: '2001:db8::1' },
    ],
    [
      'a local part outside ASCII never matches (RFC 8616)',
      { 'example.com': spf('exists:%{l}.example.com +all') },
      'pass by +all of example.com',
      { sender: 'b\u00f6b@example.com' },
    ],
  ]);
});

describe('include (RFC 7208 section 5.2)', () => {
  const inner = (...lines: readonly string[]): DnsTable => ({
    'example.com': spf('include:inner.example ip4:203.0.113.1 ?all'),
    'inner.example': lines,
  });
  itEnds([
    ['passes there', inner(...spf('ip4:192.0.2.1 -all')), 'pass by include:inner.example of example.com'],
    ['fails there: on', inner(...spf('-all')), 'neutral by ?all of example.com'],
    ['softfails there: on', inner(...spf('~all')), 'neutral by ?all of example.com'],
    ['neutral there: on', inner(...spf('?all')), 'neutral by ?all of example.com'],
    ['no record there', inner('A 192.0.2.1'), 'permerror by include:inner.example of example.com'],
    ['no such domain', { 'example.com': spf('include:inner.example ?all') }, 'permerror by include:inner.example of example.com'],
    ['a broken record there', inner(...spf('moo -all')), 'permerror by include:inner.example of example.com'],
    ['two records there', inner(...spf('-all', '+all')), 'permerror by include:inner.example of example.com'],
    ['the lookup fails there', inner('SERVFAIL'), 'temperror by include:inner.example of example.com'],
    [
      'with another qualifier',
      { 'example.com': spf('-include:inner.example +all'), 'inner.example': spf('+all') },
      'fail by -include:inner.example of example.com',
    ],
    [
      'the macro of the domain is the included one',
      {
        'example.com': spf('include:inner.example -all'),
        'inner.example': spf('exists:%{d}.list.example -all'),
        'inner.example.list.example': ['A 127.0.0.2'],
      },
      'pass by include:inner.example of example.com',
    ],
    [
      'the macro of the sender stays',
      {
        'example.com': spf('include:inner.example -all'),
        'inner.example': spf('exists:%{o}.list.example -all'),
        'example.com.list.example': ['A 127.0.0.2'],
      },
      'pass by include:inner.example of example.com',
    ],
    [
      'a macro in its name',
      { 'example.com': spf('include:%{d2}._spf.example -all'), 'example.com._spf.example': spf('+all') },
      'pass by include:%{d2}._spf.example of example.com',
    ],
  ]);
});

describe('redirect (RFC 7208 section 6.1)', () => {
  itEnds([
    [
      'the other record decides',
      { 'example.com': spf('redirect=b.example'), 'b.example': spf('ip4:192.0.2.1 -all') },
      'pass by ip4:192.0.2.1 of b.example',
    ],
    [
      'only where nothing matched',
      { 'example.com': spf('redirect=b.example ip4:192.0.2.1'), 'b.example': spf('-all') },
      'pass by ip4:192.0.2.1 of example.com',
    ],
    ['no record there', { 'example.com': spf('redirect=b.example'), 'b.example': ['A 192.0.2.1'] }, 'permerror'],
    ['the lookup fails there', { 'example.com': spf('redirect=b.example'), 'b.example': ['timeout'] }, 'temperror'],
    [
      'the macro of the domain is the new one',
      { 'example.com': spf('redirect=b.example'), 'b.example': spf('exists:%{d}.x.example -all'), 'b.example.x.example': ['A 127.0.0.1'] },
      'pass by exists:%{d}.x.example of b.example',
    ],
    [
      'of an included record it counts within',
      { 'example.com': spf('include:i.example -all'), 'i.example': spf('redirect=r.example'), 'r.example': spf('+all') },
      'pass by include:i.example of example.com',
    ],
  ]);
});
