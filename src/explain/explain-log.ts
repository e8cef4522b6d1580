/**
 * A mail log → counts, failures grouped by cause and domain, and the story of a message.
 *
 *   const report = await explainLog([createReadStream('mail.log', 'utf8')]);
 *   for (const { events, domain, cause } of report.groups) console.log(events, domain, cause?.summary);
 *
 * The log flows by: what is kept are groups (bounded), hours, and the lines of a story. Nothing is asked of anybody.
 */
import type { LogEvent } from '../intake/log/log-event.js';
import { createLogReader } from '../intake/log/log-reader.js';
import { createLogTimes, type LogTimes } from '../intake/log/log-times.js';
import { type SkimTaker, skimPostfix } from '../intake/log/skim-postfix.js';
import type { StoryQuestion } from '../intake/log/story-keys.js';
import { readBlocks } from '../intake/text-lines.js';
import type { ExplainedCause } from '../model/explained-cause.js';
import type { LogReport } from '../model/log-report.js';
import { packageVersion } from '../model/version.generated.js';
import { formatIsoTime } from './format-iso-time.js';
import { gatherStory } from './gather-story.js';
import { type LogClock, readLogClock } from './log-clock.js';
import { type CountedFailure, createLogSummary, type FailureOutcome, type LogSummary } from './log-summary.js';
import { suspectLog } from './suspect-own-side.js';

export interface LogFailure {
  readonly at: string | null;
  readonly outcome: FailureOutcome;
  /** The machine that logged; null where the line does not say. */
  readonly machine: string | null;
  readonly queueId: string | null;
  readonly recipient: string | null;
  readonly reason: string;
  readonly cause: ExplainedCause | null;
}

export interface LogOptions extends LogClock {
  /** Whose story is asked for. */
  readonly story?: StoryQuestion;
  /** True where each log can be read again from its start: a long story is then found whole. */
  readonly rereads?: boolean;
  /** Told of each failure as it is read. */
  onFailure?(failure: LogFailure): void;
}

/**
 * What a mail log tells: reads one or several, each its own stream, in turn. @throws what a stream throws
 *
 * @example
 * ```ts
 * import { createReadStream } from 'node:fs';
 * import { explainLog } from 'mailwhy';
 *
 * const report = await explainLog([createReadStream('mail.log', 'utf8')]);
 * console.log(report.totals.failed); // 1
 * for (const { domain, cause } of report.groups) console.log(domain, cause?.code); // example.com recipient.unknown
 * ```
 */
export async function explainLog(logs: Iterable<AsyncIterable<string>>, options: LogOptions = {}): Promise<LogReport> {
  const clock = readLogClock(options);
  const times = createLogTimes(clock);
  const summary = createLogSummary(times, clock.startedAt);
  const inputs = [...logs];
  const story = options.story === undefined ? null : gatherStory(options.story, options.rereads === true);
  let lines = 0;
  for (const log of inputs) {
    const taker = createTaker(summary, times, options);
    const takeStory = story?.open();
    for await (const block of readBlocks(log)) {
      lines += skimPostfix(block, taker);
      takeStory?.(block);
    }
  }
  while (story?.wantsMore() === true) for (const log of inputs) await readAgain(log, story.open());
  return suspectLog({
    schema: 'mailwhy/1',
    version: packageVersion,
    kind: 'log',
    complete: true,
    startedAt: clock.startedAt,
    lines,
    ...summary.conclude(),
    story: story === null ? null : story.conclude({ times, summary }),
  });
}

async function readAgain(log: AsyncIterable<string>, take: (block: string) => void): Promise<void> {
  for await (const block of readBlocks(log)) take(block);
}

function createTaker(summary: LogSummary, times: LogTimes, options: LogOptions): SkimTaker {
  const reader = createLogReader();
  return {
    readLine: (line) => {
      for (const event of reader.read(line)) {
        const failure = summary.add(event);
        if (failure !== null && options.onFailure !== undefined) options.onFailure(tellFailure(event, failure, summary));
      }
    },
    countNotes: (count) => summary.addNotes('postfix', count),
    countDelivered: (count, time) => summary.addDelivered('postfix', count, time),
    markHour: times.markHour,
    seeTimes: (first, last) => {
      summary.seeTime(first);
      summary.seeTime(last);
    },
  };
}

function tellFailure(event: LogEvent, { cause, domain, atMs, outcome }: CountedFailure, summary: LogSummary): LogFailure {
  const { machine, queueId, recipient, reason } = event;
  return { at: formatIsoTime(atMs), outcome, machine, queueId, recipient, reason, cause: summary.explain(cause, { outcome, domain }) };
}
