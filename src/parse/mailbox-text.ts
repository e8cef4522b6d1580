/**
 * A mailbox as people paste it, cut down to the mailbox itself, with its place in the input kept.
 *
 * Forgiven: blanks and invisible marks around it, `mailto:` with what stands behind `?`, angle brackets.
 * Never forgiven: control characters, line ends among them, wherever they stand: on the wire they could
 * begin a command. Neither are marks within it that nobody can see.
 */
import type { MailboxFault } from '../model/mail-address.js';

/** A piece of the input; `at` is where it begins there, in UTF-16 units. */
export interface TextPiece {
  readonly text: string;
  readonly at: number;
}

/** A fault for which no suggestion has been sought yet. */
export type PlainFault = Omit<MailboxFault, 'suggestion'>;

/** Beyond this nothing is a mailbox, and nothing below needs to look at it (RFC 5321 section 4.5.3.1.3 allows 256 octets). */
export const longestInput = 1000;

const outerBlanks = /^[ \t\u00a0\u2000-\u200d\u202f\u3000\ufeff]*(.*?)[ \t\u00a0\u2000-\u200d\u202f\u3000\ufeff]*$/su;
const controlCharacter = /\p{Cc}/u;
/** Soft hyphen, zero width, bidirectional marks, line and paragraph separators, lone surrogates. */
const invisibleCharacter = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/u;

/** The mailbox within the input, or a fault that no cutting mends. */
export function cutMailboxText(input: string): TextPiece | PlainFault {
  if (input.length > longestInput) return { reason: 'this is far too long for an address', at: longestInput };
  const piece = unwrap(trimBlanks({ text: input, at: 0 }));
  return findHidden(piece) ?? piece;
}

function trimBlanks({ text, at }: TextPiece): TextPiece {
  const inner = outerBlanks.exec(text)?.[1] ?? text;
  return { text: inner, at: at + text.indexOf(inner) };
}

/** Takes off `mailto:` (RFC 6068) and one pair of angle brackets, in either order. */
function unwrap(piece: TextPiece): TextPiece {
  const { text, at } = piece;
  if (text.length > 2 && text.startsWith('<') && text.endsWith('>')) return unwrap(trimBlanks({ text: text.slice(1, -1), at: at + 1 }));
  if (!/^mailto:/i.test(text)) return piece;
  const fields = text.indexOf('?', text.lastIndexOf('@'));
  return trimBlanks({ text: text.slice('mailto:'.length, fields < 0 ? undefined : fields), at: at + 'mailto:'.length });
}

function findHidden({ text, at }: TextPiece): PlainFault | null {
  const control = controlCharacter.exec(text);
  if (control !== null)
    return { reason: `a control character (${formatCodePoint(control[0])}) has no place in an address`, at: at + control.index };
  const invisible = invisibleCharacter.exec(text);
  if (invisible === null) return null;
  return { reason: `an invisible character (${formatCodePoint(invisible[0])}) stands here`, at: at + invisible.index };
}

function formatCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
