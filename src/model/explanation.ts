/**
 * What was explained, as one document: `mailwhy explain --json`, whatever it was given.
 *
 * The frame is that of every report (`schema`, `version`, `kind`, `complete`, `startedAt`). A reply by itself is a report
 * that can be judged again, and has these fields beside its own.
 */
import type { CaseFile } from './case-file.js';
import type { Explained, ExplainedRecipient } from './explained.js';
import type { CauseCount } from './explained-summary.js';
import type { FollowUp } from './follow-up.js';
import type { Report } from './report.js';

/** What every explanation tells. */
export interface ExplainedList {
  /** A record for each message, reply or entry, in the order of the input. */
  readonly explained: readonly Explained[];
  readonly messages: number;
  readonly recipients: number;
  /** Messages of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** The most frequent first. */
  readonly causes: readonly CauseCount[];
  /** What a live trace says of it; null where nobody asked for one. */
  readonly followUp: FollowUp | null;
}

export interface Explanation extends ExplainedList {
  readonly schema: 'mailwhy/1';
  readonly version: string;
  readonly kind: 'explanation';
  /** False where it was interrupted. */
  readonly complete: boolean;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/** A reply by itself. */
export type ReplyExplanationReport = Report & ExplainedList;

/** What a single reply means, and the case that it makes: `judge` takes it too. */
export interface ReplyExplanation extends CaseFile, Omit<ExplainedRecipient, 'kind'> {}
