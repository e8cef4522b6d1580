/**
 * Zone lines: one record in one line, with full names (RFC 1035 section 5.1, a small part of it).
 *
 * `example.com 300 MX 10 mx1.example.com`: owner, TTL in seconds where it is not 3600, type, data. `@` is the zone.
 * Names have no final dot. A type that this reader does not know keeps its octets: `x TYPE65280 \# 0a0b`.
 */
import type { DnsRecord, RecordData } from '../model/dns.js';
import { assertDomainName, type DomainName, parseDomainName } from '../model/domain-name.js';
import { assertIpAddress } from '../model/ip-address.js';

const defaultTtlSeconds = 3600;

/** The record of a zone line. @throws TypeError where the line is none: a world is written by us, never received */
export function assertZoneLine(line: string, zone: DomainName): DnsRecord {
  const [ownerText = '', ...rest] = splitLine(line);
  const owner = nameAt(ownerText, zone);
  const timed = /^\d+$/.test(rest[0] ?? '');
  const ttlSeconds = timed ? Number(rest[0]) : defaultTtlSeconds;
  const [type = '', ...data] = timed ? rest.slice(1) : rest;
  return { owner, type, ttlSeconds, data: assertData(line, type, data, zone) };
}

/** Words, and quoted strings without their quotes. */
function splitLine(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
}

function nameAt(text: string, zone: DomainName): DomainName {
  return text === '@' ? zone : assertDomainName(text);
}

function assertData(line: string, type: string, words: readonly string[], zone: DomainName): RecordData {
  const [first = '', second = ''] = words;
  if (type === 'A' || type === 'AAAA') return { type, address: assertIpAddress(first) };
  if (type === 'MX') return { type, preference: Number(first), exchange: nameAt(second, zone) };
  if (type === 'NS' || type === 'CNAME' || type === 'PTR' || type === 'DNAME') return { type, target: nameAt(first, zone) };
  if (type === 'TXT') return { type, strings: words };
  if (type === 'SOA') return soaData(words);
  if (first === '\\#') return { type: 'other', rdataBase64: base64OfHex(words.slice(1).join('')) };
  throw new TypeError(`not a zone line: ${line}`);
}

function soaData(words: readonly string[]): RecordData {
  const [primary = '', mailbox = '', ...numbers] = words;
  const [serial = 1, refresh = 7200, retry = 3600, expire = 1_209_600, minimumSeconds = 300] = numbers.map(Number);
  return {
    type: 'SOA',
    primary: assertDomainName(primary),
    mailbox: assertDomainName(mailbox),
    serial,
    refresh,
    retry,
    expire,
    minimumSeconds,
  };
}

function base64OfHex(hex: string): string {
  return btoa((hex.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join(''));
}

/** The SOA of a zone that declares none; negative answers are kept for five minutes. */
export function defaultSoa(zone: DomainName, primary: DomainName): DnsRecord {
  const mailbox = parseDomainName(`hostmaster.${zone}`) ?? zone;
  const data = soaData([primary, zone === '.' ? 'hostmaster.root-servers' : mailbox, '2026112301']);
  return { owner: zone, type: 'SOA', ttlSeconds: defaultTtlSeconds, data };
}
