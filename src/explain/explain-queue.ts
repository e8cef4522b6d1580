/**
 * A queue's listing → what waits, grouped by cause and destination, and what the rule book says of each group.
 *
 * Ids are kept, messages are not. Nothing is asked of anybody.
 */
import type { StrangeLines } from '../intake/queue/queue-entry.js';
import { openQueue } from '../intake/queue/read-queue.js';
import type { QueueFormat, QueueGroup, QueueReport } from '../model/queue-report.js';
import { packageVersion } from '../model/version.generated.js';
import { formatIsoTime } from './format-iso-time.js';
import { readLogClock } from './log-clock.js';
import { isHeld, listQueueCommands } from './queue-commands.js';
import { createQueueGathering, type GatheredQueue, type QueueGathering } from './queue-groups.js';
import { findQueueTimes } from './queue-times.js';
import { explainQueuedCause } from './queued-cause.js';
import { suspectQueue } from './suspect-own-side.js';

export interface QueueOptions {
  /** ISO 8601: when the listing was made; left out: now. */
  readonly startedAt?: string;
  /** Minutes east of UTC on the machine that made it; left out: this machine's. */
  readonly offsetMinutes?: number;
  /** Null or left out: found by its first lines. */
  readonly format?: QueueFormat | null;
}

/** The text is no listing that is known, or nothing in it was understood. */
export interface UnreadableQueue {
  /** As the end of a sentence: what it is instead. */
  readonly fault: string;
}

/** A listing among several: the queues of the instances of one product. */
export interface PlacedListing {
  readonly chunks: AsyncIterable<string>;
  /** The configuration of the instance; null for the only one. */
  readonly place: string | null;
}

/**
 * What waits in a queue, by cause and destination: reads a listing, of whichever product it is, to its end.
 * @throws what the stream throws
 *
 * @example
 * ```ts
 * import { createReadStream } from 'node:fs';
 * import { explainQueue } from 'mailwhy';
 *
 * const report = await explainQueue(createReadStream('queue.json', 'utf8'));
 * if ('fault' in report) throw new Error(report.fault);
 * for (const { destination, messages, cause } of report.groups) {
 *   console.log(destination, messages, cause?.code); // example.com 1 sender.greylisted
 * }
 * ```
 */
export async function explainQueue(chunks: AsyncIterable<string>, options: QueueOptions = {}): Promise<QueueReport | UnreadableQueue> {
  return await explainQueues([{ chunks, place: null }], options);
}

/** Reads the listings of several instances of one product as one queue. @throws what a stream throws */
export async function explainQueues(
  listings: readonly PlacedListing[],
  options: QueueOptions = {},
): Promise<QueueReport | UnreadableQueue> {
  const clock = readLogClock(options);
  const gathering = createQueueGathering();
  const formats = new Set<QueueFormat>();
  const strange: StrangeLines[] = [];
  let foreign = false;
  for (const { chunks, place } of listings) {
    const queue = await openQueue(chunks, clock, options.format ?? null);
    if (queue.format === null) foreign = true;
    else if (queue.format !== 'empty') formats.add(queue.format);
    for await (const entries of queue.entries) for (const entry of entries) gathering.add(entry, place);
    strange.push(queue.strange);
  }
  const [format = null] = formats;
  // Nothing at all is what `postqueue -j`, `exim -bp` and `smtpctl show queue` print of an empty queue.
  if (format === null && foreign) return { fault: 'no queue listing that is known' };
  const [line] = strange.flatMap((each) => each.examples());
  if (gathering.isEmpty() && line !== undefined) return { fault: `a queue listing of which no line was understood, such as: ${line}` };
  return suspectQueue(conclude(gathering, { format, strange, ...clock }));
}

interface Concluded {
  readonly format: QueueFormat | null;
  readonly strange: readonly StrangeLines[];
  readonly startedAt: string;
  readonly nowMs: number;
}

function conclude(gathering: QueueGathering, context: Concluded): QueueReport {
  const { format, strange, startedAt } = context;
  const groups = format === null ? [] : gathering.groups().map((group) => concludeGroup(group, { ...context, format }));
  return {
    schema: 'mailwhy/1',
    version: packageVersion,
    kind: 'queue',
    complete: true,
    recognisedAs: format,
    startedAt,
    messages: gathering.messages(),
    recipients: groups.reduce((sum, { recipients }) => sum + recipients, 0),
    groups: groups.sort((a, b) => b.messages - a.messages || compareTexts(a.destination ?? '', b.destination ?? '')),
    notUnderstood: {
      lines: strange.reduce((sum, each) => sum + each.count(), 0),
      examples: strange.flatMap((each) => each.examples()).slice(0, 3),
    },
    followUp: null,
  };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Hosts that a group names. */
const shownHosts = 10;

function concludeGroup(group: GatheredQueue, { format, startedAt, nowMs }: Concluded & { readonly format: QueueFormat }): QueueGroup {
  const ids = [...group.ids];
  const speakers = [...group.speakers].sort(([, a], [, b]) => b.count - a.count);
  return {
    destination: group.destination,
    via: group.via,
    state: group.state,
    place: group.place,
    cause: group.cause === null ? null : explainQueuedCause(group.cause, { ...group, startedAt }),
    reason: group.reason,
    isOwnSide: group.cause?.reason.isOwnSide ?? false,
    tellsReasons: group.tellsReasons,
    host: group.cause?.reason.host ?? null,
    saidBy: speakers
      .slice(0, shownHosts)
      .map(([host, { reason, count }]) => ({ host: host === '' ? null : host, reason, recipients: count })),
    messages: group.messages,
    recipients: group.recipients,
    sharedMessages: group.shared,
    oldestAt: formatIsoTime(group.oldestMs),
    newestAt: formatIsoTime(group.newestMs),
    ...findQueueTimes(group, format, nowMs),
    ids,
    ...listQueueCommands(format, ids, { held: isHeld(group.state), place: group.place }),
  };
}
