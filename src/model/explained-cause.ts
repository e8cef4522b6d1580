/**
 * What the rule book says of one cause that queues and logs hold many times over, worded.
 */
import type { Code, Confidence, Outcome, Party, WaitingHelps } from './vocabulary.js';

export interface ExplainedCause {
  /** Null where the reason is a success. */
  readonly code: Code | null;
  readonly outcome: Outcome;
  readonly responsible: Party;
  readonly alsoInform: readonly Party[];
  readonly confidence: Confidence;
  readonly waitingHelps: WaitingHelps;
  /** What waiting does, in a sentence. */
  readonly waiting: string;
  readonly summary: string;
  readonly remedy: readonly string[];
}
