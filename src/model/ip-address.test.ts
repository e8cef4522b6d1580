import { describe, expect, it } from 'vitest';
import {
  addressLiteral,
  addressScope,
  assertIpAddress,
  compareIpAddresses,
  ipAddressBytes,
  ipAddressFromBytes,
  parseIpAddress,
  reverseName,
} from './ip-address.js';

describe('parseIpAddress', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
  ])('%s is %s', (text, address) => expect(parseIpAddress(text)).toBe(address));

  it.each(['', '1', '192.0.2', '192.0.2.256', '0x7f.1', '192.0.02.1', 'fe80::1%eth0', '[192.0.2.1]', 'example.com'])('%s is none', (text) =>
    expect(parseIpAddress(text)).toBeNull(),
  );
});

describe('addresses', () => {
  it.each([
    ['192.0.2.1', 'public'],
    ['2001:db8::1', 'public'],
    ['8.8.8.8', 'public'],
    ['10.1.2.3', 'private'],
    ['fd00::1', 'private'],
    ['127.0.0.1', 'loopback'],
    ['169.254.1.1', 'link-local'],
    ['100.64.0.1', 'shared'],
    ['0.0.0.0', 'unspecified'],
    ['::', 'unspecified'],
    ['224.0.0.1', 'multicast'],
  ])('%s is %s', (address, scope) => expect(addressScope(assertIpAddress(address))).toBe(scope));

  it('writes literals and reverse names', () => {
    expect(addressLiteral(assertIpAddress('2001:db8::1'))).toBe('[IPv6:2001:db8::1]');
    expect(reverseName(assertIpAddress('192.0.2.1'))).toBe('1.2.0.192.in-addr.arpa');
    expect(reverseName(assertIpAddress('2001:db8::1'))).toMatch(/^1\.0\.0\..*\.8\.b\.d\.0\.1\.0\.0\.2\.ip6\.arpa$/);
  });

  it('survives the way to octets and back', () => {
    for (const text of ['192.0.2.1', '2001:db8::1', '::1']) expect(ipAddressFromBytes(ipAddressBytes(assertIpAddress(text)))).toBe(text);
  });

  it('orders IPv4 before IPv6 and by value', () => {
    const sorted = ['2001:db8::1', '192.0.2.10', '192.0.2.9'].map(assertIpAddress).sort(compareIpAddresses);
    expect(sorted).toEqual(['192.0.2.9', '192.0.2.10', '2001:db8::1']);
  });
});
