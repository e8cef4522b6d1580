/**
 * How many columns a text takes on a terminal: East Asian wide characters and emoji two, combining marks none.
 */

const combining = /\p{Mn}|\p{Me}|\u200d|[\ufe00-\ufe0f]/u;
/** Wide and fullwidth blocks of Unicode's East Asian Width, by whole blocks. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += combining.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** The text cut to so many columns, with `…` where something is missing. */
export function cutToWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  for (const character of text) {
    if (displayWidth(kept + character) > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** The text filled with spaces at its end, or at its start. */
export function padToWidth(text: string, columns: number, side: 'left' | 'right' = 'left'): string {
  const filler = ' '.repeat(Math.max(0, columns - displayWidth(text)));
  return side === 'left' ? text + filler : filler + text;
}
