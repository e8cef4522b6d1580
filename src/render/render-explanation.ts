/**
 * An explanation as one JSON document that is written while it is read: a record a line within the list, then the counts.
 *
 * A mailbox of any size passes through; the pieces together are one document.
 */
import type { Explained } from '../model/explained.js';
import type { Explanation } from '../model/explanation.js';
import { writeJson } from './escape-json.js';

/** The beginning, up to the list. */
export function beginExplanation({ version, startedAt }: Pick<Explanation, 'version' | 'startedAt'>): string {
  const frame = writeJson({ schema: 'mailwhy/1', version, kind: 'explanation', startedAt }, 2);
  return `${frame.replace(/\n\}$/, '')},\n  "explained": [`;
}

/** One record of the list. */
export function continueExplanation(record: Explained, isFirst: boolean): string {
  return `${isFirst ? '' : ','}\n    ${writeJson(record)}`;
}

/** The end of the list and what is known then; with a line end. */
export function endExplanation(rest: Omit<Explanation, 'schema' | 'version' | 'kind' | 'startedAt' | 'explained'>): string {
  return `\n  ],\n${writeJson(rest, 2).replace(/^\{\n/, '')}\n`;
}
