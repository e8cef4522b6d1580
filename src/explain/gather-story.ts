/**
 * The messages that are asked for, gathered from logs that are read once or several times.
 *
 * Logs that can be read again are searched for what is asked for, then for the ids that stood in the lines found, until
 * no new ones come up: whatever lies between, nothing but these lines is kept. A log that flows by only once keeps its
 * newest lines at hand instead.
 */
import { detachText } from '../intake/detach-text.js';
import { createLogReader } from '../intake/log/log-reader.js';
import { groupMessages } from '../intake/log/message-stories.js';
import { createNearMisses, type NearMisses } from '../intake/log/near-misses.js';
import { createRecentLines, type RecentLines } from '../intake/log/recent-lines.js';
import { createAskedLines, listStoryKeys, type StoryQuestion } from '../intake/log/story-keys.js';
import { cutLines } from '../intake/text-lines.js';
import type { LogStory } from '../model/log-story.js';
import { createFoundLines, type FoundLines } from './found-lines.js';
import { type StoryContext, tellStory } from './tell-story.js';

export interface StoryReading {
  /** Begins a log; what comes back takes its blocks of whole lines. */
  open(): (block: string) => void;
  /** Whether another reading of all logs may find more. */
  wantsMore(): boolean;
  conclude(context: Omit<StoryContext, 'recipient'>): LogStory;
}

const mostReadings = 8;
const mostMessages = 1000;

/** `rereads`: whether the logs can be read again. */
export function gatherStory(question: StoryQuestion, rereads: boolean): StoryReading {
  const asked = createAskedLines(question);
  const nearMisses = createNearMisses(question);
  const recipient = question.recipient?.toLowerCase() ?? null;
  const recent = createRecentLines();
  let found = createFoundLines(asked, new Set());
  let readings = 0;
  let next: 'search' | 'look around' | 'end' = 'search';
  return {
    open: () => (!rereads ? watchOnce(found, recent, nearMisses) : next === 'search' ? search(found) : nearMisses.look),
    wantsMore() {
      readings += 1;
      if (!rereads || next === 'look around' || readings >= mostReadings) next = 'end';
      else if (found.events.length === 0) next = 'look around';
      else if (found.grew()) found = createFoundLines(asked, found.keys);
      else next = 'end';
      return next !== 'end';
    },
    conclude(context) {
      // An id that was given twice brings lines of messages that nobody asked for.
      const messages = groupMessages(found.events, context.times).filter(({ lines }) => asked.isAbout(lines.map(({ event }) => event)));
      const told = messages.slice(0, mostMessages).map((message) => tellStory(message, { ...context, recipient }));
      return {
        ...question,
        messages: told.sort((a, b) => compareTimes(a.stations[0]?.firstAt, b.stations[0]?.firstAt)),
        cut: found.isCut() || messages.length > told.length,
        nearMisses: told.length === 0 ? nearMisses.list() : [],
      };
    },
  };
}

/** ISO 8601 in UTC sorts as text; what has no time comes last. */
function compareTimes(a: string | null | undefined, b: string | null | undefined): number {
  const [first, second] = [a ?? '~', b ?? '~'];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Lines without what is searched for are not even read, unless the format needs every line. */
function search(found: FoundLines): (block: string) => void {
  const reader = createLogReader();
  const { pattern } = found;
  let isFirst = true;
  return (block) => {
    const whole = isFirst || pattern === null || reader.needsEveryLine();
    isFirst = false;
    if (!whole && !pattern.test(block)) return;
    for (const line of cutLines(block)) {
      if (!whole && !pattern.test(line)) continue;
      for (const event of reader.read(line)) {
        const keys = listStoryKeys(event);
        if (found.isOwn(event, keys)) found.keep(event, keys);
      }
    }
  };
}

function watchOnce(found: FoundLines, recent: RecentLines, nearMisses: NearMisses): (block: string) => void {
  const reader = createLogReader();
  return (block) => {
    nearMisses.look(block);
    for (const line of cutLines(block)) {
      // What is kept of a line must not keep the block that it stands in.
      for (const event of reader.read(detachText(line))) {
        const keys = listStoryKeys(event);
        if (!found.isOwn(event, keys)) recent.add(event, keys);
        else for (const each of [...recent.take(keys), event]) found.keep(each, listStoryKeys(each));
      }
    }
  };
}
