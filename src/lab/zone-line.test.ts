import { describe, expect, it } from 'vitest';
import { assertDomainName } from '../model/domain-name.js';
import { assertZoneLine } from './zone-line.js';

const zone = assertDomainName('example.com');

describe('assertZoneLine', () => {
  it.each([
    [
      '@ MX 10 mx1.example.com',
      { owner: 'example.com', type: 'MX', ttlSeconds: 3600, data: { type: 'MX', preference: 10, exchange: 'mx1.example.com' } },
    ],
    [
      'mx1.example.com 60 A 192.0.2.25',
      { owner: 'mx1.example.com', type: 'A', ttlSeconds: 60, data: { type: 'A', address: '192.0.2.25' } },
    ],
    ['@ MX 0 .', { owner: 'example.com', type: 'MX', ttlSeconds: 3600, data: { type: 'MX', preference: 0, exchange: '.' } }],
    [
      '@ TXT "v=spf1 -all" "and more"',
      { owner: 'example.com', type: 'TXT', ttlSeconds: 3600, data: { type: 'TXT', strings: ['v=spf1 -all', 'and more'] } },
    ],
    [
      'a\\000b.example.com CNAME @',
      { owner: 'a\\000b.example.com', type: 'CNAME', ttlSeconds: 3600, data: { type: 'CNAME', target: 'example.com' } },
    ],
    ['@ TYPE65280 \\# 0aff', { owner: 'example.com', type: 'TYPE65280', ttlSeconds: 3600, data: { type: 'other', rdataBase64: 'Cv8=' } }],
  ])('%s', (line, record) => expect(assertZoneLine(line, zone)).toEqual(record));

  it.each([
    ['@ A 192.0.2.256', 'no address'],
    ['@ HINFO x y', 'a type that it does not know'],
    ['a..b MX 10 mx.example.com', 'no name'],
  ])('%s is none: %s', (line) => expect(() => assertZoneLine(line, zone)).toThrow(TypeError));
});
