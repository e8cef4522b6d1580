/**
 * RDATA by type (RFC 1035 section 3.3, RFC 3596, RFC 6672): what the program reads, as values.
 *
 * Nothing is read beyond the RDATA, except what a compression pointer leads to. Data that do not fit
 * their type, and data of types that nobody here reads, keep their octets as `other`; names
 * compressed inside those cannot be resolved without the message.
 */
import type { RecordData } from '../../model/dns.js';
import type { DomainName } from '../../model/domain-name.js';
import { ipAddressFromBytes } from '../../model/ip-address.js';
import { formatBase64 } from './base64.js';
import { formatCharacterString } from './character-strings.js';
import { readName, skipName } from './read-name.js';
import type { WireIssue, WireReader } from './wire-reader.js';

/** Where the RDATA stand: from `start` to before `end`, which lies within the message. */
export interface WireSpan {
  readonly start: number;
  readonly end: number;
}

type Reading = RecordData | WireIssue;

const readerOfType: ReadonlyMap<string, (reader: WireReader, span: WireSpan) => Reading> = new Map([
  ['A', (reader: WireReader, span: WireSpan) => readAddress(reader, span, 'A')],
  ['AAAA', (reader: WireReader, span: WireSpan) => readAddress(reader, span, 'AAAA')],
  ['NS', (reader: WireReader, span: WireSpan) => readTarget(reader, span, 'NS')],
  ['CNAME', (reader: WireReader, span: WireSpan) => readTarget(reader, span, 'CNAME')],
  ['PTR', (reader: WireReader, span: WireSpan) => readTarget(reader, span, 'PTR')],
  ['DNAME', (reader: WireReader, span: WireSpan) => readTarget(reader, span, 'DNAME')],
  ['MX', readExchange],
  ['SOA', readAuthority],
  ['TXT', readText],
]);

/** The data of a record; with an issue, and the octets kept, where they do not fit the type. */
export function readRecordData(reader: WireReader, type: string, span: WireSpan): { data: RecordData; issue: WireIssue | null } {
  const reading = readerOfType.get(type)?.(reader, span);
  if (reading !== undefined && 'type' in reading) return { data: reading, issue: null };
  const rdataBase64 = formatBase64(reader.bytes.subarray(span.start, span.end));
  return { data: { type: 'other', rdataBase64 }, issue: reading ?? null };
}

function readAddress(reader: WireReader, { start, end }: WireSpan, type: 'A' | 'AAAA'): Reading {
  const octets = type === 'A' ? 4 : 16;
  if (end - start !== octets) return { offset: start, text: `${type} data of ${end - start} octets in place of ${octets}` };
  return { type, address: ipAddressFromBytes(reader.bytes.subarray(start, end)) };
}

function readTarget(reader: WireReader, span: WireSpan, type: 'NS' | 'CNAME' | 'PTR' | 'DNAME'): Reading {
  const target = readLastName(reader, span, type);
  return typeof target === 'string' ? { type, target } : target;
}

function readExchange(reader: WireReader, { start, end }: WireSpan): Reading {
  if (end - start < 3) return { offset: start, text: `MX data of ${end - start} octets` };
  const exchange = readLastName(reader, { start: start + 2, end }, 'MX');
  return typeof exchange === 'string' ? { type: 'MX', preference: reader.view.getUint16(start), exchange } : exchange;
}

/** RFC 1035 section 3.3.13: two names and five numbers of 32 bits. */
function readAuthority(reader: WireReader, { start, end }: WireSpan): Reading {
  const primary = readName(reader, start, end);
  if (typeof primary !== 'string') return primary;
  const second = skipName(reader.bytes, start, end) ?? end;
  const mailbox = readName(reader, second, end);
  if (typeof mailbox !== 'string') return mailbox;
  const at = skipName(reader.bytes, second, end) ?? end;
  if (end - at !== 20) return { offset: at, text: `SOA numbers of ${end - at} octets in place of 20` };
  const [serial, refresh, retry, expire, minimumSeconds] = [0, 4, 8, 12, 16].map((step) => reader.view.getUint32(at + step));
  return {
    type: 'SOA',
    primary,
    mailbox,
    serial: serial ?? 0,
    refresh: refresh ?? 0,
    retry: retry ?? 0,
    expire: expire ?? 0,
    minimumSeconds: minimumSeconds ?? 0,
  };
}

/** RFC 1035 section 3.3.14: one string or more. */
function readText(reader: WireReader, { start, end }: WireSpan): Reading {
  const strings: string[] = [];
  for (let at = start; at < end; ) {
    const next = at + 1 + (reader.bytes[at] ?? 0);
    if (next > end) return { offset: at, text: 'the string runs beyond the RDATA' };
    strings.push(formatCharacterString(reader.bytes.subarray(at + 1, next)));
    at = next;
  }
  return strings.length > 0 ? { type: 'TXT', strings } : { offset: start, text: 'TXT data without a string' };
}

function readLastName(reader: WireReader, { start, end }: WireSpan, type: string): DomainName | WireIssue {
  const name = readName(reader, start, end);
  if (typeof name !== 'string') return name;
  const behind = skipName(reader.bytes, start, end) ?? end;
  return behind === end ? name : { offset: behind, text: `${end - behind} octets behind the name in ${type} data` };
}
