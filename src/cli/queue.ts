/**
 * `mailwhy queue`: what waits in a mail queue, why, and what to do about it; from a listing or from this machine's own queue.
 */
import type { QueueFormat, QueueReport } from '../model/queue-report.js';
import { exitStatuses } from '../model/vocabulary.js';
import { runForText } from '../net/command-text.js';
import { CommandError } from '../settings/command-error.js';
import { readArguments, readSettings } from './command-call.js';
import type { RunCommand } from './command-entry.js';
import { print, say } from './output.js';
import { pageOptions } from './page-options.js';
import { openInput } from './text-input.js';

/** What lists the queue of a machine, the most telling first; Sendmail's `mailq` also answers for Postfix and Exim. */
const listers: readonly (readonly [command: string, args: readonly string[], format: QueueFormat | null])[] = [
  ['postqueue', ['-j'], 'postqueue-json'],
  ['exim', ['-bp'], 'exim-bp'],
  ['exim4', ['-bp'], 'exim-bp'],
  ['smtpctl', ['show', 'queue'], 'smtpctl'],
  ['qmail-qread', [], 'qmail-qread'],
  ['mailq', [], null],
];

export const runQueue: RunCommand = async (args, command) => {
  const line = readArguments(command, args);
  if (line.operands.length > 1) throw new CommandError('usage', 'queue reads one listing at a time');
  const settings = await readSettings(line);
  const asked = await readFormat(line.given.get('as')?.value);
  const [operand] = line.operands;
  const input = operand === undefined ? await listOwnQueue() : { chunks: openInput(operand), format: null };
  const { explainQueue } = await import('../explain/explain-queue.js');
  const report = await explainQueue(input.chunks, { format: asked ?? input.format });
  if ('fault' in report) return concludeUnreadable(report.empty);
  await print(await renderReport(report, settings.output));
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

async function listOwnQueue(): Promise<{ chunks: AsyncIterable<string>; format: QueueFormat | null }> {
  for (const [command, args, format] of listers) {
    const result = await runForText(command, args);
    if (result !== null && (result.exitCode === 0 || result.text !== '')) return { chunks: yieldOnce(result.text), format };
  }
  throw new CommandError(
    'no-input',
    'no mail server whose queue can be listed was found here',
    'Give a listing: postqueue -j | mailwhy queue -',
  );
}

async function* yieldOnce(text: string): AsyncGenerator<string> {
  yield text;
}

function concludeUnreadable(empty: boolean): number {
  if (!empty)
    throw new CommandError('data', 'this is no queue listing that is known', 'Name its format with --as; see mailwhy help queue.');
  say('Nothing is queued.');
  return exitStatuses.ok;
}

async function renderReport(report: QueueReport, output: Parameters<typeof pageOptions>[0]): Promise<string> {
  if (output.format === 'json') return (await import('../render/render-document.js')).renderDocument(report);
  const { renderQueue } = await import('../render/render-queue.js');
  return renderQueue(report, pageOptions(output));
}
