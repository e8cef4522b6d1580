/**
 * The report of a queue, a log or a header as one JSON document.
 */
import type { HeadersReport } from '../model/headers-report.js';
import type { LogReport } from '../model/log-report.js';
import type { QueueReport } from '../model/queue-report.js';
import { writeJson } from './escape-json.js';

/** The document, indented by two spaces, with a line end. */
export function renderDocument(report: QueueReport | LogReport | HeadersReport): string {
  return `${writeJson(report, 2)}\n`;
}
