/**
 * The lines of a story found so far, and the ids by which more of them are found.
 */
import type { LogEvent } from '../intake/log/log-event.js';
import { type AskedLines, escapePattern } from '../intake/log/story-keys.js';

export interface FoundLines {
  /** Ids that stood in lines that were found. */
  readonly keys: ReadonlySet<string>;
  readonly events: readonly LogEvent[];
  /** Whether the line belongs to the story. */
  isOwn(event: LogEvent, keys: readonly string[]): boolean;
  /** Keeps a line that belongs to the story. */
  keep(event: LogEvent, keys: readonly string[]): void;
  /** Finds places where a line of the story may be, by what was known in the beginning; null where there are too many. */
  readonly pattern: RegExp | null;
  /** Whether ids came up that were not known in the beginning. */
  grew(): boolean;
  /** Whether there is more than is kept. */
  isCut(): boolean;
}

const mostKeys = 2000;
const mostEvents = 50_000;
/** More alternatives than these make a search for all of them slower than reading every line. */
const mostSearched = 60;

/** `known`: ids from an earlier reading. */
export function createFoundLines(asked: AskedLines, known: ReadonlySet<string>): FoundLines {
  const keys = new Set(known);
  const events: LogEvent[] = [];
  let cut = false;
  const keep = (event: LogEvent, own: readonly string[]) => {
    if (events.length < mostEvents) events.push(event);
    else cut = true;
    if (!asked.concerns(event)) return;
    for (const key of own) {
      if (keys.size < mostKeys) keys.add(key);
      else cut = true;
    }
  };
  return {
    keys,
    events,
    keep,
    isOwn: (event, own) => own.some((key) => keys.has(key)) || asked.isAsked(event, own),
    pattern: known.size > mostSearched ? null : new RegExp([asked.pattern, ...[...known].map(escapePattern)].join('|'), 'i'),
    grew: () => keys.size > known.size,
    isCut: () => cut,
  };
}
