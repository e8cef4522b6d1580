/**
 * A queue's listing → what waits, grouped by cause and destination, and what the rule book says of each group.
 *
 *   const report = await explainQueue(createReadStream('queue.json', 'utf8'));
 *   if ('fault' in report) throw new Error(report.fault);
 *   for (const { destination, messages, cause } of report.groups) console.log(destination, messages, cause?.summary);
 *
 * Ids are kept, messages are not. Nothing is asked of anybody.
 */

import type { QueuedRecipient, QueueEntry } from '../intake/queue/queue-entry.js';
import { openQueue } from '../intake/queue/read-queue.js';
import { retrySchedules } from '../knowledge/retry-schedules.js';
import type { QueueFormat, QueueGroup, QueueReport, QueueState } from '../model/queue-report.js';
import { packageVersion } from '../model/version.generated.js';
import { type CauseReader, createCauseReader, explainCause, type ReadCause } from './cause-reader.js';
import { listQueueCommands } from './queue-commands.js';

export interface QueueOptions {
  /** ISO 8601: when the listing was made; left out: now. */
  readonly startedAt?: string;
  /** Minutes east of UTC on the machine that made it; left out: this machine's. */
  readonly offsetMinutes?: number;
  /** Null or left out: found by its first lines. */
  readonly format?: QueueFormat | null;
}

/** The text is no listing that is known, or it is empty and does not tell whose it is. */
export interface UnreadableQueue {
  readonly fault: string;
  /** True where nothing at all stands in it: as `postqueue -j`, `exim -bp` and `smtpctl show queue` print an empty queue. */
  readonly empty: boolean;
}

/** Reads a listing to its end. @throws what the stream throws */
export async function explainQueue(chunks: AsyncIterable<string>, options: QueueOptions = {}): Promise<QueueReport | UnreadableQueue> {
  const startedAt = options.startedAt ?? new Date().toISOString();
  const nowMs = Date.parse(startedAt);
  const offsetMinutes = options.offsetMinutes ?? -new Date(nowMs).getTimezoneOffset();
  const queue = await openQueue(chunks, { nowMs, offsetMinutes }, options.format ?? null);
  const { format } = queue;
  if (format === 'empty') return { fault: 'the listing is empty: nothing is queued', empty: true };
  if (format === null) return { fault: 'no queue listing that is known', empty: false };
  const gathering = gather();
  for await (const entries of queue.entries) for (const entry of entries) gathering.add(entry);
  const groups = gathering.groups().map((group) => conclude(group, { format, startedAt }));
  return {
    schema: 'mailwhy/1',
    version: packageVersion,
    kind: 'queue',
    complete: true,
    recognisedAs: format,
    startedAt,
    messages: gathering.messages(),
    recipients: groups.reduce((sum, { recipients }) => sum + recipients, 0),
    groups: groups.sort((a, b) => b.messages - a.messages || (a.destination ?? '').localeCompare(b.destination ?? '')),
    notUnderstood: { lines: queue.strange.length, examples: queue.strange.slice(0, 3) },
  };
}

interface Gathered {
  readonly destination: string | null;
  readonly state: QueueState;
  readonly cause: ReadCause | null;
  readonly reason: string | null;
  messages: number;
  recipients: number;
  oldestMs: number | null;
  newestMs: number | null;
  nextTryMs: number | null;
  expiresMs: number | null;
  readonly ids: Set<string>;
}

function gather() {
  const reader = createCauseReader();
  const groups = new Map<string, Gathered>();
  let messages = 0;
  return {
    groups: () => [...groups.values()],
    messages: () => messages,
    add(entry: QueueEntry) {
      messages += entry.count;
      const recipients = entry.recipients.length === 0 ? [{ address: '', reason: null }] : entry.recipients;
      for (const recipient of recipients) addRecipient(groups, entry, recipient, reader);
    },
  };
}

