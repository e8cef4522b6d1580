/**
 * The local part of a mailbox: a dot-atom or a quoted string (RFC 5321 section 4.1.2, with the
 * characters outside ASCII that RFC 6531 section 3.3 adds).
 *
 * Made canonical: quotes only where they are needed, and within them a backslash only before `"` and `\`.
 */
import type { PlainFault, TextPiece } from './mailbox-text.js';

export interface LocalPart {
  /** As it goes on the wire. */
  readonly wire: string;
  /** How many UTF-16 units of the text it took: the `@` comes next. */
  readonly taken: number;
}

/** RFC 5321 section 4.5.3.1.1, in octets. */
const localPartOctetsLimit = 64;

/** RFC 5322 section 3.2.3, and what is outside ASCII but for blanks. */
const atomText = /[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]|[^\p{ASCII}\p{Z}]/u;
const dotAtom = /^(?:[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]|[^\p{ASCII}\p{Z}])+(?:\.(?:[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]|[^\p{ASCII}\p{Z}])+)*$/u;
/** U+FF20 and U+FE6B: what a Chinese or Japanese keyboard may give for `@`. */
const wideAt = /[\uff20\ufe6b]/u;

/** The local part at the beginning of the text, up to the `@` that ends it. */
export function parseLocalPart(piece: TextPiece): LocalPart | PlainFault {
  const part = piece.text.startsWith('"') ? parseQuotedString(piece) : parseDotAtom(piece);
  if ('reason' in part) return part;
  const octets = new TextEncoder().encode(part.wire).length;
  if (octets <= localPartOctetsLimit) return part;
  const reason = `the part before the @ has ${octets} octets; ${localPartOctetsLimit} are allowed`;
  return { reason, at: piece.at + Math.min(localPartOctetsLimit, part.taken - 1) };
}

function parseDotAtom({ text, at }: TextPiece): LocalPart | PlainFault {
  let previous = '.';
  let taken = 0;
  for (const character of text) {
    if (character === '@') break;
    const reason = findDotAtomFault(character, previous, taken);
    if (reason !== null) return { reason, at: at + taken };
    previous = character;
    taken += character.length;
  }
  if (taken === text.length) return { reason: 'an @ is missing', at: at + taken };
  if (taken === 0) return { reason: 'nothing stands before the @', at };
  if (previous === '.') return { reason: 'a dot stands right before the @', at: at + taken - 1 };
  return { wire: text.slice(0, taken), taken };
}

function findDotAtomFault(character: string, previous: string, taken: number): string | null {
  if (character === '.') return previous !== '.' ? null : taken === 0 ? 'a dot stands at the beginning' : 'two dots follow each other';
  if (wideAt.test(character)) return `this ${character} is not the @ of addresses`;
  if (atomText.test(character)) return null;
  return describeStranger(character);
}

function describeStranger(character: string): string {
  if (/\p{Z}/u.test(character)) return 'a space stands before the @';
  if (character === ',') return 'a comma stands before the @';
  if (character === '"') return 'quotes must stand around the whole part before the @';
  if (character === '<' || character === '>') return `a stray ${character} stands before the @`;
  return `${character} may not stand before the @ unless quoted`;
}

/** RFC 5321 section 4.1.2 Quoted-string: printable characters, `"` and `\` behind a backslash. */
function parseQuotedString({ text, at }: TextPiece): LocalPart | PlainFault {
  const quoted = /^"((?:[^"\\]|\\[ -~])*)"/u.exec(text);
  if (quoted === null) return { reason: 'this quote is never closed', at };
  const taken = quoted[0].length;
  if (taken === text.length) return { reason: 'an @ is missing', at: at + taken };
  if (text[taken] !== '@') return { reason: 'the @ must follow right after the closing quote', at: at + taken };
  const content = (quoted[1] ?? '').replace(/\\(.)/gu, '$1');
  return { wire: formatLocalPart(content), taken };
}

function formatLocalPart(content: string): string {
  return dotAtom.test(content) ? content : `"${content.replace(/["\\]/g, '\\$&')}"`;
}
