/**
 * A message's octets, and what was found wrong with them, each with its offset.
 *
 * Reads never go beyond the message: whoever reads a number has checked the room before. The list of
 * issues is bounded, since a message of 64 KiB can hold thousands.
 */
import type { DomainName } from '../../model/domain-name.js';

/** Something that a strict reader would complain about; the offset counts octets from the start of the message. */
export interface WireIssue {
  readonly offset: number;
  readonly text: string;
}

/** More say nothing new, and each costs memory. */
const issuesLimit = 64;

export interface WireReader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly issues: WireIssue[];
  /** Names read before, by the offset of their first label. */
  readonly names: Map<number, DomainName>;
  /** The octets of those names, pointers followed: what reading them cost. */
  nameOctets: number;
}

/** A reader of the message, with no issue noted yet. */
export function createWireReader(bytes: Uint8Array): WireReader {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), issues: [], names: new Map(), nameOctets: 0 };
}

/** Notes an issue; beyond the bound only that there are more. */
export function noteIssue(reader: WireReader, offset: number, text: string): void {
  if (reader.issues.length < issuesLimit) reader.issues.push({ offset, text });
  else if (reader.issues.length === issuesLimit) reader.issues.push({ offset, text: 'more issues from here on are not listed' });
}
