/**
 * JSON that can be shown on any terminal: every character that it could act on is escaped.
 */

/** JSON.stringify escapes C0 and lone surrogates; these remain: DEL and C1, direction marks, separators, invisible fillers. */
const risky = /[\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** The value as JSON; `indent` 0 keeps it on one line. */
export function writeJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(risky, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
