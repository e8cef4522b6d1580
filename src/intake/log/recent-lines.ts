/**
 * The newest lines of a log that flows by only once, by the ids in them: when a line turns out to be about the message
 * that is asked for, the lines before it are still there.
 *
 * Two generations are kept; when the younger one is full, of ids or of characters, the older one is dropped. So nothing is
 * ever searched for the oldest, and what is kept is bounded, however many lines an id has and however long they are.
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
/** Characters of a generation's lines, with what the engine needs for each of them beside. */
const generationCharacters = 20_000_000;
const charactersBeside = 600;
const mostLinesOfKey = 500;

/** `add` keeps what it is given: of a line that was cut from a larger text, all of that text (see `detachText`). */
export function createRecentLines(): RecentLines {
  let young: Generation = new Map();
  let old: Generation = new Map();
  let held = 0;
  let lastText = '';
  const takeKey = (key: string): Remembered[] => {
    const found = [...(old.get(key) ?? []), ...(young.get(key) ?? [])];
    old.delete(key);
    young.delete(key);
    return found;
  };
  return {
    add(event, keys) {
      const remembered = { event, keys };
      const takers = keys.map((key) => findLines(young, key)).filter((lines) => lines.length < mostLinesOfKey);
      if (takers.length === 0) return;
      for (const lines of takers) lines.push(remembered);
      // A line that tells of several recipients is kept once.
      held += charactersBeside + (event.text === lastText ? 0 : event.text.length);
      lastText = event.text;
      if (young.size < generationKeys && held < generationCharacters) return;
      old = young;
      young = new Map();
      held = 0;
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

function findLines(generation: Generation, key: string): Remembered[] {
  const known = generation.get(key);
  if (known !== undefined) return known;
  const lines: Remembered[] = [];
  generation.set(key, lines);
  return lines;
}
