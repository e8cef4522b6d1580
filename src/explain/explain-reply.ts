/**
 * A single reply as a case: what `mailwhy explain "550 5.7.1 …"` judges.
 *
 * The text may carry what logs and bounces put around a reply: host, stage and recipient are read from it. Nothing is
 * asked of anybody.
 */
import type { CaseFile } from '../model/case-file.js';
import type { Stage } from '../model/vocabulary.js';
import { readReplyText } from './read-reply-text.js';
import { createReportedCase } from './reported-case.js';

/** What is known beside the text; null or left out: read from the text where it tells. */
export interface ReplyCaseContext {
  readonly stage?: Stage | null;
  /** The exchange that spoke. */
  readonly host?: string | null;
  /** ISO 8601, UTC; left out: now. */
  readonly startedAt?: string;
}

/** The case of the reply; null where the text holds none. */
export function createReplyCase(text: string, context: ReplyCaseContext = {}): CaseFile | null {
  const read = readReplyText(text);
  if (read === null) return null;
  return createReportedCase({
    ...read,
    stage: context.stage ?? read.stage,
    host: context.host ?? read.host,
    origin: 'text',
    input: text,
    startedAt: context.startedAt ?? new Date().toISOString(),
  });
}
