/**
 * EDNS: the OPT pseudo-record and its options (RFC 6891 section 6.1), extended errors (RFC 8914).
 *
 * Unknown options keep their octets. What runs beyond the RDATA is an issue; options before it stand.
 */
import type { ExtendedError } from '../../model/dns.js';
import type { WireSpan } from './read-record-data.js';
import { noteIssue, type WireReader } from './wire-reader.js';

export interface EdnsOption {
  readonly code: number;
  readonly bytes: Uint8Array;
}

export interface ParsedEdns {
  readonly version: number;
  /** The largest UDP message that the other side takes, in octets. */
  readonly udpSize: number;
  readonly dnssecOk: boolean;
  readonly options: readonly EdnsOption[];
  readonly extendedErrors: readonly ExtendedError[];
}

/** RFC 8914 section 2. */
export const extendedErrorOption = 15;

/** No honest message comes near it. */
const optionsLimit = 100;

/** EDNS of an OPT record whose class and TTL hold the size, the version and the flags. */
export function readEdns(reader: WireReader, udpSize: number, ttl: number, span: WireSpan): ParsedEdns {
  const options = readOptions(reader, span);
  return {
    version: (ttl >>> 16) & 0xff,
    udpSize,
    dnssecOk: (ttl & 0x8000) !== 0,
    options,
    extendedErrors: options.flatMap(readExtendedError),
  };
}

function readOptions(reader: WireReader, { start, end }: WireSpan): EdnsOption[] {
  const options: EdnsOption[] = [];
  let at = start;
  while (at < end) {
    const next = at + 4 <= end ? at + 4 + reader.view.getUint16(at + 2) : end + 1;
    if (next > end) noteIssue(reader, at, 'the EDNS option runs beyond the OPT record');
    if (options.length === optionsLimit) noteIssue(reader, at, `EDNS options behind the first ${optionsLimit} were left out`);
    if (next > end || options.length === optionsLimit) break;
    options.push({ code: reader.view.getUint16(at), bytes: reader.bytes.subarray(at + 4, next) });
    at = next;
  }
  return options;
}

/** RFC 8914 section 2: a code and a text in UTF-8, which may end in NUL. */
function readExtendedError({ code, bytes }: EdnsOption): ExtendedError[] {
  const [high, low] = bytes;
  if (code !== extendedErrorOption || high === undefined || low === undefined) return [];
  let end = bytes.length;
  while (end > 2 && bytes[end - 1] === 0) end -= 1;
  return [{ code: (high << 8) | low, text: new TextDecoder().decode(bytes.subarray(2, end)) }];
}
