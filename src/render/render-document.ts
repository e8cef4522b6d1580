/**
 * The report of a queue, a log or a header as one JSON document, with every character that a terminal could act on escaped.
 */
import type { HeadersReport } from '../model/headers-report.js';
import type { LogReport } from '../model/log-report.js';
import type { QueueReport } from '../model/queue-report.js';

/** JSON.stringify escapes C0 and lone surrogates; these remain: DEL and C1, direction marks, separators. */
const risky = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The document, indented by two spaces, with a line end. */
export function renderDocument(report: QueueReport | LogReport | HeadersReport): string {
  const text = JSON.stringify(report, null, 2).replace(risky, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${text}\n`;
}
