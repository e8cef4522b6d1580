/**
 * When a queue is tried next and given up: as the listing tells it, else by the product's defaults.
 */
import { eximLaterTries, retrySchedules } from '../knowledge/retry-schedules.js';
import type { QueueFormat, QueueState } from '../model/queue-report.js';
import { formatIsoTime } from './format-iso-time.js';
import type { GatheredQueue } from './queue-groups.js';

export interface QueueTimes {
  readonly nextTryAt: string | null;
  /** True where it is only what the product does by default. */
  readonly nextTryAssumed: boolean;
  readonly expiresAt: string | null;
  readonly expiryAssumed: boolean;
}

const dayMs = 86_400_000;

interface Defaults {
  readonly givesUpMs: number;
  /** From the first try; empty where no source tells. */
  readonly triesMs: readonly number[];
}

function scheduleOf(name: string, laterTriesMs: readonly number[] = []): Defaults | null {
  const schedule = retrySchedules.find(({ sender }) => sender === name);
  return schedule === undefined ? null : { givesUpMs: schedule.givesUpMs, triesMs: [...schedule.afterReplyMs, ...laterTriesMs] };
}

const defaults: Readonly<Record<QueueFormat, Defaults | null>> = {
  'postqueue-json': scheduleOf('postfix'),
  'postfix-mailq': scheduleOf('postfix'),
  'sendmail-mailq': scheduleOf('sendmail'),
  'exim-bp': scheduleOf('exim', eximLaterTries),
  // qmail-send(8): queuelifetime, 604800 seconds; a remote message is tried again after 400 seconds times the square of the tries.
  'qmail-qread': { givesUpMs: 7 * dayMs, triesMs: [1, 2, 3, 4, 5, 6, 7, 8].map((tries) => 400_000 * tries * tries) },
  // smtpd.conf(5): queue ttl, 4 days.
  smtpctl: { givesUpMs: 4 * dayMs, triesMs: [] },
  'exchange-queue': scheduleOf('exchange'),
  'exchange-message': scheduleOf('exchange'),
};

/** What is being tried has its next try behind it; what somebody stopped is neither tried nor given up. */
const isTried: readonly QueueState[] = ['waiting', 'postponed', 'deferred', 'expiring'];
/** What is told to expire is given up at the next try, whatever its age. */
const isGivenUp: readonly QueueState[] = ['active', 'waiting', 'postponed', 'deferred'];

/** The earliest next try and the earliest expiry of the group. */
export function findQueueTimes(group: GatheredQueue, format: QueueFormat, nowMs: number): QueueTimes {
  const known = defaults[format];
  const expiryAssumed = group.expiresMs === null && known !== null && group.oldestMs !== null && isGivenUp.includes(group.state);
  const expiresMs = expiryAssumed ? (group.oldestMs ?? 0) + known.givesUpMs : group.expiresMs;
  const assumedTryMs = group.nextTryMs === null && isTried.includes(group.state) ? foretellTry(group, known, nowMs) : null;
  return {
    nextTryAt: formatIsoTime(group.nextTryMs ?? assumedTryMs),
    nextTryAssumed: assumedTryMs !== null,
    expiresAt: formatIsoTime(expiresMs),
    expiryAssumed,
  };
}

/** By the newest message: it is tried most often. Null where the schedule does not reach so far, or the message has outlived it. */
function foretellTry({ newestMs }: GatheredQueue, known: Defaults | null, nowMs: number): number | null {
  if (newestMs === null || known === null || nowMs - newestMs >= known.givesUpMs) return null;
  const next = known.triesMs.find((afterMs) => newestMs + afterMs > nowMs);
  if (next !== undefined) return newestMs + next;
  // Later tries keep the distance of the last two.
  const [last, before] = [known.triesMs.at(-1), known.triesMs.at(-2)];
  if (last === undefined || before === undefined) return null;
  const step = last - before;
  return newestMs + last + (Math.floor((nowMs - newestMs - last) / step) + 1) * step;
}
