/**
 * What a report says, before anybody judges it: the recipients with the words about each.
 */
import type { ExplainedKind } from '../../model/explained.js';
import type { Stage } from '../../model/vocabulary.js';

export interface BounceRecipient {
  /** The address that was refused, as the report has it. */
  readonly address: string | null;
  readonly kind: ExplainedKind;
  /** The enhanced code of the report's own field, or of the reply where the field is missing; null where there is none. */
  readonly status: string | null;
  readonly replyCode: number | null;
  readonly host: string | null;
  readonly stage: Stage | null;
  /** The IP address of the host that refused, where the report names it by that alone. */
  readonly hostAddress?: string | null;
  /** Of a delay: until when the reporter tries, ms since 1970; left out where it does not say. */
  readonly retryUntilMs?: number | null;
  /** What was said about this recipient, the surest first: replies as quoted, or the report's words. */
  readonly words: readonly string[];
  /** What a field of a notice stands for, in the words of the knowledge: surer than any words, judged, and never quoted. */
  readonly standIn?: string | null;
  /** The prose around them, asked only where the words themselves say nothing (`listProse`). */
  readonly prose?: RecipientProse;
}

export interface RecipientProse {
  /** What is about this recipient. */
  readonly piece: string;
  /** All that the report says, where it is about nobody else; else `''`. */
  readonly report: string;
}

export interface BounceReport {
  readonly kind: ExplainedKind;
  readonly reportedBy: string | null;
  readonly software: string | null;
  /** Of a complaint: `abuse`, `opt-out`, `auth-failure`… (RFC 5965 section 7.3); left out of everything else. */
  readonly feedbackType?: string;
  readonly recipients: readonly BounceRecipient[];
  /** The report that somebody's message carries; left out where it carries none. */
  readonly carried?: BounceReport;
}
