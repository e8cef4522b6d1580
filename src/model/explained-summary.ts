/**
 * Many explained messages in one record: how many of which kind, and the causes with their counts.
 */
import type { ExplainedKind } from './explained.js';
import type { FollowUp } from './follow-up.js';
import type { Code, Party, WaitingHelps } from './vocabulary.js';

export interface ExplainedSummary {
  readonly schema: 'mailwhy-summary/1';
  /** False where it was interrupted: these were read until then. */
  readonly complete: boolean;
  readonly messages: number;
  /** Recipients of all of them. */
  readonly recipients: number;
  /** Messages of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** The most frequent first. */
  readonly causes: readonly CauseCount[];
  /** What a live trace says of it; null where nobody asked for one. */
  readonly followUp: FollowUp | null;
}

export interface NamedCount {
  readonly name: string;
  readonly recipients: number;
}

export interface CauseCount {
  readonly kind: ExplainedKind;
  readonly code: Code | null;
  /** What the code says, in a clause. */
  readonly means: string;
  readonly recipients: number;
  /** The domains and the refusing hosts that are told most often, at most five of each; of very many the counts are at least these. */
  readonly domains: readonly NamedCount[];
  readonly hosts: readonly NamedCount[];
  readonly responsible: Party;
  readonly waitingHelps: WaitingHelps;
  readonly remedy: readonly string[];
  /** The first one met. */
  readonly example: { readonly source: string | null; readonly address: string | null; readonly reply: string | null };
}
