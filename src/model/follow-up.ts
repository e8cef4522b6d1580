/**
 * A live trace that follows up what a document told: still true, gone, or different now.
 *
 * At most so many targets, one for each cause and domain (for a queue: cause and exchange): never a list of recipients.
 */
import type { Report } from './report.js';
import type { Code, Outcome, Party, Stage, WaitingHelps } from './vocabulary.js';

export const followUpResults = ['still-true', 'gone', 'different', 'could-not-tell'] as const;
/** `gone`: the mail would be taken now. `could-not-tell`: nothing that was seen from here speaks of the old cause. */
export type FollowUpResult = (typeof followUpResults)[number];

/** A refusal or an acceptance, as far as it can be compared. */
interface ComparedReply {
  readonly code: Code | null;
  readonly outcome: Outcome;
  readonly status: string | null;
  readonly replyCode: number | null;
  readonly host: string | null;
  readonly stage: Stage | null;
  /** Verbatim; null where nothing was said. */
  readonly reply: string | null;
}

/** What the document told of the recipient. */
export interface ToldThen extends ComparedReply {
  /** IP addresses that the reply quotes. */
  readonly addresses: readonly string[];
}

/** What the trace came to. */
export interface SeenNow extends ComparedReply {
  readonly summary: string;
  readonly responsible: Party;
  readonly remedy: readonly string[];
  readonly waitingHelps: WaitingHelps;
}

export interface FollowUpTarget {
  readonly address: string;
  /** Recipients for whom the document tells the same cause in the same place, this one among them. */
  readonly standsFor: number;
  readonly told: ToldThen;
  /** Null where it was not traced: somebody interrupted. */
  readonly seen: SeenNow | null;
  readonly result: FollowUpResult;
  /** How the two replies compare; null where one of them was not given. */
  readonly replies: 'same' | 'same-code' | 'different' | null;
  /** A sentence. */
  readonly says: string;
  /** The whole trace, which can be judged again. */
  readonly report: Report | null;
}

export interface FollowUp {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** False where somebody interrupted. */
  readonly complete: boolean;
  readonly targets: readonly FollowUpTarget[];
  /** Recipients that no target stands for, and why. */
  readonly leftOut: {
    /** No address is told, or none that could be asked for. */
    readonly unnamed: number;
    /** Beyond the most targets. */
    readonly beyondLimit: number;
  };
}
