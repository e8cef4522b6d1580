/**
 * The octets of a message in the making, and the names in it that later ones may point to.
 */
import { type DomainName, domainNameLabels, parentName, rootName } from '../../model/domain-name.js';

export interface WireWriter {
  readonly octets: number[];
  /** Where each name, and each name above it, stands. */
  readonly names: Map<DomainName, number>;
}

/** A compression pointer has 14 bits (RFC 1035 section 4.1.4). */
const pointerLimit = 0x3fff;

/** An empty message. */
export function createWireWriter(): WireWriter {
  return { octets: [], names: new Map() };
}

/** 16 bits in network order (RFC 1035 section 2.3.2); higher bits are dropped. */
export function writeUint16(writer: WireWriter, value: number): void {
  writer.octets.push((value >>> 8) & 0xff, value & 0xff);
}

/** 32 bits in network order. */
export function writeUint32(writer: WireWriter, value: number): void {
  writeUint16(writer, value >>> 16);
  writeUint16(writer, value & 0xffff);
}

/** The octets as they are. */
export function writeBytes(writer: WireWriter, bytes: Iterable<number>): void {
  for (const octet of bytes) writer.octets.push(octet);
}

/** A name, its end replaced by a pointer where the message has it already. */
export function writeCompressedName(writer: WireWriter, name: DomainName): void {
  const labels = domainNameLabels(name);
  let rest: DomainName | null = name;
  for (const label of labels) {
    if (rest === null) break;
    const known = writer.names.get(rest);
    if (known !== undefined) {
      writeUint16(writer, 0xc000 | known);
      return;
    }
    if (writer.octets.length <= pointerLimit) writer.names.set(rest, writer.octets.length);
    writeLabel(writer, label);
    rest = parentName(rest);
  }
  writer.octets.push(0);
}

/** A name in full; nothing points to it later. */
export function writePlainName(writer: WireWriter, name: DomainName): void {
  if (name !== rootName) for (const label of domainNameLabels(name)) writeLabel(writer, label);
  writer.octets.push(0);
}

function writeLabel(writer: WireWriter, label: Uint8Array): void {
  writer.octets.push(label.length);
  writeBytes(writer, label);
}

/** What `write` writes, behind its length in two octets. @throws TypeError when it is longer than that can say */
export function writeWithLength(writer: WireWriter, write: () => void): void {
  writeUint16(writer, 0);
  const start = writer.octets.length;
  write();
  const length = writer.octets.length - start;
  if (length > 0xffff) throw new TypeError(`${length} octets do not fit behind a length of 16 bits`);
  writer.octets[start - 2] = length >>> 8;
  writer.octets[start - 1] = length & 0xff;
}
