/**
 * A report as one JSON document, with every character that a terminal could act on escaped.
 */
import type { Report } from '../model/report.js';

/** JSON.stringify escapes C0 and lone surrogates; these remain: DEL and C1, direction marks, separators, invisible fillers. */
const risky = /[\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** The document, indented by two spaces, with a line end. */
export function renderJson(report: Report): string {
  const text = JSON.stringify(report, null, 2).replace(risky, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${text}\n`;
}
