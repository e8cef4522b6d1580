/**
 * Several replies in one text → each by itself, in bounded memory.
 *
 * A reply ends with the line that has a blank behind its code (RFC 5321 section 4.2.1); lines without a code that follow
 * belong to it, as mail programs wrap long lines. An empty line ends it too.
 */
import { readReplyText } from './read-reply-text.js';

/** As much as a reply may hold (parse/smtp). */
const longestReply = 65_536;

export class ReplySplitter {
  private lines: string[] = [];
  private length = 0;
  /** The code of a reply that is to go on: `550-` came last. */
  private open: string | null = null;
  /** Its enhanced code, which all its lines have (RFC 2034 section 4); null where none came. */
  private status: string | null = null;
  /** True where a line belonged to no reply: the text is no mere list of them. */
  hasProse = false;

  /** The reply that ends before this line, else null. */
  take(line: string): string | null {
    const bare = line.replace(/^[ \t]*(?:>[ \t]*)+(?=[2-5]\d\d[ -])/, '').trimEnd();
    if (bare.trim() === '') return this.end();
    const code = /^\s*["']?([2-5]\d\d)([ -]|$)(?:([245]\.\d{1,3}\.\d{1,3})(?!\S))?/.exec(bare);
    const goesOn = code !== null && code[1] === this.open && (code[3] === undefined || this.status === null || code[3] === this.status);
    const finished = (code !== null && !goesOn) || (code === null && isWrapped(bare)) ? this.end() : null;
    if (code === null && this.lines.length === 0 && !isWrapped(bare)) this.hasProse = true;
    else this.keep(bare);
    if (code !== null) {
      this.open = code[2] === '-' ? (code[1] ?? null) : null;
      this.status = code[3] ?? (goesOn ? this.status : null);
    }
    return finished;
  }

  /** The last one. */
  end(): string | null {
    const text = this.lines.join('\n');
    this.lines = [];
    this.length = 0;
    this.open = null;
    this.status = null;
    return text === '' ? null : text;
  }

  private keep(line: string): void {
    this.length += line.length;
    if (this.length <= longestReply) this.lines.push(line);
  }
}

/** A line that holds a reply within other words: `host mx.example.com[192.0.2.1] said: 550 …`. */
function isWrapped(line: string): boolean {
  return /[2-5]\d\d[ -]/.test(line) && readReplyText(line) !== null;
}

/** The replies of a text; null where something in it belongs to none. */
export function splitReplies(text: string): readonly string[] | null {
  const splitter = new ReplySplitter();
  const replies = text.split(/\r\n?|\n/).flatMap((line) => splitter.take(line) ?? []);
  const last = splitter.end();
  const all = last === null ? replies : [...replies, last];
  return splitter.hasProse || all.some((reply) => readReplyText(reply) === null) ? null : all;
}
