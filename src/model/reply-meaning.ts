/**
 * What a reply means: a fact, decided in one place from code, enhanced code, text, stage and provider together.
 */
import type { Code, Confidence, Party, Stage } from './vocabulary.js';

/** The context in which a reply was given; what is not known is null. */
export interface ReplyContext {
  readonly stage: Stage | null;
  /** The exchange's name or the host that the reporter names: tells the provider. */
  readonly host: string | null;
  /** Origin: at one's own provider (submission) other meanings hold. */
  readonly submission?: boolean;
}

export interface ReplyMeaning {
  /** Null where the reply is a success (2yz, 3yz). */
  readonly code: Code | null;
  /** The entry of the knowledge that decided: `provider/gmail/5.7.25`, `text/postfix-unknown-user`, `status/5.1.1`, `code/550-rcpt`. */
  readonly decidedBy: string;
  readonly confidence: Confidence;
  readonly permanence: 'permanent' | 'temporary' | 'unknown';
  readonly provider: string | null;
  /** What the reply itself tells, pulled out of its text. */
  readonly details: ReplyDetails;
  /** What is special to the provider: steps before the rule's own. */
  readonly remedy: readonly string[];
  readonly responsible: Party | null;
  /** True where code and text contradict each other. */
  readonly contradicts: boolean;
}

export interface ReplyDetails {
  readonly blocklist: string | null;
  readonly links: readonly string[];
  /** IP addresses quoted: yours, or somebody else's. */
  readonly addresses: readonly string[];
  readonly retryAfterSeconds: number | null;
  readonly ticket: string | null;
}

/** Of a text that tells nothing besides. */
export const noReplyDetails: ReplyDetails = { blocklist: null, links: [], addresses: [], retryAfterSeconds: null, ticket: null };

/** How a reply was read: what decided, and what else the reply tells. */
export type ReplyReading = Pick<ReplyMeaning, 'decidedBy' | 'provider' | 'contradicts' | 'details'>;
