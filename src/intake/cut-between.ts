/**
 * A piece of a line between two marks.
 *
 * The marks are searched for one after the other: the time follows the length of the line, whatever a peer made a server
 * write into it. A pattern that may begin at each mark and end at each other one takes their product.
 */

export interface CutPiece {
  readonly text: string;
  /** Where the line goes on behind the closing mark. */
  readonly end: number;
}

/** What stands between the first opening mark at or behind a place and the next closing one; null where one of them is missing. */
export function cutBetween(text: string, [open, close]: readonly [string, string], from = 0): CutPiece | null {
  const at = text.indexOf(open, from);
  if (at < 0) return null;
  const end = text.indexOf(close, at + open.length);
  return end < 0 ? null : { text: text.slice(at + open.length, end), end: end + close.length };
}
