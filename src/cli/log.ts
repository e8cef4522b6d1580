/**
 * `mailwhy log`: what a mail log tells, failures explained; one message's story; or each failure as it comes.
 */
import { explainLog } from '../explain/explain-log.js';
import type { LogReport } from '../model/log-report.js';
import { exitStatuses } from '../model/vocabulary.js';
import { followTextFile } from '../net/follow-file.js';
import { CommandError } from '../settings/command-error.js';
import type { GivenOptions } from '../settings/given-options.js';
import { readArguments, readSettings } from './command-call.js';
import type { RunCommand } from './command-entry.js';
import { print, say } from './output.js';
import { pageOptions } from './page-options.js';
import { openInput } from './text-input.js';

export const runLog: RunCommand = async (args, command) => {
  const line = readArguments(command, args);
  const paths = line.operands.length === 0 ? ['-'] : line.operands;
  const story = readStory(line.given);
  const settings = await readSettings(line);
  if (line.given.get('follow')?.value === true) return await follow(paths, settings.output);
  const report = await explainLog(paths.map(openInput), story === null ? {} : { story });
  if (report.mailLines === 0) {
    throw new CommandError(
      'data',
      'no line of a mail server that is known stands in it',
      'Known are Postfix, Exim, Sendmail, OpenSMTPD, Exchange.',
    );
  }
  await print(await renderReport(report, settings.output));
  return exitStatuses.ok;
};

function readStory(given: GivenOptions): { message: string | null; recipient: string | null } | null {
  const read = (name: 'message' | 'to') => {
    const value = given.get(name)?.value;
    if (value === '') throw new CommandError('usage', `--${name} needs a value`);
    return typeof value === 'string' ? value : null;
  };
  const story = { message: read('message'), recipient: read('to') };
  return story.message === null && story.recipient === null ? null : story;
}

async function renderReport(report: LogReport, output: Parameters<typeof pageOptions>[0]): Promise<string> {
  if (output.format === 'json') return (await import('../render/render-document.js')).renderDocument(report);
  const { renderLog } = await import('../render/render-log.js');
  return renderLog(report, pageOptions(output));
}

/** A line for each failure until the input ends, or somebody interrupts. */
async function follow(paths: readonly string[], output: Parameters<typeof pageOptions>[0]): Promise<number> {
  const [path = '-'] = paths;
  if (paths.length > 1) throw new CommandError('usage', '--follow follows one log at a time');
  const { renderFailure } = await import('../render/render-log.js');
  const { colour } = pageOptions(output);
  const log = path === '-' ? openInput(path) : followTextFile(path, new AbortController().signal);
  await explainLog([log], {
    onFailure: (failure) => say(output.format === 'json' ? JSON.stringify(failure) : renderFailure(failure, colour)),
  }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new CommandError('no-input', `there is no file ${path}`);
    throw error;
  });
  return exitStatuses.ok;
}
