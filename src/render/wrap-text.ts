/**
 * Text broken into lines of a width, at spaces; a word longer than a line is broken where the line ends, but for a
 * URL, which is to be copied whole: it stands on a line of its own that may be longer.
 */
import { displayWidth, splitAtWidth } from './display-width.js';

/** The lines of a text; none for a text of nothing but spaces. Columns: two at the least. */
export function wrapText(text: string, columns: number): readonly string[] {
  return joinPieces(
    text.split(/\s+/).filter((part) => part !== ''),
    columns,
    ' ',
  );
}

/** Pieces set one behind the other, each in one line where it fits into one. */
export function joinPieces(pieces: readonly string[], columns: number, gap: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces) {
    const width = displayWidth(piece);
    if (line !== '' && used + gap.length + width <= columns) {
      line += gap + piece;
      used += gap.length + width;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = width <= columns || isUrl(piece) ? [piece] : splitAtWidth(piece, columns);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
    used = displayWidth(line);
  }
  return line === '' ? lines : [...lines, line];
}

function isUrl(piece: string): boolean {
  return /^[("'<[]*https?:\/\//i.test(piece);
}
