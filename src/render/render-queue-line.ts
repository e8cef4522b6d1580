/**
 * A queue in one line: how much waits, and the largest groups.
 */
import type { QueueReport } from '../model/queue-report.js';
import { countOf, nameDestination } from './queue-words.js';
import { formatVisible } from './visible-text.js';

const shownGroups = 3;

/** "132 messages: 120 example.com sender.greylisted, 12 example.org host.no-answer" */
export function renderQueueLine({ messages, groups }: QueueReport): string {
  if (messages === 0) return 'nothing is queued';
  const told = groups
    .slice(0, shownGroups)
    .map((group) => `${group.messages} ${nameDestination(group)} ${group.cause?.code ?? group.state}`);
  const more = groups.length > shownGroups ? [`${countOf(groups.length - shownGroups, 'more group')}`] : [];
  return formatVisible(`${countOf(messages, 'message')}: ${[...told, ...more].join(', ')}`);
}
