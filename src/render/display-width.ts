/**
 * How many columns a text takes on a terminal: East Asian wide characters and emoji two, combining marks none.
 */

/** Marks that stand on the character before them; the middle and final letters of a Hangul syllable. */
const combining = /\p{Mn}|\p{Me}|[\u1160-\u11ff]|\u200c|\u200d|[\ufe00-\ufe0f]/u;
/** Wide and fullwidth characters of Unicode's East Asian Width (UAX #11), letters by whole blocks. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{1f1e6}-\u{1f265}\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Signs that terminals show as emoji, two columns wide, without being asked to. */
const emoji = /\p{Emoji_Presentation}/u;

function characterWidth(character: string): number {
  if (combining.test(character)) return 0;
  return wide.test(character) || emoji.test(character) ? 2 : 1;
}

const plain = /^[ -~]*$/;

export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The text in pieces of at most so many columns, two at the least; a character is never divided. */
export function splitAtWidth(text: string, columns: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of text) {
    const width = characterWidth(character);
    if (used + width > columns && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += width;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** The text cut to so many columns, with `…` where something is missing. */
export function cutToWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  return `${columns < 2 ? '' : (splitAtWidth(text, columns - 1)[0] ?? '')}…`;
}

/** The text filled with spaces at its end, or at its start. */
export function padToWidth(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const filler = ' '.repeat(Math.max(0, columns - displayWidth(text)));
  return side === 'left' ? text + filler : filler + text;
}
