/**
 * `mailwhy queue`: what waits in a mail queue, why, and what to do about it; from a listing or from this machine's own queue.
 */
import type { QueueFormat, QueueReport } from '../model/queue-report.js';
import { exitStatuses } from '../model/vocabulary.js';
import type { OutputSettings } from '../settings/check-options.js';
import { CommandError } from '../settings/command-error.js';
import { readArguments, readSettings } from './command-call.js';
import type { RunCommand } from './command-entry.js';
import { print } from './output.js';
import { listOwnQueue, type OwnQueue } from './own-queue.js';
import { pageOptions } from './page-options.js';
import { openInput } from './text-input.js';

export const runQueue: RunCommand = async (args, command) => {
  const line = readArguments(command, args);
  if (line.operands.length > 1) throw new CommandError('usage', 'queue reads one listing at a time');
  const settings = await readSettings(line);
  const asked = await readFormat(line.given.get('as')?.value);
  const [operand] = line.operands;
  const queue: OwnQueue =
    operand === undefined ? await listOwnQueue() : { listings: [{ chunks: openInput(operand), place: null }], format: null };
  const { explainQueues } = await import('../explain/explain-queue.js');
  const report = await explainQueues(queue.listings, { format: asked ?? queue.format });
  if ('fault' in report)
    throw new CommandError('data', 'this is no queue listing that is known', 'Name its format with --as; see mailwhy help queue.');
  await print(await renderQueueReport(report, settings.output));
  return exitStatuses.ok;
};

async function readFormat(value: unknown): Promise<QueueFormat | null> {
  if (value === undefined) return null;
  const { queueFormats } = await import('../model/queue-report.js');
  const format = queueFormats.find((each) => each === value);
  if (format === undefined)
    throw new CommandError('usage', `--as ${String(value)}: no such listing`, `There are: ${queueFormats.join(', ')}.`);
  return format;
}

/** The report in the form that was asked for. */
export async function renderQueueReport(report: QueueReport, output: OutputSettings): Promise<string> {
  if (output.format === 'json') return (await import('../render/render-document.js')).renderDocument(report);
  if (output.format === 'html') return (await import('../render/render-queue-html.js')).renderQueueHtml(report);
  if (output.detail === 'one-line') return (await import('../render/render-queue-line.js')).renderQueueLine(report);
  return (await import('../render/render-queue.js')).renderQueue(report, pageOptions(output));
}
