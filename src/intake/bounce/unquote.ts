/**
 * Text that a mail program quotes, as it was before.
 */

/** `> `, `>> ` at the front of a line. */
export const quoteMark = /^[ \t]*(?:>[ \t]?)+/;

/** The text without its marks of quotation, where most of its lines have one. */
export function unquote(text: string): string {
  const lines = text.split('\n');
  const marked = lines.filter((line) => quoteMark.test(line)).length;
  const spoken = lines.filter((line) => line.trim() !== '').length;
  return marked * 2 < spoken ? text : lines.map((line) => line.replace(quoteMark, '')).join('\n');
}
