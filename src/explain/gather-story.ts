/**
 * The messages that are asked for, gathered while logs are read once or several times.
 *
 * One reading finds a message whole where its lines lie near each other. Where messages had to be forgotten, another
 * reading begins with the ids that were found, until no new ones are.
 */
import type { LogEvent } from '../intake/log/log-event.js';
import type { LogTimes } from '../intake/log/log-times.js';
import { createMessageStories, type StoryQuestion } from '../intake/log/message-stories.js';
import { createNearMisses } from '../intake/log/near-misses.js';
import type { LogStory } from '../model/log-story.js';
import type { LogSummary } from './log-summary.js';
import { tellStory } from './tell-story.js';

export interface StoryReading {
  add(event: LogEvent): void;
  /** Whether another reading may find more; begins it. */
  wantsMore(): boolean;
  conclude(context: { readonly times: LogTimes; readonly summary: LogSummary }): LogStory;
}

const mostReadings = 6;

export function gatherStory(question: StoryQuestion): StoryReading {
  const nearMisses = createNearMisses(question);
  const recipient = question.recipient?.toLowerCase() ?? null;
  let stories = createMessageStories(question);
  let known = new Set<string>();
  let readings = 1;
  return {
    add(event) {
      stories.add(event);
      if (readings === 1) nearMisses.add(event);
    },
    wantsMore() {
      const keys = stories.keys();
      const grew = keys.size > known.size;
      if (!stories.forgot() || !grew || readings >= mostReadings) return false;
      known = new Set([...known, ...keys]);
      readings += 1;
      stories = createMessageStories(question, known);
      return true;
    },
    conclude(context) {
      const messages = stories.list().map((message) => tellStory(message, { ...context, recipient }));
      return {
        ...question,
        messages: messages.sort((a, b) => compareTimes(a.stations[0]?.firstAt, b.stations[0]?.firstAt)),
        cut: stories.isCut(),
        nearMisses: messages.length === 0 ? nearMisses.list() : [],
      };
    },
  };
}

/** ISO 8601 in UTC sorts as text; what has no time comes last. */
function compareTimes(a: string | null | undefined, b: string | null | undefined): number {
  const [first, second] = [a ?? '~', b ?? '~'];
  return first < second ? -1 : first > second ? 1 : 0;
}
