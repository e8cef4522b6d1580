/**
 * A record as one line of JSON, or a summary as a document over several.
 */
import { writeJson } from './escape-json.js';

/** With a line end; `indent` 0 keeps it on one line. */
export function renderJsonLine(record: object, indent = 0): string {
  return `${writeJson(record, indent)}\n`;
}
