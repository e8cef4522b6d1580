/**
 * The newest lines of a log that flows by only once, by the ids in them: when a line turns out to be about the message
 * that is asked for, the lines before it are still there.
 *
 * Two generations are kept; when the younger one is full, the older one is dropped. So nothing is ever searched for the
 * oldest, and what is kept is bounded.
 */
import type { LogEvent } from './log-event.js';

export interface RecentLines {
  /** Remembers the line by its keys. */
  add(event: LogEvent, keys: readonly string[]): void;
  /** The lines that have one of the keys, or one that such a line has; they are not given again. */
  take(keys: readonly string[]): readonly LogEvent[];
}

interface Remembered {
  readonly event: LogEvent;
  readonly keys: readonly string[];
}

type Generation = Map<string, Remembered[]>;

const generationKeys = 10_000;
const mostLinesOfKey = 500;

export function createRecentLines(): RecentLines {
  let young: Generation = new Map();
  let old: Generation = new Map();
  const takeKey = (key: string): Remembered[] => {
    const found = [...(old.get(key) ?? []), ...(young.get(key) ?? [])];
    old.delete(key);
    young.delete(key);
    return found;
  };
  return {
    add(event, keys) {
      for (const key of keys) {
        const lines = young.get(key);
        if (lines === undefined) young.set(key, [{ event, keys }]);
        else if (lines.length < mostLinesOfKey) lines.push({ event, keys });
      }
      if (young.size < generationKeys) return;
      old = young;
      young = new Map();
    },
    take(keys) {
      const events = new Set<LogEvent>();
      const open = [...keys];
      for (let key = open.pop(); key !== undefined; key = open.pop()) {
        for (const remembered of takeKey(key)) {
          events.add(remembered.event);
          open.push(...remembered.keys.filter((other) => other !== key));
        }
      }
      return [...events];
    },
  };
}
