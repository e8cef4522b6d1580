/**
 * A mail log → counts, failures grouped by cause and domain, and the story of a message.
 *
 * The log flows by: what is kept are groups (bounded), hours, and the lines of a story. Nothing is asked of anybody.
 */
import type { LogEvent } from '../intake/log/log-event.js';
import { createLogReader } from '../intake/log/log-reader.js';
import { createLogTimes, type LogTimes } from '../intake/log/log-times.js';
import { createMessageStories, type StoryQuestion } from '../intake/log/message-stories.js';
import { type SkimTaker, skimPostfix } from '../intake/log/skim-postfix.js';
import { cutLines, readBlocks } from '../intake/text-lines.js';
import type { ExplainedCause } from '../model/explained-cause.js';
import type { LogReport, StoryLine } from '../model/log-report.js';
import { packageVersion } from '../model/version.generated.js';
import { formatIsoTime } from './format-iso-time.js';
import { type CountedFailure, createLogSummary, domainOf, type FailureOutcome, type LogSummary } from './log-summary.js';

export interface LogFailure {
  readonly at: string | null;
  readonly outcome: FailureOutcome;
  readonly queueId: string | null;
  readonly recipient: string | null;
  readonly reason: string;
  readonly cause: ExplainedCause | null;
}

export interface LogOptions {
  /** ISO 8601: "now" for times without a year; left out: now. */
  readonly startedAt?: string;
  /** Minutes east of UTC of the machine that logged, for times without a zone; left out: this machine's. */
  readonly offsetMinutes?: number;
  /** Whose story is asked for. */
  readonly story?: StoryQuestion;
  /** Told of each failure as it is read. */
  onFailure?(failure: LogFailure): void;
}

/** Reads one log or several, each its own stream, in turn. @throws what a stream throws */
export async function explainLog(logs: Iterable<AsyncIterable<string>>, options: LogOptions = {}): Promise<LogReport> {
  const startedAt = options.startedAt ?? new Date().toISOString();
  const nowMs = Date.parse(startedAt);
  const offsetMinutes = options.offsetMinutes ?? -new Date(nowMs).getTimezoneOffset();
  const times = createLogTimes({ nowMs, offsetMinutes });
  const state: State = {
    times,
    options,
    summary: createLogSummary(times, startedAt),
    stories: options.story === undefined ? null : createMessageStories(options.story),
  };
  let lines = 0;
  for (const log of logs) lines += await readLog(log, state);
  return {
    schema: 'mailwhy/1',
    version: packageVersion,
    kind: 'log',
    complete: true,
    startedAt,
    lines,
    ...state.summary.conclude(),
    story: state.stories === null ? null : state.stories.list().map((event) => tellLine(state, event)),
  };
}

interface State {
  readonly times: LogTimes;
  readonly options: LogOptions;
  readonly summary: LogSummary;
  readonly stories: ReturnType<typeof createMessageStories> | null;
}

/** Reads a log to its end; how many lines it has. */
async function readLog(chunks: AsyncIterable<string>, state: State): Promise<number> {
  const reader = createLogReader();
  const taker: SkimTaker = {
    readLine: (line) => {
      const event = reader.read(line);
      if (event !== null) addEvent(state, event);
    },
    countNotes: (count) => state.summary.addNotes('postfix', count),
    countDelivered: (count, time) => state.summary.addDelivered('postfix', count, time),
    seeTimes: (first, last) => {
      state.summary.seeTime(first);
      state.summary.seeTime(last);
    },
  };
  let lines = 0;
  for await (const block of readBlocks(chunks)) lines += state.stories === null ? skimPostfix(block, taker) : readEach(block, taker);
  return lines;
}

/** A story needs every line. */
function readEach(block: string, taker: SkimTaker): number {
  const lines = cutLines(block);
  for (const line of lines) taker.readLine(line);
  return lines.length;
}

function addEvent(state: State, event: LogEvent): void {
  state.stories?.add(event);
  const failure = state.summary.add(event);
  if (failure !== null && event.kind !== 'note' && event.kind !== 'delivered') tellFailure(state, event, event.kind, failure);
}

function tellFailure({ options, summary }: State, event: LogEvent, outcome: FailureOutcome, { cause, domain, atMs }: CountedFailure): void {
  const { queueId, recipient, reason } = event;
  options.onFailure?.({ at: formatIsoTime(atMs), outcome, queueId, recipient, reason, cause: summary.explain(cause, domain) });
}

function tellLine({ summary, times }: State, { kind, time, machine, queueId, text, reason, recipient }: LogEvent): StoryLine {
  const failure = kind !== 'note' && kind !== 'delivered';
  const cause = failure ? summary.explain(summary.causes.read(reason, kind === 'failed'), domainOf(recipient)) : null;
  return { at: formatIsoTime(times.read(time)), machine, queueId, text, cause };
}
