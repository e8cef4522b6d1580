/**
 * What a mail log tells: deliveries counted, failures grouped by cause and domain, and a message's story: the report of
 * `mailwhy log`.
 *
 * The frame is that of every report; times are ISO 8601, UTC.
 */
import type { ExplainedCause } from './explained-cause.js';
import type { LogFormat, LogOutcome } from './log-outcome.js';
import type { LogStory } from './log-story.js';

/** How far reasons that are told together are alike: `text`: in what they say, `entry`: decided by the same knowledge, `code`: no further. */
export type Likeness = 'text' | 'entry' | 'code';

export interface LogGroup {
  readonly outcome: Exclude<LogOutcome, 'delivered'>;
  /** The recipients' domain, lower case; null where none is told; `*`: all domains beyond the bound. */
  readonly domain: string | null;
  readonly cause: ExplainedCause | null;
  /** A reason as the log has it. */
  readonly reason: string;
  /** How far the others are like it. Where they say different things, `cause` quotes none of them. */
  readonly alike: Likeness;
  /** Whether the reason was read as one for good, where it holds no reply code. */
  readonly permanent: boolean;
  readonly host: string | null;
  /** Lines: one message that is deferred five times counts five. */
  readonly events: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

/** One cause over all domains. */
export interface LogCause extends Omit<LogGroup, 'domain'> {
  /** How many domains it was met at; the least where a group stands for many; 0 where no recipient is told. */
  readonly domains: number;
}

/** Counts in an hour of the log. */
export interface LogHour {
  readonly startsAt: string;
  readonly delivered: number;
  readonly deferred: number;
  readonly failed: number;
  readonly refused: number;
}

export interface LogReport {
  readonly schema: 'mailwhy/1';
  readonly version: string;
  readonly kind: 'log';
  readonly complete: boolean;
  /** Whose lines were found. */
  readonly recognisedAs: readonly LogFormat[];
  readonly startedAt: string;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly lines: number;
  /** Lines of mail servers that were read for what they tell. */
  readonly mailLines: number;
  readonly totals: Readonly<Record<LogOutcome, number>>;
  /** What did not get out of here first, then what was refused here; the most frequent first. */
  readonly causes: readonly LogCause[];
  /** By cause and domain, the most frequent first. */
  readonly groups: readonly LogGroup[];
  readonly hours: readonly LogHour[];
  /** Null unless a message or a recipient was asked for. */
  readonly story: LogStory | null;
}
