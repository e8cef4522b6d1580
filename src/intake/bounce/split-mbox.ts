/**
 * An mbox as a stream of messages, in bounded memory and in time that follows its size, however long its lines are.
 *
 * A message begins at a line `From …` with a time behind an empty line or at the start (RFC 4155); `>From` loses its
 * `>`. Of a message beyond the bound only the front is kept: a report says its reason there.
 */
import { joinOctets } from '../join-octets.js';

const lineFeed = 10;
const carriageReturn = 13;
/** `F`, `>`: no other line needs a look. */
const fromFront = 70;
const quoteFront = 62;
/** As much of a line as tells what it is. */
const tellingBytes = 200;

/** Takes octets as they come; yields whole messages. */
export class MboxSplitter {
  private readonly limitBytes: number;
  private parts: Uint8Array[] = [];
  private heldBytes = 0;
  /** The line that has no end yet, while it is short enough to tell anything. */
  private rest: Uint8Array = new Uint8Array(0);
  /** A line that is too long for it goes on: `kept` with its message, `dropped` where it is the line before one. */
  private longLine: 'none' | 'kept' | 'dropped' = 'none';
  private afterBlank = true;
  private begun = false;

  constructor(limitBytes: number) {
    this.limitBytes = limitBytes;
  }

  /** The messages that end within the chunk. */
  *take(chunk: Uint8Array): Generator<Uint8Array> {
    const bytes = this.rest.length === 0 ? chunk : joinOctets([this.rest, chunk]);
    this.rest = new Uint8Array(0);
    let start = this.passLongLine(bytes);
    // What needs no look is kept in one piece.
    let kept = start;
    for (let end = bytes.indexOf(lineFeed, start); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      if (isTelling(bytes[start])) {
        this.keep(bytes.subarray(kept, start));
        yield* this.takeTelling(bytes.subarray(start, end + 1));
        kept = end + 1;
      }
      this.afterBlank = end === start || (end === start + 1 && bytes[start] === carriageReturn);
      start = end + 1;
    }
    this.keep(bytes.subarray(kept, start));
    yield* this.hold(bytes.subarray(start));
  }

  /** The last message. */
  *end(): Generator<Uint8Array> {
    const { rest } = this;
    this.rest = new Uint8Array(0);
    if (rest.length > 0) yield* this.takeTelling(rest);
    if (this.begun && this.heldBytes > 0) yield joinOctets(this.parts);
  }

  /** Passes over the rest of a long line; where the next line begins. */
  private passLongLine(bytes: Uint8Array): number {
    if (this.longLine === 'none') return 0;
    const end = bytes.indexOf(lineFeed);
    const next = end < 0 ? bytes.length : end + 1;
    if (this.longLine === 'kept') this.keep(bytes.subarray(0, next));
    if (end >= 0) this.longLine = 'none';
    this.afterBlank = false;
    return next;
  }

  /** A line without its end waits for it, unless its front tells everything. */
  private *hold(rest: Uint8Array): Generator<Uint8Array> {
    if (rest.length < tellingBytes) this.rest = rest.slice();
    else {
      this.longLine = this.afterBlank && isFromLine(rest) ? 'dropped' : 'kept';
      yield* this.takeTelling(rest);
    }
  }

  private *takeTelling(line: Uint8Array): Generator<Uint8Array> {
    if (this.afterBlank && isFromLine(line)) {
      if (this.begun && this.heldBytes > 0) yield joinOctets(this.parts);
      this.parts = [];
      this.heldBytes = 0;
      this.begun = true;
    } else this.keep(isQuotedFrom(line) ? line.subarray(1) : line);
  }

  private keep(bytes: Uint8Array): void {
    if (bytes.length === 0 || this.heldBytes >= this.limitBytes) return;
    // A copy: the chunk would live as long as the message.
    this.parts.push(bytes.slice(0, this.limitBytes - this.heldBytes));
    this.heldBytes += bytes.length;
  }
}

function isTelling(octet: number | undefined): boolean {
  return octet === fromFront || octet === quoteFront;
}

/** `From bob@example.com Mon Nov 23 15:54:00 2026` */
function isFromLine(line: Uint8Array): boolean {
  if (line[0] !== fromFront || line[4] !== 32) return false;
  return /^From .*\d:\d/.test(new TextDecoder().decode(line.subarray(0, tellingBytes)));
}

/** `>From `, `>>From `: written for `From `, `>From `. */
function isQuotedFrom(line: Uint8Array): boolean {
  return line[0] === quoteFront && /^>+From /.test(new TextDecoder().decode(line.subarray(0, 40)));
}
