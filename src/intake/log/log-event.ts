/**
 * What a line of a mail log tells, whoever wrote it.
 */
import type { LogFormat, LogOutcome } from '../../model/log-outcome.js';
import type { StoryDetails } from './story-details.js';

export interface LogEvent {
  readonly format: LogFormat;
  /** `note`: a line of a mail server that tells of no delivery and no failure. */
  readonly kind: LogOutcome | 'note';
  /** The machine that logged; null where the line does not say. */
  readonly machine: string | null;
  /** Postfix: the instance, where it is not the only one (`postfix-out`). */
  readonly instance?: string;
  /** The time as logged, for `LogTimes`. */
  readonly time: string;
  readonly queueId: string | null;
  readonly recipient: string | null;
  /** Why, for a failure; else `''`. */
  readonly reason: string;
  /** Of a refusal whose reason holds no reply code: whether it is for good. */
  readonly isPermanent?: boolean;
  /** The domain that was tried, of a failure that tells no recipient. */
  readonly destination?: string;
  /** The line behind time and machine. */
  readonly text: string;
  /** What it adds to a story, where its format tells that by columns that only the reader knows. */
  readonly details?: StoryDetails;
}

/** Whether the failure is for good, as far as the log tells beside its reason. */
export function isForGood({ kind, isPermanent }: Pick<LogEvent, 'kind' | 'isPermanent'>): boolean {
  return kind === 'failed' || (kind === 'refused' && isPermanent === true);
}

/** What is left of a line when the frame around it (syslog, journald) is off. */
export interface FramedLine {
  readonly time: string;
  readonly machine: string | null;
  /** The program: `postfix/smtp`, `sm-mta`; `''` where none is named. */
  readonly program: string;
  readonly text: string;
}
