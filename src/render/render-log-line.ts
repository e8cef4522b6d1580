/**
 * A log in one line: what was delivered and what was not; of a story what became of it for each recipient, a line each.
 */
import type { LogReport } from '../model/log-report.js';
import type { LogStory } from '../model/log-story.js';
import { describeTotals, nameCause } from './log-words.js';
import { fateWords, formatStoryTime, nameRecipient, nameStation } from './story-words.js';
import { formatVisible } from './visible-text.js';

/** "Deliveries: 113026 delivered, 10286 deferred, …. Most often: 4210 deferred: sender.greylisted." */
export function renderLogLine(report: LogReport): string {
  if (report.story !== null) return renderStoryLines(report.story);
  const [most] = report.causes;
  const often = most === undefined ? '' : ` Most often: ${nameCause(most)}.`;
  return formatVisible(`${describeTotals(report)}${often}`);
}

function renderStoryLines({ messages }: LogStory): string {
  const fates = messages.flatMap((message) => message.fates);
  if (fates.length === 0) return messages.length === 0 ? 'nothing found' : 'no try is told of';
  return fates
    .map((fate) => {
      const parts = [formatStoryTime(fate.lastAt), nameStation(fate), nameRecipient(fate), fateWords[fate.outcome], fate.cause?.code ?? ''];
      return formatVisible(parts.filter((part) => part !== '').join(' '));
    })
    .join('\n');
}
