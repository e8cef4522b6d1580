/**
 * The messages of a queue gathered by cause, destination and state while a listing flows by.
 *
 * Ids are kept, messages are not.
 */
import { detachText } from '../intake/detach-text.js';
import type { QueuedRecipient, QueueEntry } from '../intake/queue/queue-entry.js';
import type { QueueState } from '../model/queue-report.js';
import { type CauseReader, createCauseReader, nameCause, type ReadCause } from './cause-reader.js';
import { domainOf } from './domain-of.js';

export interface GatheredQueue {
  readonly destination: string | null;
  /** The relay in whose place the destination would be blamed for what it has nothing to do with. */
  readonly via: string | null;
  readonly state: QueueState;
  readonly cause: ReadCause | null;
  readonly reason: string | null;
  readonly tellsReasons: boolean;
  /** The instance or the folder. */
  readonly place: string | null;
  messages: number;
  recipients: number;
  oldestMs: number | null;
  newestMs: number | null;
  nextTryMs: number | null;
  expiresMs: number | null;
  readonly ids: Set<string>;
  /** Who said it: the host where one is named, else `''`; with the first reason and how many recipients. */
  readonly speakers: Map<string, { readonly reason: string; count: number }>;
  /** Messages that wait for recipients of other groups too. */
  shared: number;
}

export interface QueueGathering {
  /** `place`: the instance whose queue it is, null for the only one. */
  add(entry: QueueEntry, place: string | null): void;
  groups(): readonly GatheredQueue[];
  messages(): number;
  /** Whether nothing was added at all. */
  isEmpty(): boolean;
}

const mostSpeakers = 50;

export function createQueueGathering(): QueueGathering {
  const reader = createCauseReader();
  const groups = new Map<string, GatheredQueue>();
  let messages = 0;
  let entries = 0;
  return {
    groups: () => [...groups.values()],
    messages: () => messages,
    isEmpty: () => entries === 0,
    add(entry, place) {
      entries += 1;
      // An idle queue of Exchange's: nothing waits in it.
      if (entry.count === 0) return;
      messages += entry.count;
      const recipients = entry.recipients.length === 0 ? [{ address: '', reason: null }] : entry.recipients;
      const touched = new Set(
        recipients.map((recipient) => addRecipient(groups, { entry, recipient, place: place ?? entry.folder ?? null }, reader)),
      );
      if (touched.size > 1) for (const group of touched) group.shared += 1;
    },
  };
}

interface Waiting {
  readonly entry: QueueEntry;
  readonly recipient: QueuedRecipient;
  readonly place: string | null;
}

function addRecipient(groups: Map<string, GatheredQueue>, waiting: Waiting, reader: CauseReader): GatheredQueue {
  const { entry, recipient, place } = waiting;
  const domain = domainOf(recipient.address);
  const cause =
    recipient.reason === null ? null : reader.read(recipient.reason, false, { domain, isOwnSide: recipient.isOwnSide ?? false });
  const via = cause === null ? null : findRelay(cause);
  const destination = via === null ? (entry.destination?.toLowerCase() ?? domain) : null;
  const state = recipient.reason !== null && entry.state === 'waiting' ? 'deferred' : entry.state;
  const key = `${destination ?? ''} ${via ?? ''} ${state} ${cause === null ? '' : nameCause(cause)} ${place ?? ''}`;
  const group =
    groups.get(key) ?? createGroup({ destination, via, state, cause, place, reason: recipient.reason, tellsReasons: entry.tellsReasons });
  groups.set(key, group);
  addToGroup(group, entry, recipient);
  addSpeaker(group, cause, recipient);
  return group;
}

/** What a relay says of a recipient or a message is the recipient's matter; its own state is not. */
const relaysOwn: readonly (string | undefined)[] = ['host', 'port', 'network', 'greeting', 'hello', 'connection', 'tls', 'server', 'reply'];

/** The relay that all such mail waits for; null where it is not about one. */
function findRelay({ code, reason: { relay } }: ReadCause): string | null {
  if (relay === null || code === null) return null;
  return code === 'sender.login-failed' || relaysOwn.includes(code.split('.')[0]) ? relay.toLowerCase() : null;
}

function createGroup(
  told: Pick<GatheredQueue, 'destination' | 'via' | 'state' | 'cause' | 'reason' | 'place' | 'tellsReasons'>,
): GatheredQueue {
  const times = { oldestMs: null, newestMs: null, nextTryMs: null, expiresMs: null };
  return { ...told, ...times, messages: 0, recipients: 0, ids: new Set(), speakers: new Map(), shared: 0 };
}

function addToGroup(group: GatheredQueue, entry: QueueEntry, recipient: QueuedRecipient): void {
  if (!group.ids.has(entry.id)) group.messages += entry.count;
  group.ids.add(detachText(entry.id));
  if (recipient.address !== '') group.recipients += 1;
  group.oldestMs = least(group.oldestMs, entry.arrivedMs);
  group.newestMs = entry.arrivedMs === null ? group.newestMs : Math.max(group.newestMs ?? entry.arrivedMs, entry.arrivedMs);
  group.nextTryMs = least(group.nextTryMs, entry.nextTryMs);
  group.expiresMs = least(group.expiresMs, entry.expiresMs);
}

function addSpeaker({ speakers }: GatheredQueue, cause: ReadCause | null, { reason }: QueuedRecipient): void {
  if (reason === null) return;
  const host = cause?.reason.host ?? '';
  const before = speakers.get(host);
  if (before !== undefined) before.count += 1;
  else if (speakers.size < mostSpeakers) speakers.set(detachText(host), { reason: detachText(reason), count: 1 });
}

function least(before: number | null, value: number | null): number | null {
  if (value === null) return before;
  return before === null ? value : Math.min(before, value);
}