function addRecipient(groups: Map<string, Gathered>, entry: QueueEntry, recipient: QueuedRecipient, reader: CauseReader): void {
  const cause = recipient.reason === null ? null : reader.read(recipient.reason, false);
  const destination = entry.destination?.toLowerCase() ?? domainOf(recipient.address);
  const state = recipient.reason !== null && entry.state === 'waiting' ? 'deferred' : entry.state;
  const key = `${destination ?? ''} ${state} ${cause === null ? '' : cause.code}`;
  let group = groups.get(key);
  if (group === undefined) {
    group = {
      destination,
      state,
      cause,
      reason: recipient.reason,
      messages: 0,
      recipients: 0,
      oldestMs: null,
      newestMs: null,
      nextTryMs: null,
      expiresMs: null,
      ids: new Set(),
    };
    groups.set(key, group);
  }
  addToGroup(group, entry, recipient);
}

function addToGroup(group: Gathered, entry: QueueEntry, recipient: QueuedRecipient): void {
  if (!group.ids.has(entry.id)) group.messages += entry.count;
  group.ids.add(entry.id);
  if (recipient.address !== '') group.recipients += 1;
  group.oldestMs = least(group.oldestMs, entry.arrivedMs);
  group.newestMs = entry.arrivedMs === null ? group.newestMs : Math.max(group.newestMs ?? entry.arrivedMs, entry.arrivedMs);
  group.nextTryMs = least(group.nextTryMs, entry.nextTryMs);
  group.expiresMs = least(group.expiresMs, entry.expiresMs);
}

function least(before: number | null, value: number | null): number | null {
  if (value === null) return before;
  return before === null ? value : Math.min(before, value);
}

function domainOf(address: string): string | null {
  const at = address.lastIndexOf('@');
  return at < 0
    ? null
    : address
        .slice(at + 1)
        .toLowerCase()
        .replace(/>.*$/, '');
}

const dayMs = 86_400_000;

function lifetimeOf(name: string): number | null {
  return retrySchedules.find(({ sender }) => sender === name)?.givesUpMs ?? null;
}

/** How long each product keeps a message by default, ms. */
const lifetimes: Readonly<Record<QueueFormat, number | null>> = {
  'postqueue-json': lifetimeOf('postfix'),
  'postfix-mailq': lifetimeOf('postfix'),
  'sendmail-mailq': lifetimeOf('sendmail'),
  'exim-bp': lifetimeOf('exim'),
  // qmail-send(8): queuelifetime, 604800 seconds.
  'qmail-qread': 7 * dayMs,
  // smtpd.conf(5): queue ttl, 4 days.
  smtpctl: 4 * dayMs,
  'exchange-queue': lifetimeOf('exchange'),
  'exchange-message': lifetimeOf('exchange'),
};

function conclude(group: Gathered, { format, startedAt }: { format: QueueFormat; startedAt: string }): QueueGroup {
  const lifetimeMs = lifetimes[format];
  const assumed = group.expiresMs === null && lifetimeMs !== null && group.oldestMs !== null;
  const expiresMs = assumed ? (group.oldestMs ?? 0) + (lifetimeMs ?? 0) : group.expiresMs;
  const isHeld = group.state === 'held' || group.state === 'frozen' || group.state === 'suspended';
  const ids = [...group.ids];
  return {
    destination: group.destination,
    state: group.state,
    cause: group.cause === null ? null : explainCause(group.cause, group.destination, startedAt),
    reason: group.reason,
    host: group.cause?.reason.host ?? null,
    messages: group.messages,
    recipients: group.recipients,
    oldestAt: formatTime(group.oldestMs),
    newestAt: formatTime(group.newestMs),
    nextTryAt: formatTime(group.nextTryMs),
    expiresAt: formatTime(expiresMs),
    expiryAssumed: assumed,
    ids,
    ...listQueueCommands(format, ids, isHeld),
  };
}

function formatTime(atMs: number | null): string | null {
  return atMs === null || !Number.isFinite(atMs) || Math.abs(atMs) > 8.64e15 ? null : new Date(atMs).toISOString();
}
