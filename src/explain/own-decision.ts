/**
 * What the server whose log it is decided or lacks itself: its administrator reads the log, and the turn is theirs,
 * though a sender would be told to wait.
 */
import type { ExplainedCause } from '../model/explained-cause.js';
import type { LogOutcome } from '../model/log-outcome.js';

export interface Decision {
  readonly outcome: LogOutcome;
  /** The reason without its wrapping. */
  readonly reason: string;
}

/** Postfix's own words where a milter refuses for now or does not answer (milter_default_action). */
const milterFailure = /^451 4\.7\.1 Service unavailable - try again later\b/;
const quarantined = /^the message was quarantined\b/;

/** The cause with who must act and what to do, where it is this server's own doing. */
export function assignOwnDecision(cause: ExplainedCause, { outcome, reason }: Decision): ExplainedCause {
  if (quarantined.test(reason)) return assign(cause, quarantineSteps);
  // Of its other refusals the sender, or the owner of the mailbox, is the cause.
  if (outcome !== 'refused' || cause.responsible !== 'nobody' || cause.code?.startsWith('server.') !== true) return cause;
  return assign(cause, milterFailure.test(reason) ? milterSteps : troubleSteps);
}

function assign(cause: ExplainedCause, remedy: readonly string[]): ExplainedCause {
  return { ...cause, responsible: 'recipient-mail', alsoInform: [], remedy };
}

const milterSteps = [
  'Look for "warning: connect to Milter service" and "warning: milter" in this log: Postfix says this where a milter does not answer (or puts mail off). Start the service that the warning names (smtpd_milters, non_smtpd_milters).',
  'To take mail without a milter while it is away, set milter_default_action = accept.',
];
const troubleSteps = ['Look in the log of this server for what it complained about at that time: senders wait until it is mended.'];
const quarantineSteps = [
  'Look at it in quarantine: there stands which policy held it, and there it is released (Microsoft Defender portal, Review, Quarantine; Get-QuarantineMessage, Release-QuarantineMessage).',
];
