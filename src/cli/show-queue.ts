/**
 * What waits in a queue, printed; followed up where that is asked for.
 */
import { exitStatuses } from '../model/vocabulary.js';
import type { Settings } from '../settings/load-settings.js';
import { print } from './output.js';
import { complainUnreadable, type QueueListings, renderQueueReport } from './queue-page.js';

/** Prints the report, followed up where `traces`; resolves to the exit status. @throws CommandError for no listing */
export async function showQueue(queue: QueueListings, settings: Settings, traces: boolean): Promise<number> {
  if (traces) return await (await import('./follow-up-queue.js')).followUpQueue(queue, settings);
  const { explainQueues } = await import('../explain/explain-queue.js');
  const report = await explainQueues(queue.listings, { format: queue.format });
  if ('fault' in report) throw complainUnreadable(report.fault);
  await print(await renderQueueReport(report, settings.output));
  return exitStatuses.ok;
}
