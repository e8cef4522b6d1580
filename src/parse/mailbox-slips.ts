/**
 * What a malformed mailbox was probably meant to be: the slips of fingers, keyboards and forms undone.
 *
 * All repairs are made at once, since slips come in company. Whether the outcome is a mailbox is for the
 * caller to check; nothing here guesses at letters.
 */
import { formatBareAddress } from './mailbox-domain.js';

/** The text with every known slip undone; the same text where none is seen. */
export function mendMailbox(text: string): string {
  const named = /^[^@]*<([^<>@]+@[^<>@]+)>\s*$/.exec(text)?.[1];
  const plain = mendSigns(named ?? text);
  const at = plain.lastIndexOf('@');
  if (at < 0) return mendDomain(plain);
  return `${mendLocalPart(plain.slice(0, at))}@${mendDomain(plain.slice(at + 1))}`;
}

/** Signs of other keyboards, words in place of the @, blanks, and punctuation left over at the end. */
function mendSigns(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu, '')
    .replace(/[\uff20\ufe6b]/gu, '@')
    .replace(/\s*[[({]\s*at\s*[\])}]\s*|^([^@\s]+)\s+at\s+(?=[^@]+$)/giu, '$1@')
    .replace(/\s*[[({]\s*dot\s*[\])}]\s*|\s+dot\s+/giu, '.')
    .replace(/\p{Z}+/gu, '')
    .replace(/[,;:>]+$/, '')
    .replace(/@{2,}/g, '@');
}

function mendLocalPart(text: string): string {
  if (text.startsWith('"') && text.endsWith('"') && text.length > 1) return text;
  return mendDots(text.replace(/[<>"]/g, '').replace(/,/g, '.'));
}

function mendDomain(text: string): string {
  const literal = formatBareAddress(text);
  return literal ?? mendDots(text.replace(/[,;\u3001\uff0c]/gu, '.').replace(/[<>"]/g, ''));
}

function mendDots(text: string): string {
  return text.replace(/\.{2,}/g, '.').replace(/^\.|\.$/g, '');
}
