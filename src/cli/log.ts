/**
 * `mailwhy log`: what a mail log tells, failures explained; one message's story; or each failure as it comes.
 */
import { explainLog, type LogOptions } from '../explain/explain-log.js';
import type { StoryQuestion } from '../intake/log/story-keys.js';
import type { LogReport } from '../model/log-report.js';
import { exitStatuses } from '../model/vocabulary.js';
import type { OutputSettings } from '../settings/check-options.js';
import { CommandError } from '../settings/command-error.js';
import type { GivenOptions } from '../settings/given-options.js';
import { readAskedRecipient } from './asked-recipient.js';
import { readArguments, readSettings } from './command-call.js';
import type { RunCommand } from './command-entry.js';
import { findLogInputs, type LogInput } from './log-inputs.js';
import { complain, print } from './output.js';
import { pageOptions } from './page-options.js';
import { beginReadProgress } from './progress-output.js';

export const runLog: RunCommand = async (args, command) => {
  const line = readArguments(command, args);
  const story = readStory(line.given);
  const settings = await readSettings(line);
  if (line.given.get('follow')?.value === true) return await follow(line.operands, story, settings.output);
  const inputs = await findLogInputs(line.operands);
  if (line.operands.length === 0) tellInput(inputs, settings.output);
  return await showLogs(inputs, story, settings.output);
};

/** Prints what the logs tell; resolves to the exit status. @throws CommandError where no line of a mail server stands in them */
export async function showLogs(inputs: readonly LogInput[], story: StoryQuestion | null, output: OutputSettings): Promise<number> {
  const report = await readInputs(inputs, story, output);
  if (report.mailLines === 0) throw describeForeign(report, inputs);
  await print(await renderLogReport(report, output));
  return exitStatuses.ok;
}

function readStory(given: GivenOptions): StoryQuestion | null {
  const read = (name: 'message' | 'to') => {
    const value = given.get(name)?.value;
    if (value === '') throw new CommandError('usage', `--${name} needs a value`);
    return typeof value === 'string' ? value : null;
  };
  const to = read('to');
  const story = { message: read('message'), recipient: to === null ? null : readAskedRecipient(to) };
  return story.message === null && story.recipient === null ? null : story;
}

async function follow(paths: readonly string[], story: StoryQuestion | null, output: OutputSettings): Promise<number> {
  if (story !== null && story.message !== null)
    throw new CommandError('usage', '--follow tells failures as they come; a message is told of without it', 'See mailwhy help log.');
  const { followLog } = await import('./follow-log.js');
  return await followLog({ paths, recipient: story?.recipient?.toLowerCase() ?? null, output });
}

/** Nobody named what is read: say it. */
function tellInput([input]: readonly LogInput[], { detail }: OutputSettings): void {
  if (input !== undefined && detail !== 'one-line') complain(`mailwhy: reading ${input.name}`);
}

async function readInputs(inputs: readonly LogInput[], story: StoryQuestion | null, output: OutputSettings): Promise<LogReport> {
  const sizes = inputs.map(({ sizeBytes }) => sizeBytes);
  const total = sizes.every((size) => size !== null) ? sizes.reduce((sum, size) => sum + size, 0) : null;
  const progress = output.detail === 'one-line' ? null : beginReadProgress(total);
  const logs = inputs.map(({ name, open }) => ({
    // Each time anew: a story may need another reading.
    [Symbol.asyncIterator]: () =>
      open({ onBytes: (count) => progress?.addBytes(count), onWarning: (text) => complain(`mailwhy: ${name}: ${text}`) })[
        Symbol.asyncIterator
      ](),
  }));
  const options: LogOptions = story === null ? {} : { story, rereads: inputs.every(({ sizeBytes }) => sizeBytes !== null) };
  try {
    return await explainLog(logs, options);
  } finally {
    progress?.stop();
  }
}

function describeForeign({ lines }: LogReport, inputs: readonly LogInput[]): CommandError {
  const where = inputs.length === 1 ? (inputs[0]?.name ?? '') : `${inputs.length} files`;
  return new CommandError(
    'data',
    lines === 0 ? `${where}: nothing stands in it` : `no line of a mail server that is known stands in ${where} (${lines} lines read)`,
    'Known are Postfix, Exim, Sendmail, OpenSMTPD, Exchange and message traces of Microsoft 365. A queue listing: mailwhy queue; a bounce: mailwhy explain.',
  );
}

/** The report in the form that was asked for. */
export async function renderLogReport(report: LogReport, output: OutputSettings): Promise<string> {
  if (output.format === 'json') return (await import('../render/render-document.js')).renderDocument(report);
  if (output.format === 'html') return (await import('../render/render-log-html.js')).renderLogHtml(report);
  if (output.detail === 'one-line') return (await import('../render/render-log-line.js')).renderLogLine(report);
  return (await import('../render/render-log.js')).renderLog(report, pageOptions(output));
}
