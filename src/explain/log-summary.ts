/**
 * What a log comes to while it flows by: totals, failures grouped by cause and domain, hours. All of it is bounded.
 */
import { detachText } from '../intake/detach-text.js';
import { isForGood, type LogEvent } from '../intake/log/log-event.js';
import type { LogTimes } from '../intake/log/log-times.js';
import type { ExplainedCause } from '../model/explained-cause.js';
import type { LogFormat, LogOutcome } from '../model/log-outcome.js';
import type { Likeness, LogCause, LogGroup, LogHour } from '../model/log-report.js';
import { type CauseReader, createCauseReader, explainCause, nameCause, type ReadCause } from './cause-reader.js';
import { domainOf } from './domain-of.js';
import { formatIsoTime } from './format-iso-time.js';
import { compareLikeness, joinLikeness, listTold } from './likeness.js';
import { assignOwnDecision } from './own-decision.js';

export type FailureOutcome = Exclude<LogOutcome, 'delivered'>;

/** A failure that was read, with its cause. */
export interface CountedFailure {
  readonly outcome: FailureOutcome;
  readonly cause: ReadCause;
  readonly domain: string | null;
  readonly atMs: number | null;
}

export interface LogSummary {
  /** Counts what the event tells; the failure where it is one. */
  add(event: LogEvent): CountedFailure | null;
  /** Counts lines that tell no failure. */
  addNotes(format: LogFormat, count: number): void;
  addDelivered(format: LogFormat, count: number, time: string): void;
  /** Times that stand in the log, as logged. */
  seeTime(time: string): void;
  /** What the rule book says of the cause. */
  explain(cause: ReadCause, told: ToldCause): ExplainedCause | null;
  readonly causes: CauseReader;
  conclude(): ConcludedSummary;
}

/** Of what a cause is told. */
export interface ToldCause {
  readonly outcome: LogOutcome;
  readonly domain: string | null;
  /** Of several causes that are told together; left out: of this one alone. */
  readonly alike?: Likeness;
}

export interface ConcludedSummary {
  readonly recognisedAs: readonly LogFormat[];
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly mailLines: number;
  readonly totals: Readonly<Record<LogOutcome, number>>;
  readonly causes: readonly LogCause[];
  readonly groups: readonly LogGroup[];
  readonly hours: readonly LogHour[];
}

type Counts = Record<LogOutcome, number>;

interface Gathered {
  readonly outcome: FailureOutcome;
  readonly domain: string | null;
  readonly cause: ReadCause;
  readonly reason: string;
  readonly told: string;
  alike: Likeness;
  events: number;
  readonly span: Span;
}

/** Domains beyond these are counted together under `*`. */
const mostGroups = 5000;
/** Groups whose sentences name their own domain; the tail's speak of the recipient's domain. */
const namedGroups = 40;
/** Hours that are kept: a log of eleven years has as many. */
const mostHours = 100_000;

/** Nothing counted so far. `startedAt`: "now" for what the rule book says. */
export function createLogSummary(times: LogTimes, startedAt: string): LogSummary {
  const causes = createCauseReader();
  const explain = createExplainer(startedAt);
  const groups = createGroups();
  const hours = createHours(times);
  const formats = new Set<LogFormat>();
  const totals = noCounts();
  const span = createSpan();
  let mailLines = 0;
  const count = (format: LogFormat, kind: LogOutcome, time: string, events: number) => {
    formats.add(format);
    totals[kind] += events;
    hours.count(time, kind, events);
  };
  const seeTime = (time: string) => {
    if (time !== '') span.see(times.read(time));
  };
  return {
    causes,
    explain,
    seeTime,
    addNotes(format, lines) {
      mailLines += lines;
      if (lines > 0) formats.add(format);
    },
    addDelivered(format, events, time) {
      mailLines += events;
      count(format, 'delivered', time, events);
    },
    add(event) {
      mailLines += 1;
      formats.add(event.format);
      seeTime(event.time);
      if (event.kind === 'note') return null;
      count(event.format, event.kind, event.time, 1);
      if (event.kind === 'delivered') return null;
      const domain = domainOf(event.recipient);
      const failure: CountedFailure = {
        outcome: event.kind,
        cause: causes.read(event.reason, isForGood(event), { domain }),
        domain: domain ?? event.destination ?? null,
        atMs: times.read(event.time),
      };
      groups.add(failure, event.reason);
      return failure;
    },
    conclude: () => ({
      causes: listCauses(groups.list(), explain),
      recognisedAs: [...formats].sort(),
      firstAt: formatIsoTime(span.firstMs),
      lastAt: formatIsoTime(span.lastMs),
      mailLines,
      totals,
      groups: groups.list().map((group, at) => concludeGroup(group, explainGroup(group, at, explain))),
      hours: hours.list(),
    }),
  };
}

/** Of the many in the tail those that the same knowledge decided are judged once. */
function explainGroup({ cause, outcome, domain, alike }: Gathered, at: number, explain: LogSummary['explain']): ExplainedCause | null {
  if (at < namedGroups) return explain(cause, { outcome, domain, alike });
  return explain(cause, { outcome, domain: null, alike: alike === 'text' ? 'entry' : alike });
}

function noCounts(): Counts {
  return { delivered: 0, deferred: 0, failed: 0, refused: 0 };
}

interface Span {
  firstMs: number | null;
  lastMs: number | null;
  see(atMs: number | null): void;
}

/** The earliest and the latest time that was seen. */
function createSpan(): Span {
  return {
    firstMs: null,
    lastMs: null,
    see(atMs) {
      if (atMs === null) return;
      if (this.firstMs === null || atMs < this.firstMs) this.firstMs = atMs;
      if (this.lastMs === null || atMs > this.lastMs) this.lastMs = atMs;
    },
  };
}

