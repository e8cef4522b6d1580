/**
 * A cause of mail that still waits in a queue: whatever another sender would do with such a reply, this one has kept the
 * message. What waiting does follows from the state of the message, then from the cause.
 */
import type { ExplainedCause } from '../model/explained-cause.js';
import type { QueueState } from '../model/queue-report.js';
import type { WaitingHelps } from '../model/vocabulary.js';
import { explainCause, type ReadCause } from './cause-reader.js';

export interface QueuedMail {
  /** The domain or next hop that the sentences name; null where none is told. */
  readonly destination: string | null;
  readonly state: QueueState;
  readonly startedAt: string;
}

/** The cause as the rule book words it, with what this queue does; null where it holds no reply. */
export function explainQueuedCause(cause: ReadCause, { destination, state, startedAt }: QueuedMail): ExplainedCause | null {
  const explained = explainCause(cause, destination, { startedAt });
  if (explained === null) return null;
  const waitingHelps = standsStill[state] === undefined ? explained.waitingHelps : 'no';
  return { ...explained, outcome: 'delayed', waitingHelps, waiting: describeQueuedWaiting(waitingHelps, state) };
}

/** States in which no later try brings the message through. */
const standsStill: Readonly<Partial<Record<QueueState, string>>> = {
  held: 'does not help: nothing tries it until it is released',
  frozen: 'does not help: nothing tries it until it is thawed',
  suspended: 'does not help: nothing tries it until it is resumed',
  expiring: 'does not help: it is told to expire, so the next try returns it to its sender',
};

const tried: Readonly<Record<WaitingHelps, string>> = {
  yes: 'helps: it is tried again by itself',
  no: 'does not help: it is tried again until it is given up, then returned to its sender',
  unknown: 'may help: it is tried again until it is given up, then returned to its sender',
};

/** What waiting does for a message that is kept, without capital and full stop. */
export function describeQueuedWaiting(waitingHelps: WaitingHelps, state: QueueState): string {
  return standsStill[state] ?? tried[waitingHelps];
}
