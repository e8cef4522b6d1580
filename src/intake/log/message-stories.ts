/**
 * Lines put together to messages: by queue id, by Message-ID, by the id that the next station gave ("queued as 4WxYz2"),
 * and a message with the notices about it.
 */
import type { LogEvent } from './log-event.js';
import { listStoryKeys } from './story-keys.js';

export interface GatheredMessage {
  /** In the order in which they were read. */
  readonly events: readonly LogEvent[];
  /** Lines beyond the bound. */
  readonly moreLines: number;
}

interface Message {
  readonly events: LogEvent[];
  readonly keys: Set<string>;
  moreLines: number;
}

const mostLinesOfOne = 500;

/** The messages of these lines; a line without an id is a message of its own. */
export function groupMessages(events: readonly LogEvent[]): readonly GatheredMessage[] {
  const byKey = new Map<string, Message>();
  const messages = new Set<Message>();
  for (const event of events) {
    const keys = listStoryKeys(event);
    const [first = { events: [], keys: new Set<string>(), moreLines: 0 }, ...others] = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    messages.add(first);
    for (const other of others) {
      messages.delete(other);
      mergeInto(first, other, byKey);
    }
    for (const key of keys) {
      byKey.set(key, first);
      first.keys.add(key);
    }
    addEvent(first, event);
  }
  return [...messages];
}

function mergeInto(message: Message, other: Message, byKey: Map<string, Message>): void {
  for (const event of other.events) addEvent(message, event);
  message.moreLines += other.moreLines;
  for (const key of other.keys) {
    byKey.set(key, message);
    message.keys.add(key);
  }
}

function addEvent(message: Message, event: LogEvent): void {
  if (message.events.length < mostLinesOfOne) message.events.push(event);
  else message.moreLines += 1;
}
