/**
 * A DNS message for the wire: queries of the probe, responses of the lab.
 *
 * Well-formed by construction: names are compressed, counts and lengths fit. What cannot be said in a
 * message is misuse and throws.
 */
import type { DnsFlags, DnsRecord, ExtendedError, Rcode, RecordType } from '../../model/dns.js';
import type { DomainName } from '../../model/domain-name.js';
import { rcodeNumber } from './rcodes.js';
import { type EdnsOption, extendedErrorOption } from './read-edns.js';
import { recordTypeNumber } from './record-types.js';
import {
  createWireWriter,
  type WireWriter,
  writeBytes,
  writeCompressedName,
  writeUint16,
  writeUint32,
  writeWithLength,
} from './wire-writer.js';
import { writeRecordData } from './write-record-data.js';

export interface EdnsInput {
  readonly udpSize: number;
  readonly dnssecOk?: boolean;
  /** Default 0. */
  readonly version?: number;
  readonly extendedErrors?: readonly ExtendedError[];
  readonly options?: readonly EdnsOption[];
}

export interface DnsMessageInput {
  readonly id: number;
  /** Default false: a query. */
  readonly qr?: boolean;
  /** Default 0: a standard query. */
  readonly opcode?: number;
  /** Those not named are clear. */
  readonly flags?: Partial<DnsFlags>;
  /** Default NOERROR. Codes above 15 need EDNS, which carries their upper bits. */
  readonly rcode?: Rcode;
  /** The class is IN where none is named. */
  readonly questions: readonly { readonly name: DomainName; readonly type: RecordType; readonly class?: number }[];
  readonly answer?: readonly DnsRecord[];
  readonly authority?: readonly DnsRecord[];
  readonly additional?: readonly DnsRecord[];
  /** Null or absent: without EDNS. */
  readonly edns?: EdnsInput | null;
}

const internetClass = 1;
const messageOctetsLimit = 65_535;

/**
 * The octets of the message, at most 65,535.
 * @throws TypeError for an unknown type or rcode, an rcode above 15 without EDNS, data that do not fit their type, a message too long
 */
export function encodeDnsMessage(message: DnsMessageInput): Uint8Array {
  const { questions, answer = [], authority = [], additional = [], edns = null } = message;
  const rcode = assertRcode(message.rcode ?? 'NOERROR', edns !== null);
  const writer = createWireWriter();
  writeUint16(writer, message.id);
  writeUint16(writer, headerBits(message, rcode));
  for (const count of [questions.length, answer.length, authority.length, additional.length + (edns === null ? 0 : 1)])
    writeUint16(writer, count);
  for (const question of questions) {
    writeCompressedName(writer, question.name);
    writeUint16(writer, assertTypeNumber(question.type));
    writeUint16(writer, question.class ?? internetClass);
  }
  for (const record of [...answer, ...authority, ...additional]) writeRecord(writer, record);
  if (edns !== null) writeEdns(writer, edns, rcode);
  if (writer.octets.length > messageOctetsLimit) throw new TypeError(`a message of ${writer.octets.length} octets`);
  return Uint8Array.from(writer.octets);
}

function assertRcode(rcode: Rcode, edns: boolean): number {
  const number = rcodeNumber(rcode);
  if (number === null) throw new TypeError(`not an rcode: ${rcode}`);
  if (number > 15 && !edns) throw new TypeError(`${rcode} cannot be said without EDNS`);
  return number;
}

function assertTypeNumber(type: RecordType): number {
  const number = recordTypeNumber(type);
  if (number === null) throw new TypeError(`not a record type: ${type}`);
  return number;
}

/** RFC 1035 section 4.1.1, RFC 4035 section 3.2 for AD and CD. */
function headerBits({ qr = false, opcode = 0, flags = {} }: DnsMessageInput, rcode: number): number {
  const bits = [
    [qr, 0x8000],
    [flags.aa, 0x0400],
    [flags.tc, 0x0200],
    [flags.rd, 0x0100],
    [flags.ra, 0x0080],
    [flags.ad, 0x0020],
    [flags.cd, 0x0010],
  ] as const;
  return bits.reduce((sum, [set, mask]) => (set === true ? sum | mask : sum), ((opcode & 15) << 11) | (rcode & 15));
}

function writeRecord(writer: WireWriter, record: DnsRecord): void {
  writeCompressedName(writer, record.owner);
  writeUint16(writer, assertTypeNumber(record.type));
  writeUint16(writer, internetClass);
  writeUint32(writer, record.ttlSeconds);
  writeWithLength(writer, () => writeRecordData(writer, record.data));
}

/** RFC 6891 section 6.1.2: owner root, class the UDP size, TTL the upper bits of the rcode, the version and the flags. */
function writeEdns(writer: WireWriter, edns: EdnsInput, rcode: number): void {
  writer.octets.push(0);
  writeUint16(writer, assertTypeNumber('OPT'));
  writeUint16(writer, edns.udpSize);
  writer.octets.push(rcode >>> 4, edns.version ?? 0);
  writeUint16(writer, edns.dnssecOk === true ? 0x8000 : 0);
  writeWithLength(writer, () => {
    for (const option of [...(edns.extendedErrors ?? []).map(extendedErrorOctets), ...(edns.options ?? [])]) {
      writeUint16(writer, option.code);
      writeWithLength(writer, () => writeBytes(writer, option.bytes));
    }
  });
}

/** RFC 8914 section 2. */
function extendedErrorOctets({ code, text }: ExtendedError): EdnsOption {
  return { code: extendedErrorOption, bytes: Uint8Array.of(code >>> 8, code & 0xff, ...new TextEncoder().encode(text)) };
}
