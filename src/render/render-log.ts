/**
 * A log for the terminal: totals, the failures by cause and domain, the hours.
 */
import type { LogOutcome } from '../model/log-outcome.js';
import type { LogCause, LogHour, LogReport } from '../model/log-report.js';
import { formatDate, formatMoment } from './format-time.js';
import {
  countDomains,
  describeCauseActor,
  describeLog,
  describeNoReason,
  describeSpan,
  describeTotals,
  labelSteps,
  listDomains,
  nameCause,
  outcomeWords,
} from './log-words.js';
import { createPaint } from './paint.js';
import { renderStory } from './render-log-story.js';
import type { TextOptions } from './render-text.js';
import { layHeading, layLabelled, layParagraph, laySteps, limitList, type PageStyle } from './text/page.js';
import { layTable } from './text/table.js';
import { formatVisible } from './visible-text.js';
import { outcomeTones } from './words.js';

const shownCauses = 8;
const shownDomains = 3;
const verboseDomains = 30;
const shownHours = 24;

/** The log, or the story that was asked for, as text with a final line end. */
export function renderLog(report: LogReport, { width, colour, verbose }: TextOptions): string {
  const style: PageStyle = { width: Math.min(160, Math.max(40, width)), paint: createPaint(colour), verbose };
  const lines = report.story === null ? renderSummary(report, style) : renderStory(report.story, report, style);
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function renderSummary(report: LogReport, style: PageStyle): readonly string[] {
  const { shown, rest } = limitList(style, report.causes, shownCauses, 'causes');
  return [
    ...layParagraph(style, describeLog(report), 0),
    ...layParagraph(style, describeTotals(report), 0),
    ...renderTable(report.causes, style),
    ...shown.flatMap((cause) => renderCause(cause, report, style)),
    ...rest,
    ...renderHours(report.hours, style),
  ];
}

function renderTable(causes: readonly LogCause[], style: PageStyle): readonly string[] {
  if (causes.length < 2) return [];
  const columns = [
    { title: 'Events', side: 'right' },
    { title: 'Domains', side: 'right' },
    { title: 'Outcome' },
    { title: 'Cause' },
  ] as const;
  const rows = causes.map((each) => [`${each.events}`, countDomains(each), outcomeWords[each.outcome], each.cause?.code ?? '-']);
  return ['', ...layTable(style, columns, rows)];
}

function renderCause(each: LogCause, report: LogReport, style: PageStyle): readonly string[] {
  const { cause, reason, firstAt, lastAt } = each;
  return [
    ...layHeading(style, nameCause(each)),
    ...layLabelled(style, 'For', listDomains(each, report, style.verbose ? verboseDomains : shownDomains)),
    ...(cause === null ? layLabelled(style, 'Why', describeNoReason(report)) : renderExplained(each, cause, style)),
    ...layLabelled(style, 'Said', reason),
    ...(firstAt === null || lastAt === null ? [] : layLabelled(style, 'When', describeSpan(firstAt, lastAt))),
  ];
}

function renderExplained(each: LogCause, cause: NonNullable<LogCause['cause']>, style: PageStyle): readonly string[] {
  const [first = '', ...rest] = layLabelled(style, 'Why', cause.summary);
  return [
    style.paint(outcomeTones[cause.outcome], first),
    ...rest,
    ...layLabelled(style, 'Who must act', describeCauseActor(each, null)),
    ...laySteps(style, labelSteps(each), style.verbose ? cause.remedy : cause.remedy.slice(0, 1)),
    ...(style.verbose ? layLabelled(style, 'Waiting', `${cause.waiting}.`) : []),
  ];
}

function renderHours(hours: readonly LogHour[], style: PageStyle): readonly string[] {
  if (hours.length < 2) return [];
  const recent = style.verbose ? hours : hours.slice(-shownHours);
  const columns = [
    { title: 'From' },
    { title: 'delivered', side: 'right' },
    { title: 'deferred', side: 'right' },
    { title: 'given up', side: 'right' },
    { title: 'refused' },
  ] as const;
  const rows = recent.map(({ startsAt, delivered, deferred, failed, refused }) => [
    formatDate(startsAt),
    ...[delivered, deferred, failed, refused].map(String),
  ]);
  const more = hours.length - recent.length;
  return ['', ...layTable(style, columns, rows), ...(more === 0 ? [] : layParagraph(style, `… ${more} earlier hours (-v shows all)`, 0))];
}

/** A failure in one line, as `--follow` prints it. */
export function renderFailure(
  failure: {
    readonly at: string | null;
    readonly machine: string | null;
    readonly queueId: string | null;
    readonly recipient: string | null;
    readonly outcome: LogOutcome;
    readonly reason: string;
    readonly cause: LogCause['cause'];
  },
  colour: boolean,
): string {
  const { at, queueId, recipient, outcome, reason, cause } = failure;
  const head = [at === null ? null : formatMoment(at, 0), queueId, recipient === null ? null : `<${recipient}>`].filter(
    (part) => part !== null,
  );
  const told = cause === null ? reason : describeKnown({ outcome, cause, reason }, recipient);
  const word = createPaint(colour)(cause === null ? 'strong' : outcomeTones[cause.outcome], outcomeWords[outcome]);
  return `${formatVisible(head.join(' '))} ${word}: ${formatVisible(told)}`;
}

function describeKnown(
  { outcome, cause, reason }: { readonly outcome: LogOutcome; readonly cause: NonNullable<LogCause['cause']>; readonly reason: string },
  recipient: string | null,
): string {
  const domain = recipient?.slice(recipient.lastIndexOf('@') + 1) ?? null;
  const actor = cause.responsible === 'nobody' || outcome === 'delivered' ? '' : ` ${describeCauseActor({ outcome, cause }, domain)}`;
  return `${cause.code ?? ''}: ${cause.summary}${actor}${reason === '' ? '' : ` Said: ${reason}`}`;
}
