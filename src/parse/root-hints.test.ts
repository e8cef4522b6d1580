import { describe, expect, it } from 'vitest';
import { builtInRootHints } from '../knowledge/root-hints.js';
import { parseRootHints } from './root-hints.js';

const iana = `;       This file holds the information on root name servers
.                        3600000      NS    A.ROOT-SERVERS.NET.
A.ROOT-SERVERS.NET.      3600000      A     198.41.0.4
A.ROOT-SERVERS.NET.      3600000      AAAA  2001:503:ba3e::2:30
; FORMERLY NS1.ISI.EDU
.                        3600000      NS    B.ROOT-SERVERS.NET.
B.ROOT-SERVERS.NET.      3600000      A     170.247.170.2
; End of file`;

describe('parseRootHints', () => {
  it("reads IANA's file", () => {
    expect(parseRootHints(iana)).toEqual({
      hints: [
        { name: 'a.root-servers.net', addresses: ['198.41.0.4', '2001:503:ba3e::2:30'] },
        { name: 'b.root-servers.net', addresses: ['170.247.170.2'] },
      ],
      issues: [],
    });
  });

  it('reads what administrators write: @, IN, a class before the TTL, a repeated owner, CRLF', () => {
    const text =
      '$TTL 1d\r\n@ IN 300 NS ns.root.\r\n\tIN NS ns2.root\r\nns.root IN A 192.0.2.1\r\n  A 192.0.2.2\r\nns2.root. 1h AAAA 2001:db8::1\r\n';
    expect(parseRootHints(text)).toEqual({
      hints: [
        { name: 'ns.root', addresses: ['192.0.2.1', '192.0.2.2'] },
        { name: 'ns2.root', addresses: ['2001:db8::1'] },
      ],
      issues: [],
    });
  });

  it.each([
    ['', [], 'nothing'],
    ['. NS ns.root.', ['ns.root has no address'], 'a server without an address'],
    ['example. NS ns.root.', ['line 1: NS records of example do not belong here'], 'the NS of another zone'],
    ['. NS a..b', ['line 1: "a..b" is no name'], 'a name that is none'],
    ['é NS ns.root.', ['line 1: "é" is no name'], 'an owner that is no name'],
    ['ns.root. A 2001:db8::1', ['line 1: "2001:db8::1" is no address of type A'], 'an address of the other family'],
    ['ns.root. A', ['line 1: A takes one value'], 'a value left out'],
    ['. SOA a b 1 2 3 4 5', ['line 1: SOA records do not belong here'], 'another type'],
    ['. 3600', ['line 1: no record type'], 'a line without a type'],
    ['\0\u001b[31m', ['line 1: "\\u0000\\u001b[31m" is no name'], 'octets of any kind'],
  ])('%j has issues: %j (%s)', (text, issues) => expect(parseRootHints(text)).toEqual({ hints: [], issues }));
});

describe('builtInRootHints', () => {
  it('has thirteen servers, each with an address of either family', () => {
    expect(builtInRootHints.map(({ name }) => name.slice(0, 1)).join('')).toBe('abcdefghijklm');
    expect(new Set(builtInRootHints.flatMap(({ addresses }) => addresses)).size).toBe(26);
    expect(builtInRootHints.every(({ addresses: [v4, v6] }) => v4?.includes('.') && v6?.includes(':'))).toBe(true);
  });
});
