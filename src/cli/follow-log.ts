/**
 * `mailwhy log --follow`: a line for each failure as it comes, from one log or several, until the logs end or somebody
 * interrupts; then a short summary.
 */
import { explainLog, type LogFailure } from '../explain/explain-log.js';
import { exitStatuses } from '../model/vocabulary.js';
import { isStandardInputFed } from '../net/file-facts.js';
import { followTextFile } from '../net/follow-file.js';
import { formatDuration } from '../render/format-time.js';
import { renderJsonLine } from '../render/render-json-line.js';
import { renderFailure } from '../render/render-log.js';
import type { OutputSettings } from '../settings/check-options.js';
import { listenForInterruption } from './interruption.js';
import { createLineOutput } from './line-output.js';
import { complain } from './output.js';
import { findOwnLog } from './own-log.js';
import { pageOptions } from './page-options.js';
import { describeInputError, openInput } from './text-input.js';

interface Followed {
  readonly name: string;
  readonly text: AsyncIterable<string>;
}

export interface FollowCall {
  readonly paths: readonly string[];
  /** Only failures for this recipient; null: all. */
  readonly recipient: string | null;
  readonly output: OutputSettings;
}

/** Resolves to the exit status. @throws CommandError where a log cannot be followed */
export async function followLog({ paths, recipient, output }: FollowCall): Promise<number> {
  const interruption = listenForInterruption(() => undefined);
  const logs = await openAll(paths, interruption.signal, output);
  const lines = createLineOutput();
  const tally = createTally();
  const { colour } = pageOptions(output);
  const format = (failure: LogFailure, name: string) =>
    output.format === 'json' ? renderJsonLine(failure) : `${logs.length > 1 ? `${name}: ` : ''}${renderFailure(failure, colour)}\n`;
  const follow = async ({ name, text }: Followed): Promise<void> => {
    const pending: string[] = [];
    const onFailure = (failure: LogFailure) => {
      if (recipient !== null && failure.recipient?.toLowerCase() !== recipient) return;
      tally.count(failure);
      pending.push(format(failure, name));
    };
    await explainLog([writeBetween(text, pending, lines.write)], { onFailure });
  };
  await Promise.race([Promise.all(logs.map(follow)), raised(interruption.signal)]);
  await lines.flush();
  const interrupted = interruption.signal.aborted;
  interruption.release();
  if (output.detail !== 'one-line') complain(tally.describe());
  return interrupted ? exitStatuses.interrupted : exitStatuses.ok;
}

async function openAll(paths: readonly string[], signal: AbortSignal, output: OutputSettings): Promise<readonly Followed[]> {
  const logs = await openEach(paths, signal);
  if (output.detail !== 'one-line') complain(`mailwhy: following ${logs.map(({ name }) => name).join(', ')}; Ctrl-C ends it`);
  return logs;
}

async function openEach(paths: readonly string[], signal: AbortSignal): Promise<readonly Followed[]> {
  if (paths.length > 0) return await Promise.all(paths.map((path) => openPath(path, signal)));
  if (await isStandardInputFed()) return [await openPath('-', signal)];
  const own = await findOwnLog(true);
  return ['path' in own ? await openPath(own.path, signal) : { name: own.name, text: own.text }];
}

async function openPath(path: string, signal: AbortSignal): Promise<Followed> {
  if (path === '-') return { name: 'standard input', text: openInput(path) };
  try {
    return { name: path, text: await followTextFile(path, signal) };
  } catch (error) {
    throw describeInputError(path, error);
  }
}

/** Before more of the text is read, what came of it is written; nobody reads any more: the end. */
async function* writeBetween(
  text: AsyncIterable<string>,
  pending: string[],
  write: (line: string) => Promise<boolean>,
): AsyncGenerator<string> {
  for await (const chunk of text) {
    yield chunk;
    for (const line of pending.splice(0)) if (!(await write(line))) return;
  }
  // The last line may have no end: it is read only now.
  yield '\n';
  for (const line of pending.splice(0)) await write(line);
}

function raised(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}

const shownCauses = 5;

function createTally() {
  const causes = new Map<string, number>();
  const begunMs = performance.now();
  let failures = 0;
  return {
    count({ cause, outcome }: LogFailure) {
      failures += 1;
      const name = cause?.code ?? outcome;
      causes.set(name, (causes.get(name) ?? 0) + 1);
    },
    describe() {
      const sorted = [...causes].sort(([, a], [, b]) => b - a);
      const told = sorted.slice(0, shownCauses).map(([name, count]) => `${count} ${name}`);
      const more = sorted.length > shownCauses ? [`${sorted.length - shownCauses} other causes`] : [];
      const list = failures === 0 ? '' : `: ${[...told, ...more].join(', ')}`;
      return `mailwhy: ${failures} ${failures === 1 ? 'failure' : 'failures'} in ${formatDuration(performance.now() - begunMs)}${list}`;
    },
  };
}
