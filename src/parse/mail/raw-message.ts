/**
 * A message as octets → its header fields as they stand and its body, for those who check signatures.
 *
 * Lines end with CRLF as on the wire, whatever the file has (RFC 5322 section 2.1); a line of an mbox in front is left
 * out. Fields keep every octet: a character stands for an octet. Bounded in fields; never throws.
 */
import { octetText } from '../octet-text.js';

export interface RawField {
  /** Lower case. */
  readonly name: string;
  /** Name, colon and value with its folds, without the final CRLF; a character for each octet. */
  readonly text: string;
}

export interface RawMessage {
  /** As they stand, the newest first. */
  readonly fields: readonly RawField[];
  /** Behind the empty line; null where none follows the header. */
  readonly body: Uint8Array | null;
}

const mostFields = 2000;
const carriageReturn = 13;
const lineFeed = 10;

/**
 * The parts of a message. A header of which nothing follows has no body: an empty one has its empty line. Of an mbox the
 * first message.
 */
export function splitMessage(bytes: Uint8Array): RawMessage {
  const given = skipEmptyLines(bytes);
  const isMbox = octetText(given.subarray(0, mboxMark.length)) === mboxMark;
  const wire = toWireLines(isMbox ? skipLine(given) : given);
  const end = findEmptyLine(wire);
  const header = octetText(wire.subarray(0, end ?? wire.length));
  const body = end === null ? null : wire.subarray(end + 2);
  return { fields: readFields(header), body: body !== null && isMbox ? cutAtNext(body) : body };
}

/** RFC 4155: a line that begins a message; within one it is quoted. */
const mboxMark = 'From ';

function skipEmptyLines(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((octet) => octet !== carriageReturn && octet !== lineFeed);
  return bytes.subarray(Math.max(0, first));
}

function skipLine(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(lineFeed);
  return end < 0 ? bytes.subarray(bytes.length) : bytes.subarray(end + 1);
}

/** Up to the empty line before the next message. */
function cutAtNext(body: Uint8Array): Uint8Array {
  for (let at = body.indexOf(lineFeed); at >= 0; at = body.indexOf(lineFeed, at + 1)) {
    const isEmpty = body[at + 1] === carriageReturn && body[at + 2] === lineFeed;
    if (isEmpty && octetText(body.subarray(at + 3, at + 3 + mboxMark.length)) === mboxMark) return body.subarray(0, at + 1);
  }
  return body;
}

/** Every LF behind a CR. */
function toWireLines(bytes: Uint8Array): Uint8Array {
  const bare = countBareLineFeeds(bytes);
  if (bare === 0) return bytes;
  const wire = new Uint8Array(bytes.length + bare);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const octet = bytes[at] ?? 0;
    if (octet === lineFeed && bytes[at - 1] !== carriageReturn) wire[to++] = carriageReturn;
    wire[to++] = octet;
  }
  return wire;
}

function countBareLineFeeds(bytes: Uint8Array): number {
  let bare = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) if (bytes[at - 1] !== carriageReturn) bare += 1;
  return bare;
}

/** Where the empty line begins, null where there is none. */
function findEmptyLine(wire: Uint8Array): number | null {
  for (let at = wire.indexOf(lineFeed); at >= 0; at = wire.indexOf(lineFeed, at + 1)) {
    if (wire[at + 1] === carriageReturn && wire[at + 2] === lineFeed) return at + 1;
  }
  return null;
}

function readFields(header: string): readonly RawField[] {
  const fields = header.replace(/\r\n$/, '').split(/\r\n(?![ \t])/, mostFields);
  return fields.flatMap((text) => {
    const [, name] = /^([!-9;-~]+)[ \t]*:/.exec(text) ?? [];
    return name === undefined ? [] : [{ name: name.toLowerCase(), text }];
  });
}
