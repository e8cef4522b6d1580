/**
 * Domain names on the wire (RFC 1035 sections 3.1 and 4.1.4).
 *
 * Strict: a compression pointer leads to before the part of the name that it stands in and never into the
 * header, so no loop can be; labels of other types, names over 255 octets and endless chains of pointers
 * are faults. Each name costs at most 127 labels and 127 pointers, and all names of a message together
 * four times what the longest message holds, so that pointers to long names multiply nothing.
 */
import { type DomainName, domainNameFromLabels } from '../../model/domain-name.js';
import type { WireIssue, WireReader } from './wire-reader.js';

/** RFC 1035 section 2.3.4, length octets and the root's included. */
const nameOctetsLimit = 255;

/** A name has at most 127 labels, and an honest encoder spends at most one pointer for each. */
const pointersLimit = 127;

const headerOctets = 12;

/** 2,000 records, as many as are kept, with a name of 130 octets each: no honest message comes near it. */
const messageNameOctetsLimit = 4 * 65_536;

/** The offset behind the name that starts at `start`, without following pointers; null where the name ends nowhere before `limit`. */
export function skipName(bytes: Uint8Array, start: number, limit: number): number | null {
  let at = start;
  while (at < limit) {
    const length = bytes[at] ?? 0;
    if (length === 0) return at + 1;
    if (length >= 0xc0) return at + 2 <= limit ? at + 2 : null;
    if (length > 63) return null;
    at += 1 + length;
  }
  return null;
}

/** The name that starts at `start`; its own octets must end before `limit`, those that a pointer leads to need not. */
export function readName(reader: WireReader, start: number, limit: number): DomainName | WireIssue {
  const path = followName(reader.bytes, start, limit);
  if ('text' in path) return path;
  const known = reader.names.get(path.firstLabel);
  if (known !== undefined) return known;
  reader.nameOctets += path.octets;
  if (reader.nameOctets > messageNameOctetsLimit) return { offset: start, text: 'the names of the message are too long together' };
  const name = domainNameFromLabels(path.labels);
  reader.names.set(path.firstLabel, name);
  return name;
}

interface NamePath {
  readonly labels: readonly Uint8Array[];
  /** Decides the whole name, since everything behind it is fixed. */
  readonly firstLabel: number;
  readonly octets: number;
}

function followName(bytes: Uint8Array, start: number, limit: number): NamePath | WireIssue {
  const labels: Uint8Array[] = [];
  let [at, partStart, partLimit] = [start, start, limit];
  let [octets, pointers] = [1, 0];
  let firstLabel = start;
  for (;;) {
    const length = bytes[at];
    if (at >= partLimit || length === undefined) return { offset: at, text: 'the name runs beyond its end' };
    if (length >= 0xc0) {
      const target = pointerTarget(bytes, at, partStart, partLimit);
      if (typeof target !== 'number') return target;
      pointers += 1;
      if (pointers > pointersLimit) return { offset: at, text: `more than ${pointersLimit} compression pointers in one name` };
      if (labels.length === 0) firstLabel = target;
      [at, partStart, partLimit] = [target, target, bytes.length];
      continue;
    }
    if (length === 0) return { labels, firstLabel, octets };
    octets += 1 + length;
    const fault = faultOfLabel(length, octets, at + 1 + length > partLimit);
    if (fault !== null) return { offset: at, text: fault };
    labels.push(bytes.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
}

function faultOfLabel(length: number, octets: number, runsOut: boolean): string | null {
  if (length > 63) return `label type 0x${(length & 0xc0).toString(16)} is not in use`;
  if (octets > nameOctetsLimit) return `the name is over ${nameOctetsLimit} octets long`;
  return runsOut ? 'the label runs beyond its end' : null;
}

function pointerTarget(bytes: Uint8Array, at: number, partStart: number, limit: number): number | WireIssue {
  const low = bytes[at + 1];
  if (low === undefined || at + 2 > limit) return { offset: at, text: 'the compression pointer is cut off' };
  const target = (((bytes[at] ?? 0) & 0x3f) << 8) | low;
  // RFC 1035 section 4.1.4: a pointer leads to a prior occurrence.
  if (target >= partStart) return { offset: at, text: `the compression pointer leads to octet ${target}, which is not before it` };
  if (target < headerOctets) return { offset: at, text: 'the compression pointer leads into the header' };
  return target;
}
