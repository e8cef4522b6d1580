/**
 * Which known word was meant: for commands, options, keys and domains that are nearly right.
 */

/** Slips between two words, as optimal string alignment: a letter too many, missing, wrong, or two swapped. */
export function countSlips(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) current.push(slipsAt(rows, current, { left, right, row, column }));
    rows.push(current);
  }
  return rows[left.length]?.[right.length] ?? 0;
}

interface Cell {
  readonly left: string;
  readonly right: string;
  readonly row: number;
  readonly column: number;
}

function slipsAt(rows: readonly number[][], current: readonly number[], { left, right, row, column }: Cell): number {
  const cell = (r: number, c: number) => (r === row ? current[c] : rows[r]?.[c]) ?? Number.POSITIVE_INFINITY;
  const differs = left[row - 1] === right[column - 1] ? 0 : 1;
  const best = Math.min(cell(row - 1, column) + 1, cell(row, column - 1) + 1, cell(row - 1, column - 1) + differs);
  const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
  return swapped ? Math.min(best, cell(row - 2, column - 2) + 1) : best;
}

const mostSlips = 2;
/** Words longer than this are nobody's slip. */
const longestWord = 40;

/** The candidate that `word` most likely means, null where none is near: one slip in short words, two in longer ones. */
export function findNearMiss(word: string, candidates: readonly string[]): string | null {
  if (word.length > longestWord) return null;
  const ranked = candidates
    .filter((candidate) => Math.abs(candidate.length - word.length) <= mostSlips)
    .map((candidate) => ({ candidate, slips: countSlips(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, slips }) => slips <= (Math.min(word.length, candidate.length) < 5 ? 1 : mostSlips))
    .sort((a, b) => a.slips - b.slips);
  return ranked[0]?.candidate ?? null;
}
