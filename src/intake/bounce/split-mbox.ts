/**
 * An mbox as a stream of messages, in bounded memory.
 *
 * A message begins at a line `From …` with a time behind an empty line or at the start (RFC 4155); `>From` loses its
 * `>`. Of a message beyond the bound only the front is kept: a report says its reason there.
 */

const lineFeed = 10;

/** Takes octets as they come; yields whole messages. */
export class MboxSplitter {
  private readonly limitBytes: number;
  private parts: Uint8Array[] = [];
  private heldBytes = 0;
  private rest: Uint8Array = new Uint8Array(0);
  private afterBlank = true;
  private begun = false;

  constructor(limitBytes: number) {
    this.limitBytes = limitBytes;
  }

  /** The messages that end within the chunk. */
  *take(chunk: Uint8Array): Generator<Uint8Array> {
    const bytes = this.rest.length === 0 ? chunk : join([this.rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
      yield* this.takeLine(bytes.subarray(start, end + 1));
      start = end + 1;
    }
    // A line without an end is passed on in pieces beyond the bound, so that nothing grows.
    this.rest = bytes.slice(start);
    if (this.rest.length > this.limitBytes) yield* this.flushRest();
  }

  /** The last message. */
  *end(): Generator<Uint8Array> {
    yield* this.flushRest();
    if (this.begun && this.heldBytes > 0) yield join(this.parts);
  }

  private *flushRest(): Generator<Uint8Array> {
    const { rest } = this;
    this.rest = new Uint8Array(0);
    if (rest.length > 0) yield* this.takeLine(rest);
  }

  private *takeLine(line: Uint8Array): Generator<Uint8Array> {
    if (this.afterBlank && isFromLine(line)) {
      if (this.begun && this.heldBytes > 0) yield join(this.parts);
      this.parts = [];
      this.heldBytes = 0;
      this.begun = true;
    } else this.keep(isQuotedFrom(line) ? line.subarray(1) : line);
    this.afterBlank = line.length === 1 || (line.length === 2 && line[0] === 13);
  }

  private keep(line: Uint8Array): void {
    if (this.heldBytes >= this.limitBytes) return;
    this.parts.push(line.slice());
    this.heldBytes += line.length;
  }
}

/** `From bob@example.com Mon Nov 23 15:54:00 2026` */
function isFromLine(line: Uint8Array): boolean {
  if (line[0] !== 70 || line[1] !== 114 || line[2] !== 111 || line[3] !== 109 || line[4] !== 32) return false;
  return /^From .*\d:\d/.test(new TextDecoder().decode(line.subarray(0, 200)));
}

/** `>From `, `>>From `: written for `From `, `>From `. */
function isQuotedFrom(line: Uint8Array): boolean {
  return line[0] === 62 && /^>+From /.test(new TextDecoder().decode(line.subarray(0, 40)));
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
