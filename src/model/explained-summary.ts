/**
 * Many explained messages in one record: how many of which kind, and the causes with their counts.
 */
import type { ExplainedKind } from './explained.js';
import type { Code, Party, WaitingHelps } from './vocabulary.js';

export interface ExplainedSummary {
  readonly schema: 'mailwhy-summary/1';
  readonly messages: number;
  /** Messages of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** The most frequent first. */
  readonly causes: readonly CauseCount[];
}

export interface CauseCount {
  readonly kind: ExplainedKind;
  readonly code: Code | null;
  readonly recipients: number;
  readonly responsible: Party;
  readonly waitingHelps: WaitingHelps;
  readonly remedy: readonly string[];
  /** The first one met. */
  readonly example: { readonly source: string | null; readonly address: string | null; readonly reply: string | null };
}
