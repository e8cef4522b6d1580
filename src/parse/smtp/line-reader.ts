/**
 * Octets as they arrive → lines, incrementally and bounded.
 *
 * A line ends at LF, with or without CR before it. A CR alone ends nothing: what stands behind it belongs to
 * the same line, or a server could slip a reply in (RFC 5321 section 2.3.8). Of a line longer than the
 * limit the beginning is kept and the rest is dropped, so that memory is bounded whatever comes.
 */

/** RFC 5321 section 4.5.3.1.5 grants a reply line 512 octets; servers exceed it, so 8 KiB are kept. */
export const lineOctetsLimit = 8192;

export type LineIssue = 'bare-lf' | 'bare-cr' | 'line-too-long';

export interface RawLine {
  /** Without the line end, cut at the limit. */
  readonly bytes: Uint8Array;
  readonly issues: readonly LineIssue[];
}

export interface LineReader {
  /** The lines that these octets complete. */
  push(bytes: Uint8Array): RawLine[];
  /** The beginning of a line whose end has not come; a copy. */
  pending(): Uint8Array;
  /** Ends the unfinished line as the end of the stream does; null where there is none. */
  finish(): RawLine | null;
}

const lf = 0x0a;
const cr = 0x0d;

/** A reader with an empty buffer. */
export function createLineReader(): LineReader {
  const buffer = new Uint8Array(lineOctetsLimit + 1);
  let length = 0;
  let dropped = false;
  let lastOctet = -1;

  function append(bytes: Uint8Array): void {
    const kept = bytes.subarray(0, buffer.length - length);
    buffer.set(kept, length);
    length += kept.length;
    dropped ||= kept.length < bytes.length;
    lastOctet = bytes.at(-1) ?? lastOctet;
  }

  function takeLine(ended: boolean): RawLine {
    const bytes = buffer.slice(0, length);
    const line = describeLine(bytes, { ended, endsWithCr: lastOctet === cr, dropped });
    length = 0;
    dropped = false;
    lastOctet = -1;
    return line;
  }

  return {
    push(bytes) {
      const lines: RawLine[] = [];
      let start = 0;
      for (let end = bytes.indexOf(lf); end >= 0; end = bytes.indexOf(lf, start)) {
        append(bytes.subarray(start, end));
        lines.push(takeLine(true));
        start = end + 1;
      }
      append(bytes.subarray(start));
      return lines;
    },
    pending: () => buffer.slice(0, Math.min(length, lineOctetsLimit)),
    finish: () => (length === 0 ? null : takeLine(false)),
  };
}

interface LineEnd {
  /** An LF came. */
  readonly ended: boolean;
  readonly endsWithCr: boolean;
  /** Octets beyond the buffer were thrown away. */
  readonly dropped: boolean;
}

function describeLine(bytes: Uint8Array, end: LineEnd): RawLine {
  const withoutCr = end.endsWithCr && !end.dropped ? bytes.subarray(0, -1) : bytes;
  const tooLong = end.dropped || withoutCr.length > lineOctetsLimit;
  const kept = tooLong ? cutAtCharacter(withoutCr) : withoutCr;
  const issues: LineIssue[] = [];
  if (end.ended && !end.endsWithCr) issues.push('bare-lf');
  if (kept.includes(cr)) issues.push('bare-cr');
  if (tooLong) issues.push('line-too-long');
  return { bytes: kept, issues };
}

/** The first `lineOctetsLimit` octets, fewer where that would cut a UTF-8 sequence in two. */
function cutAtCharacter(bytes: Uint8Array): Uint8Array {
  let end = Math.min(bytes.length, lineOctetsLimit);
  for (let back = 0; back < 3 && isContinuation(bytes[end]); back += 1) end -= 1;
  return bytes.subarray(0, end);
}

function isContinuation(octet: number | undefined): boolean {
  return octet !== undefined && (octet & 0xc0) === 0x80;
}
