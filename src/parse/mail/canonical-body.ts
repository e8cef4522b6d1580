/**
 * The body in the forms that signatures are made over (RFC 6376 section 3.4.3 and 3.4.4), line by line.
 *
 * The lines stand apart, so that a reader can find out with which of them a signature ends. Takes what
 * `splitMessage` gives: lines end with CRLF.
 */
import type { Canonicalization } from './canonical-header.js';

export interface CanonicalBody {
  /** All lines with their CRLF, the empty ones at the end among them. */
  readonly octets: Uint8Array;
  /** Where each line that has something ends, behind its CRLF, in order. */
  readonly ends: readonly number[];
}

const carriageReturn = 13;
const lineFeed = 10;
const space = 32;
const tab = 9;

/** The canonical lines. */
export function canonicalizeBody(body: Uint8Array, form: Canonicalization): CanonicalBody {
  const octets = form === 'relaxed' ? relax(body) : closeLastLine(body);
  return { octets, ends: findEnds(octets) };
}

/** How much of the octets a signature covers: up to the last line that has something; an empty body counts as CRLF for `simple`. */
export function signedBody({ octets, ends }: CanonicalBody, form: Canonicalization): Uint8Array {
  const end = ends.at(-1) ?? 0;
  return end === 0 && form === 'simple' ? Uint8Array.of(carriageReturn, lineFeed) : octets.subarray(0, end);
}

function closeLastLine(body: Uint8Array): Uint8Array {
  if (body.length === 0 || body.at(-1) === lineFeed) return body;
  const closed = new Uint8Array(body.length + 2);
  closed.set(body);
  closed.set([carriageReturn, lineFeed], body.length);
  return closed;
}

/** Blanks at a line's end go, others become one space. */
function relax(body: Uint8Array): Uint8Array {
  const source = closeLastLine(body);
  const relaxed = new Uint8Array(source.length);
  let to = 0;
  let blank = false;
  for (let at = 0; at < source.length; at += 1) {
    const octet = source[at] ?? 0;
    if (octet === space || octet === tab) {
      blank = true;
      continue;
    }
    const isEnd = octet === carriageReturn && source[at + 1] === lineFeed;
    if (blank && !isEnd) relaxed[to++] = space;
    blank = false;
    relaxed[to++] = octet;
    if (isEnd) {
      relaxed[to++] = lineFeed;
      at += 1;
    }
  }
  return relaxed.subarray(0, to);
}

function findEnds(octets: Uint8Array): readonly number[] {
  const ends: number[] = [];
  let start = 0;
  for (let at = octets.indexOf(lineFeed); at >= 0; at = octets.indexOf(lineFeed, at + 1)) {
    if (octets[at - 1] !== carriageReturn) continue;
    if (at - start > 1) ends.push(at + 1);
    start = at + 1;
  }
  return ends;
}
