/**
 * A case file: what was asked and everything that was observed. The only input of `judge`.
 */
import type { Evidence } from './evidence.js';
import type { Target, TraceOptions } from './trace-options.js';

export type CaseKind = 'trace' | 'explanation';

/** How the trace presents itself; `assumed` names the parts that nobody gave. Null in a case that never spoke. */
export interface TraceIdentity {
  readonly helo: string;
  readonly sender: string | null;
  readonly assumed: readonly ('helo' | 'sender')[];
}

export interface CaseFile {
  readonly kind: CaseKind;
  readonly target: Target;
  readonly options: TraceOptions;
  /** ISO 8601, UTC: "now" for every rule. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly complete: boolean;
  readonly identity: TraceIdentity | null;
  /** Sorted by id; ids are unique. */
  readonly evidence: readonly Evidence[];
}
