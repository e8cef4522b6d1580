/**
 * The evaluator against mailauth's over random worlds, where the two must agree.
 *
 * Left out is what mailauth 4.13.3 does otherwise than RFC 7208: `%{d}` within an included record, and lookups that
 * fail within one (section 5.2 makes them a temporary error, mailauth no match), a bare `ptr` behind
 * redirect or include, and names without an address of the client's family (RFC 7208 section 4.6.4 counts them as void).
 */
import fc from 'fast-check';
import { spf as otherSpf } from 'mailauth/lib/spf/index.js';
import { expect, it } from 'vitest';
import type { DnsTable } from '../testing/dns-table.js';
import { checkSpf } from './testing/spf-world.js';

const sender = 'bob@example.com';
const helo = 'mail.example.com';

async function askTable(
  table: DnsTable,
  name: string,
  type: string,
): Promise<string[][] | string[] | { exchange: string; priority: number }[]> {
  const lines = table[name.toLowerCase().replace(/\.$/, '')];
  const fail = (code: string) => Object.assign(new Error(code), { code });
  if (lines === undefined) throw fail('ENOTFOUND');
  const found = lines.filter((line) => line.split(' ')[0] === type).map((line) => line.slice(type.length + 1));
  if (found.length === 0) throw fail('ENODATA');
  if (type === 'TXT') return found.map((text) => [text]);
  if (type === 'MX') return found.map((text) => ({ priority: Number(text.split(' ')[0]), exchange: text.split(' ')[1] ?? '' }));
  return found;
}

async function checkOther(table: DnsTable, client: string): Promise<string> {
  const { status } = await otherSpf({
    sender,
    ip: client,
    helo,
    mta: 'mx.example.net',
    resolver: (name, type) => askTable(table, name, type) as Promise<string[]>,
  });
  return status.result;
}

const hosts: DnsTable = {
  'mail.example.com': ['A 192.0.2.1', 'AAAA 2001:db8::1'],
  'web.example.com': ['A 198.51.100.7', 'AAAA 2001:db8::7'],
  '1.2.0.192.in-addr.arpa': ['PTR mail.example.com'],
  'nomail.example.com': ['TXT nothing'],
};
const term = fc.constantFrom(
  'a',
  'mx',
  'ptr',
  'all',
  '-all',
  '~all',
  '?all',
  'ip4:192.0.2.0/24',
  'ip4:192.0.2.2',
  '-ip4:192.0.2.1',
  'ip6:2001:db8::/32',
  'a:mail.example.com',
  'a:web.example.com',
  'a:web.example.com/8',
  'a:mail.example.com//64',
  'mx:b.example',
  'mx/24',
  'a:none.example.com',
  'include:b.example',
  '~include:b.example',
  'include:c.example',
  'include:none.example.com',
  'include:nomail.example.com',
  'exists:%{ir}.%{v}.x.example',
  'exists:%{l}.x.example',
  'exists:mail.example.com',
  'redirect=c.example',
  'redirect=none.example.com',
  'exp=x.example',
  'foo=bar',
);
const recordOf = (terms: fc.Arbitrary<string>) =>
  fc.uniqueArray(terms, { maxLength: 5, selector: (text) => text.replace(/=.*/, '=') }).map((chosen) => `TXT v=spf1 ${chosen.join(' ')}`);
const outer = recordOf(term);
const inner = recordOf(term.filter((text) => text !== 'ptr'));

it('the two come to the same result', async () => {
  await fc.assert(
    fc.asyncProperty(
      outer,
      inner,
      inner,
      fc.constantFrom('192.0.2.1', '198.51.100.7', '203.0.113.9', '2001:db8::1'),
      async (a, b, c, client) => {
        const table: DnsTable = {
          ...hosts,
          'example.com': [a, 'A 203.0.113.9', 'AAAA 2001:db8::9', 'MX 10 mail.example.com'],
          'b.example': [b, 'MX 10 web.example.com', 'A 192.0.2.200', 'AAAA 2001:db8::a'],
          'c.example': [c, 'A 192.0.2.1', 'AAAA 2001:db8::b'],
          'bob.x.example': ['A 127.0.0.2'],
        };
        expect(checkSpf(table, { client, helo, sender }).check.result).toBe(await checkOther(table, client));
      },
    ),
    { numRuns: 600 },
  );
});
