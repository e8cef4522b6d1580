import { describe, expect, it } from 'vitest';
import { describeEnd, itEnds, spf } from './testing/spf-world.js';

describe('before any term (RFC 7208 section 4.3 to 4.5)', () => {
  itEnds([
    ['the domain does not exist', {}, 'none'],
    ['it has no TXT record', { 'example.com': ['A 192.0.2.1'] }, 'none'],
    [
      'its TXT records are of other things',
      { 'example.com': ['TXT google-site-verification=x', 'TXT v=spf10 -all', 'TXT v=spf1-all'] },
      'none',
    ],
    ['it has a record and another text', { 'example.com': ['TXT x', ...spf('-all')] }, 'fail by -all of example.com'],
    ['two records', { 'example.com': spf('-all', '+all') }, 'permerror'],
    ['the version alone', { 'example.com': ['TXT v=spf1'] }, 'neutral'],
    ['the version in capitals', { 'example.com': ['TXT V=SPF1 -ALL'] }, 'fail by -ALL of example.com'],
    ['several blanks between terms', { 'example.com': ['TXT v=spf1   ip4:192.0.2.1    -all  '] }, 'pass by ip4:192.0.2.1 of example.com'],
    ['a tab in it', { 'example.com': ['TXT v=spf1 ip4:192.0.2.1\t-all'] }, 'permerror by ip4:192.0.2.1\t-all of example.com'],
    ['a no-break space in it', { 'example.com': ['TXT v=spf1\u00a0-all'] }, 'none'],
    [
      'a letter outside ASCII',
      { 'example.com': spf('ip4:192.0.2.1 includ\u00e9:x.example -all') },
      'permerror by includ\u00e9:x.example of example.com',
    ],
    ['the lookup fails', { 'example.com': ['SERVFAIL'] }, 'temperror'],
    ['nobody answers', { 'example.com': ['timeout'] }, 'temperror'],
    [
      'a record in several strings',
      { 'example.com': spf(`${'ip4:198.51.100.1 '.repeat(30)}ip4:192.0.2.1 -all`) },
      'pass by ip4:192.0.2.1 of example.com',
    ],
    ['a sender of one label', { localhost: spf('+all') }, 'none', { sender: 'bob@localhost' }],
    ['a label of 64 octets', {}, 'none', { sender: `bob@${'a'.repeat(64)}.example.com` }],
    ['an empty label', {}, 'none', { sender: 'bob@example..com' }],
    ['a sender without an at', { 'mail.example.com': spf('-all') }, 'fail by -all of mail.example.com', { sender: 'mail.example.com' }],
    ['a domain outside ASCII', {}, 'none', { sender: 'bob@ex\u00e4mple.com' }],
    ['capitals and a dot at the end', { 'example.com': spf('-all') }, 'fail by -all of example.com', { sender: 'bob@Example.COM.' }],
    [
      'a null sender is postmaster at the HELO name',
      { 'mail.example.com': spf('a -all') },
      'fail by -all of mail.example.com',
      { sender: '' },
    ],
    ['a null sender and an address as HELO', {}, 'none', { sender: '', helo: '[192.0.2.1]' }],
    ['a null sender and a bare address as HELO', {}, 'none', { sender: '', helo: '192.0.2.1' }],
  ]);
});

describe('terms that are none (RFC 7208 section 4.6)', () => {
  it.each([
    'ipv4:192.0.2.1',
    'ip4',
    'ip4:',
    'ip4:192.0.2',
    'ip4:192.0.2.256',
    'ip4:192.0.2.1/33',
    'ip4:192.0.2.1/',
    'ip4:192.0.2.1/08',
    'ip4:::1',
    'ip6:192.0.2.1',
    'ip6:2001:db8::/129',
    'ip6:2001:db8:::1',
    'all:x',
    'all.',
    'include',
    'include:',
    'exists',
    'a:',
    'a/33',
    'a//129',
    'a/024',
    'a:example.com/24/64',
    'mx:example.com:25',
    'ptr/24',
    'ptr:',
    'a:localhost',
    'a:example.123',
    'include:%{d',
    'include:%{x}.example.com',
    'include:%{d0}.example.com',
    'include:%(d).example.com',
    'include:%{c}.example.com',
    'include:%{t}',
    'exists:%',
    'redirect=',
    'redirect=x',
    'exp=',
    'exp=%',
    'foo=%',
    'foo=%{z}',
    'moo',
    '-',
    '+',
    '=x',
    'a=',
    '%{d}',
    'mx.example.com',
  ])('%s makes the whole record an error, whatever stands before it', (term) => {
    if (term === 'a=') return expect(describeEnd({ 'example.com': spf(`${term} +all`) })).toBe('pass by +all of example.com');
    expect(describeEnd({ 'example.com': spf(`ip4:192.0.2.1 ${term} -all`) })).toBe(`permerror by ${term} of example.com`);
  });
  itEnds([
    ['redirect twice', { 'example.com': spf('redirect=a.example redirect=b.example') }, 'permerror by redirect= of example.com'],
    ['exp twice', { 'example.com': spf('exp=a.example -all exp=b.example') }, 'permerror by exp= of example.com'],
    ['a modifier that nobody knows', { 'example.com': spf('match=x moo=%{d}%%%_%- -all') }, 'fail by -all of example.com'],
    ['a modifier that nobody knows, twice', { 'example.com': spf('x=1 x=2 -all') }, 'fail by -all of example.com'],
    ['terms in capitals', { 'example.com': spf('IP4:192.0.2.1 -All') }, 'pass by IP4:192.0.2.1 of example.com'],
  ]);
});

describe('qualifiers and order', () => {
  itEnds([
    ['nothing matches', { 'example.com': spf('ip4:198.51.100.1') }, 'neutral'],
    ['plus', { 'example.com': spf('+all') }, 'pass by +all of example.com'],
    ['none is plus', { 'example.com': spf('all') }, 'pass by all of example.com'],
    ['minus', { 'example.com': spf('-all') }, 'fail by -all of example.com'],
    ['tilde', { 'example.com': spf('~all') }, 'softfail by ~all of example.com'],
    ['question mark', { 'example.com': spf('?all') }, 'neutral by ?all of example.com'],
    ['the first that matches decides', { 'example.com': spf('-ip4:192.0.2.1 +all') }, 'fail by -ip4:192.0.2.1 of example.com'],
    ['behind all nothing counts', { 'example.com': spf('?all +ip4:192.0.2.1 redirect=b.example') }, 'neutral by ?all of example.com'],
  ]);
});
