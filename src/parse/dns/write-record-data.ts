/**
 * RDATA on the wire, from values; the opposite of `read-record-data`.
 *
 * Names are compressed in the types of RFC 1035 only (RFC 3597 section 4); DNAME's is written in full.
 */
import type { RecordData } from '../../model/dns.js';
import { type IpAddress, ipAddressBytes } from '../../model/ip-address.js';
import { parseBase64 } from './base64.js';
import { parseCharacterString } from './character-strings.js';
import { type WireWriter, writeBytes, writeCompressedName, writePlainName, writeUint16, writeUint32 } from './wire-writer.js';

/** Writes the data without their length. @throws TypeError for a string over 255 octets, a text that is no base64, an IPv6 address as A */
export function writeRecordData(writer: WireWriter, data: RecordData): void {
  switch (data.type) {
    case 'A':
    case 'AAAA':
      writeBytes(writer, addressOctets(data.type, data.address));
      break;
    case 'MX':
      writeUint16(writer, data.preference);
      writeCompressedName(writer, data.exchange);
      break;
    case 'NS':
    case 'CNAME':
    case 'PTR':
      writeCompressedName(writer, data.target);
      break;
    case 'DNAME':
      writePlainName(writer, data.target);
      break;
    case 'SOA':
      writeCompressedName(writer, data.primary);
      writeCompressedName(writer, data.mailbox);
      for (const number of [data.serial, data.refresh, data.retry, data.expire, data.minimumSeconds]) writeUint32(writer, number);
      break;
    case 'TXT':
      for (const text of data.strings) writeCharacterString(writer, text);
      break;
    case 'other':
      writeBytes(writer, base64Octets(data.rdataBase64));
  }
}

/** The model writes IPv4-mapped addresses in their IPv4 form: an AAAA record gets the mapping back (RFC 4291 section 2.5.5.2). */
function addressOctets(type: 'A' | 'AAAA', address: IpAddress): Uint8Array {
  const octets = ipAddressBytes(address);
  if (type === 'AAAA' && octets.length === 4) return Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, ...octets);
  if (type === 'A' && octets.length !== 4) throw new TypeError(`${address} is no address for an A record`);
  return octets;
}

function writeCharacterString(writer: WireWriter, text: string): void {
  const octets = parseCharacterString(text);
  if (octets.length > 255) throw new TypeError(`a character string of ${octets.length} octets (RFC 1035 section 3.3 allows 255)`);
  writer.octets.push(octets.length);
  writeBytes(writer, octets);
}

function base64Octets(text: string): Uint8Array {
  const octets = parseBase64(text);
  if (octets === null) throw new TypeError('the RDATA are no base64');
  return octets;
}
