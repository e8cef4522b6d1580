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
import { createLogTimes } from '../intake/log/log-times.js';
import type { StoryQuestion } from '../intake/log/message-stories.js';
import { type SkimTaker, skimPostfix } from '../intake/log/skim-postfix.js';
import { cutLines, readBlocks } from '../intake/text-lines.js';
import type { ExplainedCause } from '../model/explained-cause.js';
import type { LogReport } from '../model/log-report.js';
import { packageVersion } from '../model/version.generated.js';
import { formatIsoTime } from './format-iso-time.js';
import { gatherStory, type StoryReading } from './gather-story.js';
import { type LogClock, readLogClock } from './log-clock.js';
import { type CountedFailure, createLogSummary, type FailureOutcome, type LogSummary } from './log-summary.js';

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

/** Reads one log or several, each its own stream, in turn. @throws what a stream throws */
export async function explainLog(logs: Iterable<AsyncIterable<string>>, options: LogOptions = {}): Promise<LogReport> {
  const clock = readLogClock(options);
  const times = createLogTimes(clock);
  const summary = createLogSummary(times, clock.startedAt);
  const inputs = [...logs];
  const reading = options.story === undefined ? null : gatherStory(options.story);
  let lines = 0;
  for (const log of inputs) lines += await readLog(log, createTaker(summary, reading, options));
  while (reading?.wantsMore() === true && options.rereads === true) {
    for (const log of inputs) await readLog(log, createRereader(reading));
  }
  return {
    schema: 'mailwhy/1',
    version: packageVersion,
    kind: 'log',
    complete: true,
    startedAt: clock.startedAt,
    lines,
    ...summary.conclude(),
    story: reading === null ? null : reading.conclude({ times, summary }),
  };
}

interface LineTaker extends SkimTaker {
  /** True where every line is needed. */
  readonly whole: boolean;
}

function createTaker(summary: LogSummary, story: StoryReading | null, options: LogOptions): LineTaker {
  const reader = createLogReader();
  return {
    whole: story !== null,
    readLine: (line) => {
      for (const event of reader.read(line)) {
        story?.add(event);
        const failure = summary.add(event);
        if (failure !== null && options.onFailure !== undefined) options.onFailure(tellFailure(event, failure, summary));
      }
    },
    countNotes: (count) => summary.addNotes('postfix', count),
    countDelivered: (count, time) => summary.addDelivered('postfix', count, time),
    seeTimes: (first, last) => {
      summary.seeTime(first);
      summary.seeTime(last);
    },
  };
}

function createRereader(story: StoryReading): LineTaker {
  const reader = createLogReader();
  const readLine = (line: string) => {
    for (const event of reader.read(line)) story.add(event);
  };
  return { whole: true, readLine, countNotes: () => undefined, countDelivered: () => undefined, seeTimes: () => undefined };
}

/** Reads a log to its end; how many lines it has. */
async function readLog(chunks: AsyncIterable<string>, taker: LineTaker): Promise<number> {
  let count = 0;
  for await (const block of readBlocks(chunks)) {
    if (!taker.whole) {
      count += skimPostfix(block, taker);
      continue;
    }
    const lines = cutLines(block);
    for (const line of lines) taker.readLine(line);
    count += lines.length;
  }
  return count;
}

function tellFailure(event: LogEvent, { cause, domain, atMs, outcome }: CountedFailure, summary: LogSummary): LogFailure {
  const { machine, queueId, recipient, reason } = event;
  return { at: formatIsoTime(atMs), outcome, machine, queueId, recipient, reason, cause: summary.explain(cause, domain) };
}
