/**
 * A record as one line of JSON, or a summary as a document over several.
 */
import type { FollowUpTarget } from '../model/follow-up.js';
import { writeJson } from './escape-json.js';

/** With a line end; `indent` 0 keeps it on one line. */
export function renderJsonLine(record: object, indent = 0): string {
  return `${writeJson(record, indent)}\n`;
}

/** One target of a follow-up, behind the records. */
export function renderFollowUpLine(target: FollowUpTarget): string {
  return `${writeJson({ schema: 'mailwhy-follow-up/1', ...target })}\n`;
}
