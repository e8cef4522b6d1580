/**
 * A record as one line of JSON (or a document over several), with every character that a terminal could act on escaped.
 */
/** JSON.stringify escapes C0 and lone surrogates; these remain: DEL and C1, direction marks, separators. */
const risky = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** With a line end; `indent` 0 keeps it on one line. */
export function renderJsonLine(record: object, indent = 0): string {
  const text = JSON.stringify(record, null, indent);
  return `${text.replace(risky, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
