/**
 * Text for one line of a terminal: made harmless, and cut to a width.
 *
 * Titles and details hold what strangers sent; what could move the cursor, ring, or turn the direction of
 * writing is shown as a dot.
 */

const harmful = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Characters that take two columns, near enough for a line that lives for a tenth of a second. */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const combining = /\p{M}/u;

function columnsOf(character: string): number {
  if (combining.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** The text without anything harmful, cut to so many columns with `…` (or `~`) where something is missing. */
export function fitText(text: string, columns: number, ellipsis: string): string {
  const characters = [...text.replace(harmful, '·')];
  const total = characters.reduce((sum, character) => sum + columnsOf(character), 0);
  if (total <= columns) return characters.join('');
  let used = columnsOf(ellipsis);
  const end = characters.findIndex((character) => {
    used += columnsOf(character);
    return used > columns;
  });
  return characters.slice(0, Math.max(0, end)).join('') + ellipsis;
}
