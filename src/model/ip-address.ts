/**
 * IP addresses in canonical form, as branded strings.
 *
 * IPv4 dotted quad; IPv6 as RFC 5952 writes it, without zone index. IPv4-mapped IPv6 addresses
 * (`::ffff:192.0.2.1`) become their IPv4 form, so that one host has one name.
 */
import ipaddr from 'ipaddr.js';

declare const ipAddressBrand: unique symbol;
export type IpAddress = string & { readonly [ipAddressBrand]: true };

export type AddressFamily = 4 | 6;

/** What an address can be used for; `documentation` (RFC 5737, RFC 3849) counts as `public` here: test networks use it. */
export type AddressScope = 'public' | 'private' | 'loopback' | 'link-local' | 'shared' | 'unspecified' | 'multicast' | 'reserved';

/** The canonical form of an address, or null where the text is none. Accepts brackets and `IPv6:` of an address literal not at all. */
export function parseIpAddress(text: string): IpAddress | null {
  if (text.includes('%')) return null;
  if (!text.includes(':') && !/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return null;
  if (!ipaddr.isValid(text)) return null;
  if (!text.includes(':') && /(^|\.)0\d/.test(text)) return null;
  const parsed = ipaddr.process(text);
  return (parsed.kind() === 'ipv6' ? (parsed as ipaddr.IPv6).toRFC5952String() : parsed.toString()) as IpAddress;
}

/** As `parseIpAddress`, for texts known to be addresses. @throws TypeError */
export function assertIpAddress(text: string): IpAddress {
  const address = parseIpAddress(text);
  if (address === null) throw new TypeError(`not an IP address: ${JSON.stringify(text)}`);
  return address;
}

/** The family of a canonical address. */
export function addressFamily(address: IpAddress): AddressFamily {
  return address.includes(':') ? 6 : 4;
}

/** The address of 4 or 16 octets in network order. @throws TypeError on another length */
export function ipAddressFromBytes(bytes: Uint8Array): IpAddress {
  if (bytes.length !== 4 && bytes.length !== 16) throw new TypeError(`an address has 4 or 16 octets, not ${bytes.length}`);
  if (bytes.length === 4) return bytes.join('.') as IpAddress;
  return assertIpAddress(ipaddr.fromByteArray([...bytes]).toString());
}

/** 4 or 16 octets in network order. */
export function ipAddressBytes(address: IpAddress): Uint8Array {
  return Uint8Array.from(ipaddr.parse(address).toByteArray());
}

const scopeOfRange: Readonly<Record<string, AddressScope>> = {
  unicast: 'public',
  private: 'private',
  uniqueLocal: 'private',
  loopback: 'loopback',
  linkLocal: 'link-local',
  carrierGradeNat: 'shared',
  unspecified: 'unspecified',
  broadcast: 'multicast',
  multicast: 'multicast',
};

const documentationRanges = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32', '3fff::/20'].map((cidr) =>
  ipaddr.parseCIDR(cidr),
);

/** What the address can be used for, by the IANA special-purpose registries. */
export function addressScope(address: IpAddress): AddressScope {
  const parsed = ipaddr.parse(address);
  const documented = documentationRanges.some(([network, bits]) => network.kind() === parsed.kind() && parsed.match(network, bits));
  if (documented) return 'public';
  if (addressFamily(address) === 4 && address.startsWith('0.')) return 'unspecified';
  return scopeOfRange[parsed.range()] ?? 'reserved';
}

/** The name under which the PTR record of the address stands (RFC 1035 section 3.5, RFC 3596 section 2.5). */
export function reverseName(address: IpAddress): string {
  const bytes = [...ipAddressBytes(address)].reverse();
  if (bytes.length === 4) return `${bytes.join('.')}.in-addr.arpa`;
  const nibbles = bytes.map((byte) => `${(byte & 15).toString(16)}.${(byte >> 4).toString(16)}`);
  return `${nibbles.join('.')}.ip6.arpa`;
}

/** The address as an RFC 5321 section 4.1.3 literal: `[192.0.2.1]`, `[IPv6:2001:db8::1]`. */
export function addressLiteral(address: IpAddress): string {
  return addressFamily(address) === 4 ? `[${address}]` : `[IPv6:${address}]`;
}

/** Orders addresses: IPv4 before IPv6, then by value. */
export function compareIpAddresses(a: IpAddress, b: IpAddress): number {
  const left = ipAddressBytes(a);
  const right = ipAddressBytes(b);
  if (left.length !== right.length) return left.length - right.length;
  const differing = left.findIndex((octet, at) => octet !== right[at]);
  return differing < 0 ? 0 : (left[differing] ?? 0) - (right[differing] ?? 0);
}
