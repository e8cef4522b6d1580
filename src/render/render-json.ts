/**
 * A report as one JSON document.
 */
import type { ReplyExplanationReport } from '../model/explanation.js';
import type { Report } from '../model/report.js';
import { writeJson } from './escape-json.js';

/** The document, indented by two spaces, with a line end. */
export function renderJson(report: Report | ReplyExplanationReport): string {
  return `${writeJson(report, 2)}\n`;
}
