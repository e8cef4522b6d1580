/**
 * `mailwhy queue --trace`: what waits, and whether its causes still stand, one trace for each cause and exchange.
 *
 * The listings flow by once: their groups and their recipients are read side by side.
 */
import { explainQueues } from '../explain/explain-queue.js';
import { FollowUpTargets } from '../explain/follow-up-targets.js';
import { readQueueRecords } from '../explain/queue-records.js';
import { teeChunks } from '../explain/tee-chunks.js';
import { exitStatuses } from '../model/vocabulary.js';
import { toAscii } from '../parse/idna.js';
import type { Settings } from '../settings/load-settings.js';
import { renderFollowUpText } from './explained-output.js';
import { traceTargets } from './follow-up.js';
import { print } from './output.js';
import { complainUnreadable, type QueueListings, renderQueueReport } from './queue-page.js';

/** Prints both; resolves to the exit status. @throws CommandError for no listing */
export async function followUpQueue({ listings, format }: QueueListings, settings: Settings): Promise<number> {
  const { output } = settings;
  const twice = listings.map(({ chunks, place }) => ({ place, readers: teeChunks(chunks) }));
  const [report, targets] = await Promise.all([
    explainQueues(
      twice.map(({ place, readers }) => ({ place, chunks: readers[0] })),
      { format },
    ),
    gatherTargets(
      twice.map(({ readers }) => readers[1]),
      format,
    ),
  ]);
  if ('fault' in report) throw complainUnreadable(report.fault);
  if (output.format === 'text') await print(await renderQueueReport(report, output));
  const followUp = await traceTargets(targets.choose(), settings, true);
  if (output.format === 'text') await print(await renderFollowUpText(followUp, output));
  else await print(await renderQueueReport({ ...report, followUp }, output));
  return followUp.complete ? exitStatuses.ok : exitStatuses.interrupted;
}

async function gatherTargets(listings: readonly AsyncIterable<string>[], format: QueueListings['format']): Promise<FollowUpTargets> {
  const targets = new FollowUpTargets(toAscii, true);
  for (const chunks of listings) for await (const record of readQueueRecords(chunks, 'queue', format)) targets.add(record);
  return targets;
}
