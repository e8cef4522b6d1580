/**
 * A mail log → counts, failures grouped by cause and domain, and the story of a message.
 *
 * The log flows by: what is kept are groups (bounded), hours, and the lines of a story. Nothing is asked of anybody.
 */

import { detachText } from '../intake/detach-text.js';
import type { LogEvent } from '../intake/log/log-event.js';
import { createLogReader } from '../intake/log/log-reader.js';
import { createLogTimes, type LogTimes } from '../intake/log/log-times.js';
import { createMessageStories, type StoryQuestion } from '../intake/log/message-stories.js';
import { readLines } from '../intake/text-lines.js';
import type { ExplainedCause } from '../model/explained-cause.js';
import type { LogFormat, LogGroup, LogHour, LogOutcome, LogReport, StoryLine } from '../model/log-report.js';
import { packageVersion } from '../model/version.generated.js';
import { type CauseReader, createCauseReader, explainCause, type ReadCause } from './cause-reader.js';

export interface LogFailure {
  readonly at: string | null;
  readonly outcome: Exclude<LogOutcome, 'delivered'>;
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

type Counts = Record<LogOutcome, number>;

interface Gathered {
  readonly outcome: LogGroup['outcome'];
  readonly domain: string | null;
  readonly cause: ReadCause;
  readonly reason: string;
  events: number;
  firstMs: number | null;
  lastMs: number | null;
}

/** Domains beyond these are counted together under `*`. */
const mostGroups = 20_000;
/** Groups whose sentences name their own domain; the tail's speak of the recipient's domain. */
const namedGroups = 500;

/** Reads one log or several, each its own stream, in turn. @throws what a stream throws */
export async function explainLog(logs: Iterable<AsyncIterable<string>>, options: LogOptions = {}): Promise<LogReport> {
  const startedAt = options.startedAt ?? new Date().toISOString();
  const nowMs = Date.parse(startedAt);
  const offsetMinutes = options.offsetMinutes ?? -new Date(nowMs).getTimezoneOffset();
  const state = createState(startedAt, createLogTimes({ nowMs, offsetMinutes }), options);
  for (const log of logs) await readLog(log, state);
  return conclude(state);
}

interface State {
  readonly startedAt: string;
  readonly times: LogTimes;
  readonly reader: CauseReader;
  readonly options: LogOptions;
  readonly stories: ReturnType<typeof createMessageStories> | null;
  readonly groups: Map<string, Gathered>;
  readonly hours: Map<number, Counts>;
  readonly formats: Set<LogFormat>;
  readonly totals: Counts;
  readonly explained: Map<string, ExplainedCause | null>;
  lines: number;
  mailLines: number;
  firstTime: string;
  lastTime: string;
}

function createState(startedAt: string, times: LogTimes, options: LogOptions): State {
  return {
    startedAt,
    times,
    reader: createCauseReader(),
    options,
    stories: options.story === undefined ? null : createMessageStories(options.story),
    groups: new Map(),
    hours: new Map(),
    formats: new Set(),
    totals: noCounts(),
    explained: new Map(),
    lines: 0,
    mailLines: 0,
    firstTime: '',
    lastTime: '',
  };
}

function noCounts(): Counts {
  return { delivered: 0, deferred: 0, failed: 0, refused: 0 };
}

async function readLog(chunks: AsyncIterable<string>, state: State): Promise<void> {
  const reader = createLogReader(state.stories !== null);
  for await (const lines of readLines(chunks)) {
    state.lines += lines.length;
    for (const line of lines) {
      const event = reader.read(line);
      if (event !== null) addEvent(state, event);
    }
  }
}

function addEvent(state: State, event: LogEvent): void {
  state.mailLines += 1;
  if (state.firstTime === '') state.firstTime = event.time;
  if (event.time !== '') state.lastTime = event.time;
  state.formats.add(event.format);
  state.stories?.add(event);
  if (event.kind === 'note') return;
  state.totals[event.kind] += 1;
  countHour(state, event.time, event.kind);
  if (event.kind !== 'delivered') addFailure(state, event, event.kind);
}

function countHour({ hours, times }: State, time: string, kind: LogOutcome): void {
  const hour = times.readHour(time);
  if (hour === null) return;
  const counts = hours.get(hour) ?? noCounts();
  counts[kind] += 1;
  hours.set(hour, counts);
}

function addFailure(state: State, event: LogEvent, outcome: LogGroup['outcome']): void {
  const cause = state.reader.read(event.reason, outcome === 'failed');
  const domain = domainOf(event.recipient);
  const atMs = state.times.read(event.time);
  const group = findGroup(state, { outcome, domain, cause, reason: event.reason });
  group.events += 1;
  group.firstMs ??= atMs;
  group.lastMs = atMs ?? group.lastMs;
  const { onFailure } = state.options;
  if (onFailure === undefined) return;
  onFailure({
    at: formatTime(atMs),
    outcome,
    queueId: event.queueId,
    recipient: event.recipient,
    reason: event.reason,
    cause: explainOnce(state, cause, domain),
  });
}

function findGroup({ groups }: State, fresh: Pick<Gathered, 'outcome' | 'domain' | 'cause' | 'reason'>): Gathered {
  const { outcome, cause } = fresh;
  const found = groups.get(`${outcome} ${cause.code} ${fresh.domain}`);
  if (found !== undefined) return found;
  const domain = fresh.domain === null ? null : groups.size < mostGroups ? detachText(fresh.domain) : '*';
  const key = `${outcome} ${cause.code} ${domain}`;
  const rest = groups.get(key);
  if (rest !== undefined) return rest;
  const group = { outcome, domain, cause, reason: detachText(fresh.reason), events: 0, firstMs: null, lastMs: null };
  groups.set(key, group);
  return group;
}

function domainOf(recipient: string | null): string | null {
  const at = recipient === null ? -1 : recipient.lastIndexOf('@');
  return recipient === null || at < 0 ? null : recipient.slice(at + 1).toLowerCase();
}

/** Judged once for each code and domain, so that a log that is followed for months is followed fast. */
function explainOnce({ explained, startedAt }: State, cause: ReadCause, domain: string | null): ExplainedCause | null {
  const key = `${cause.code} ${domain}`;
  const before = explained.get(key);
  if (before !== undefined) return before;
  if (explained.size >= mostGroups) explained.clear();
  const explanation = explainCause(cause, domain, startedAt);
  explained.set(key, explanation);
  return explanation;
}

function conclude(state: State): LogReport {
  const { startedAt, times, totals, lines, mailLines } = state;
  const groups = [...state.groups.values()].sort((a, b) => b.events - a.events || (a.domain ?? '').localeCompare(b.domain ?? ''));
  return {
    schema: 'mailwhy/1',
    version: packageVersion,
    kind: 'log',
    complete: true,
    recognisedAs: [...state.formats].sort(),
    startedAt,
    firstAt: formatTime(times.read(state.firstTime)),
    lastAt: formatTime(times.read(state.lastTime)),
    lines,
    mailLines,
    totals,
    groups: groups.map((group, at) => concludeGroup(state, group, at < namedGroups)),
    hours: [...state.hours]
      .sort(([a], [b]) => a - b)
      .map(([hour, counts]): LogHour => ({ startsAt: new Date(hour).toISOString(), ...counts })),
    story: state.stories === null ? null : state.stories.list().map((event) => tellLine(state, event)),
  };
}

function concludeGroup(state: State, group: Gathered, named: boolean): LogGroup {
  const { outcome, domain, cause, reason, events } = group;
  return {
    outcome,
    domain,
    cause: explainOnce(state, cause, named ? domain : null),
    reason,
    host: cause.reason.host,
    events,
    firstAt: formatTime(group.firstMs),
    lastAt: formatTime(group.lastMs),
  };
}

function tellLine(state: State, { kind, time, machine, queueId, text, reason, recipient }: LogEvent): StoryLine {
  const failure = kind !== 'note' && kind !== 'delivered';
  const cause = failure ? explainOnce(state, state.reader.read(reason, kind === 'failed'), domainOf(recipient)) : null;
  return { at: formatTime(state.times.read(time)), machine, queueId, text, cause };
}

function formatTime(atMs: number | null): string | null {
  return atMs === null || !(Math.abs(atMs) <= 8.64e15) ? null : new Date(atMs).toISOString();
}
