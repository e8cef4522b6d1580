/**
 * The quotation marks, dashes and letters that Windows has where Latin-1 has control characters.
 *
 * Node before 23 reads windows-1252 as Latin-1, so that the apostrophe of "n’a pas pu" comes out as U+0092; and many who
 * say Latin-1 write windows-1252 (WHATWG Encoding Standard section 4.2). No text has the control characters for themselves.
 */

/** The characters of 0x80 to 0x9F in windows-1252, in order; a blank where there is none. */
const characters = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

const control = /[\u0080-\u009f]/g;

/** The text with the characters that were meant. */
export function restoreWindowsPunctuation(text: string): string {
  return text.replace(control, (each) => characters[each.charCodeAt(0) - 0x80] ?? ' ');
}
