/**
 * What was explained: one record for each message, reply or queue entry, printed as a line of JSON.
 *
 * A public interface: schema `mailwhy-explained/1`, fields are only added. What the source does not say is null,
 * never made up.
 */
import type { ReplyDetails } from './reply-meaning.js';
import type { Code, Confidence, Outcome, Party, Stage, WaitingHelps } from './vocabulary.js';

/** What happened to the message for one recipient, or what the whole document is. */
export type ExplainedKind = 'failed' | 'delayed' | 'relayed' | 'delivered' | 'expanded' | 'complaint' | 'auto-reply' | 'not-a-report';

export type Permanence = 'permanent' | 'temporary' | 'unknown';

/** Only a `dead` address may be suppressed. */
export type AddressState = 'dead' | 'full' | 'alive' | 'unknown';

export interface ExplainedRecipient {
  /** As the source writes it; null where it names none. */
  readonly address: string | null;
  readonly kind: ExplainedKind;
  readonly outcome: Outcome;
  /** Null unless the kind is failed or delayed. */
  readonly code: Code | null;
  /** The enhanced status code as the source has it; null where it has none. */
  readonly status: string | null;
  /** Null where none is told. */
  readonly replyCode: number | null;
  readonly permanence: Permanence;
  readonly addressState: AddressState;
  /** One sentence. */
  readonly summary: string;
  readonly responsible: Party;
  readonly alsoInform: readonly Party[];
  readonly remedy: readonly string[];
  readonly waitingHelps: WaitingHelps;
  /** What waiting does, in a clause. */
  readonly waiting: string;
  /** Of a delay: until when whoever reports it tries, ISO 8601 in UTC; null where that is not told. */
  readonly retryUntil: string | null;
  readonly confidence: Confidence;
  /** What the confidence rests on, in a clause. */
  readonly confidenceReason: string;
  /** The host that refused, where told. */
  readonly host: string | null;
  readonly stage: Stage | null;
  /** Verbatim; null where nothing was said. */
  readonly reply: string | null;
  /** The entry of the knowledge that decided; null where nothing had to be decided. */
  readonly decidedBy: string | null;
  /** Whose words they are, where it can be told. */
  readonly provider: string | null;
  /** True where code and text contradict each other. */
  readonly contradicts: boolean;
  /** What the reply tells besides. */
  readonly details: ReplyDetails;
}

export interface Explained {
  readonly schema: 'mailwhy-explained/1';
  /** The file or whatever else it came from; null where the caller gave none. */
  readonly source: string | null;
  readonly recognisedAs: 'bounce' | 'reply' | 'queue' | 'log' | 'message' | 'report';
  readonly kind: ExplainedKind;
  /** The host that wrote the report, where told. */
  readonly reportedBy: string | null;
  /** The product that wrote it, where it can be told. */
  readonly software: string | null;
  /** Of a complaint: `abuse`, `fraud`, `virus`, `not-spam`, `opt-out`, `auth-failure`, `other` (RFC 5965 section 7.3, RFC 6591); else null. */
  readonly feedbackType: string | null;
  readonly recipients: readonly ExplainedRecipient[];
  /** A message that is no report itself: the report that somebody forwarded in it; else null. */
  readonly carries: Explained | null;
}
