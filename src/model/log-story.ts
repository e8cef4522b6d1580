/**
 * The story of a message as logs tell it: its stations, and what became of it for each recipient.
 *
 * Times are ISO 8601, UTC; null where the log does not tell.
 */
import type { ExplainedCause } from './explained-cause.js';
import type { LogOutcome } from './log-outcome.js';

export interface StoryLine {
  readonly at: string | null;
  /** The machine that logged. */
  readonly machine: string | null;
  readonly queueId: string | null;
  /** The line as logged, without time and machine. */
  readonly text: string;
  /** Why, where the line tells of a failure. */
  readonly cause: ExplainedCause | null;
}

/** A recipient at one station: the last that its log tells. */
export interface StoryRecipient {
  readonly address: string;
  /** The address as it was before aliases and forwarding; null where it is the same. */
  readonly originalAddress: string | null;
  readonly outcome: LogOutcome;
  /** Tries that the log tells of. */
  readonly tries: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** Who took or refused it: a host, a program, a mailbox. */
  readonly host: string | null;
  /** What was said, as logged; of a message that was given up for its age, what was said before. */
  readonly said: string;
  /** The id under which the next station goes on. */
  readonly nextQueueId: string | null;
  /** Why, where it is no delivery. */
  readonly cause: ExplainedCause | null;
}

/** The message at one machine, under one queue id. */
export interface StoryStation {
  readonly machine: string | null;
  readonly queueId: string | null;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** Who handed it over. */
  readonly client: string | null;
  /** `''`: the null reverse-path. */
  readonly sender: string | null;
  readonly sizeBytes: number | null;
  /** The queue id of the message that this one tells the sender about: it is a bounce or a warning. */
  readonly noticeAbout: string | null;
  /** True where the log says that the message has left this queue. */
  readonly isOver: boolean;
  readonly recipients: readonly StoryRecipient[];
}

/** What became of the message for one recipient, where its way ends in the logs. */
export interface StoryFate extends Pick<StoryRecipient, 'address' | 'originalAddress' | 'host' | 'said' | 'tries' | 'cause'> {
  /** `unknown`: the last station took it, and the logs tell no more. */
  readonly outcome: LogOutcome | 'unknown';
  readonly machine: string | null;
  readonly queueId: string | null;
  /** The first try, or the arrival, at that station. */
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** True where it still waits in a queue as far as the logs tell. */
  readonly waits: boolean;
}

export interface MessageStory {
  readonly messageId: string | null;
  readonly sender: string | null;
  /** In the order of their times. */
  readonly stations: readonly StoryStation[];
  readonly fates: readonly StoryFate[];
  /** In the order of their times. */
  readonly lines: readonly StoryLine[];
  /** Lines beyond the bound. */
  readonly moreLines: number;
}

export interface LogStory {
  /** What was asked for. */
  readonly message: string | null;
  readonly recipient: string | null;
  readonly messages: readonly MessageStory[];
  /** True where more messages fit than were kept. */
  readonly cut: boolean;
  /** What stands in the log and looks like what was asked for, where nothing fits. */
  readonly nearMisses: readonly string[];
}