function createGroups() {
  const groups = new Map<string, Gathered>();
  const find = ({ outcome, cause, domain }: CountedFailure, reason: string): Gathered => {
    const found = groups.get(`${outcome} ${nameCause(cause)} ${domain}`);
    if (found !== undefined) return found;
    const own = domain === null ? null : groups.size < mostGroups ? detachText(domain) : '*';
    const key = `${outcome} ${nameCause(cause)} ${own}`;
    const rest = groups.get(key);
    if (rest !== undefined) return rest;
    const first = { outcome, domain: own, cause: detachCause(cause), reason: detachText(reason), told: detachText(listTold(cause)) };
    const group: Gathered = { ...first, alike: 'text', events: 0, span: createSpan() };
    groups.set(key, group);
    return group;
  };
  return {
    add(failure: CountedFailure, reason: string) {
      const group = find(failure, reason);
      group.events += 1;
      group.alike = compareLikeness(group, failure.cause);
      group.span.see(failure.atMs);
    },
    /** The most frequent first. */
    list: () => [...groups.values()].sort((a, b) => b.events - a.events || compareTexts(a.domain ?? '', b.domain ?? '')),
  };
}

/** The cause without a hold on the block that it was cut from. */
function detachCause({ reason, replyText, ...meaning }: ReadCause): ReadCause {
  const { text, host, relay } = reason;
  const own = detachText(text);
  const detach = (name: string | null) => (name === null ? null : detachText(name));
  const detached = { ...reason, text: own, host: detach(host), relay: detach(relay) };
  return { ...meaning, replyText: replyText === text ? own : detachText(replyText), reason: detached };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function createHours(times: LogTimes) {
  const hours = new Map<number, Counts>();
  return {
    count(time: string, kind: LogOutcome, events: number) {
      const hour = times.readHour(time);
      if (hour === null) return;
      const counts = hours.get(hour) ?? (hours.size < mostHours ? noCounts() : null);
      if (counts === null) return;
      counts[kind] += events;
      hours.set(hour, counts);
    },
    list: () => [...hours].sort(([a], [b]) => a - b).map(([hour, counts]): LogHour => ({ startsAt: formatIsoTime(hour) ?? '', ...counts })),
  };
}

/** Judgements that are kept; what falls out is judged again. */
const mostExplained = 2000;

/** Judged once for all that is told in the same words, so that a log that is followed for months is followed fast. */
export function createExplainer(startedAt: string): LogSummary['explain'] {
  const explained = new Map<string, ExplainedCause | null>();
  return (cause, { outcome, domain, alike = 'text' }) => {
    const key = `${outcome} ${alike} ${keyOf(cause, alike)} ${domain}`;
    const before = explained.get(key);
    if (before !== undefined) return before;
    if (explained.size >= mostExplained) explained.clear();
    const general = explainCause(cause, domain, { startedAt, alike });
    const explanation = general === null ? null : assignOwnDecision(general, { outcome, reason: cause.reason.text });
    explained.set(detachText(key), explanation);
    return explanation;
  };
}

/** All that the judgement depends on: of one reply its words, of several what they share. */
function keyOf(cause: ReadCause, alike: Likeness): string {
  const { decidedBy, reason, isStandIn, replyText } = cause;
  if (alike === 'text') return `${reason.stage} ${reason.host} ${reason.isOwnSide} ${isStandIn} ${replyText}`;
  // The class of the code: whether senders bounce or try again.
  return `${nameCause(cause)} ${alike === 'entry' ? decidedBy : ''} ${isStandIn} ${replyText.charAt(0)}`;
}

function concludeGroup({ outcome, domain, cause, reason, alike, events, span }: Gathered, explained: ExplainedCause | null): LogGroup {
  return {
    outcome,
    domain,
    cause: explained,
    reason,
    alike,
    permanent: cause.failed,
    host: cause.reason.host,
    events,
    firstAt: formatIsoTime(span.firstMs),
    lastAt: formatIsoTime(span.lastMs),
  };
}

/** The groups of one cause and outcome taken together, in the order of the report. */
function listCauses(groups: readonly Gathered[], explain: LogSummary['explain']): readonly LogCause[] {
  const causes = new Map<string, Gathered[]>();
  for (const group of groups) {
    const key = `${group.outcome} ${nameCause(group.cause)}`;
    const before = causes.get(key);
    if (before === undefined) causes.set(key, [group]);
    else before.push(group);
  }
  return [...causes.values()].map((own) => concludeCause(own, explain)).sort(compareCauses);
}

function concludeCause(own: readonly Gathered[], explain: LogSummary['explain']): LogCause {
  const [first] = own;
  if (first === undefined) throw new Error('a cause has a group');
  const span = createSpan();
  for (const each of own) {
    span.see(each.span.firstMs);
    span.see(each.span.lastMs);
  }
  const events = own.reduce((sum, group) => sum + group.events, 0);
  const alike = own.reduce((most, group) => joinLikeness({ ...first, alike: most }, group), first.alike);
  const explained = explain(first.cause, { outcome: first.outcome, domain: own.length === 1 ? first.domain : null, alike });
  const { domain: _, ...whole } = concludeGroup({ ...first, alike, events, span }, explained);
  return { ...whole, domains: own.filter(({ domain }) => domain !== null).length };
}

function compareCauses(a: LogCause, b: LogCause): number {
  return Number(a.outcome === 'refused') - Number(b.outcome === 'refused') || b.events - a.events;
}
