/**
 * A log for the terminal: totals, the failures by cause and domain, the hours; or the story of a message.
 */
import type { LogGroup, LogHour, LogOutcome, LogReport, StoryLine } from '../model/log-report.js';
import { formatDate, formatMoment } from './format-time.js';
import { createPaint } from './paint.js';
import type { TextOptions } from './render-text.js';
import { hang, layHeading, layLabelled, layParagraph, laySteps, limitList, type PageStyle } from './text/page.js';
import { layTable } from './text/table.js';
import { formatVisible } from './visible-text.js';
import { describeParty, outcomeTones } from './words.js';

const formatNames: Readonly<Record<LogReport['recognisedAs'][number], string>> = {
  postfix: 'Postfix',
  exim: 'Exim',
  sendmail: 'Sendmail',
  opensmtpd: 'OpenSMTPD',
  'exchange-tracking': 'Exchange message tracking',
  'exchange-protocol': 'Exchange SMTP protocol',
};

const outcomeWords: Readonly<Record<LogOutcome, string>> = {
  delivered: 'delivered',
  deferred: 'deferred',
  failed: 'given up',
  refused: 'refused by this server',
};

const shownGroups = 12;
const shownHours = 24;

/** The log as text with a final line end. */
export function renderLog(report: LogReport, { width, colour, verbose }: TextOptions): string {
  const style: PageStyle = { width: Math.min(160, Math.max(40, width)), paint: createPaint(colour), verbose };
  const lines = report.story === null ? renderSummary(report, style) : renderStory(report.story, style);
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function renderSummary(report: LogReport, style: PageStyle): readonly string[] {
  const { shown, rest } = limitList(style, report.groups, shownGroups, 'groups');
  return [
    ...layParagraph(style, describeLog(report), 0),
    ...layParagraph(style, describeTotals(report), 0),
    ...renderCauses(report.groups, style),
    ...shown.flatMap((group) => renderGroup(group, style)),
    ...rest,
    ...renderHours(report.hours, style),
  ];
}

function describeLog({ recognisedAs, lines, mailLines, firstAt, lastAt }: LogReport): string {
  const whose = recognisedAs.length === 0 ? 'no mail server that is known' : recognisedAs.map((format) => formatNames[format]).join(', ');
  const when = firstAt === null || lastAt === null ? '' : `, ${formatDate(firstAt)} to ${formatDate(lastAt)}`;
  return `${mailLines} of ${lines} lines are of ${whose}${when}.`;
}

function describeTotals({ totals }: LogReport): string {
  const told = (['delivered', 'deferred', 'failed', 'refused'] as const).map((outcome) => `${totals[outcome]} ${outcomeWords[outcome]}`);
  return `Deliveries: ${told.join(', ')}.`;
}

/** The causes over all domains, the most frequent first. */
function renderCauses(groups: readonly LogGroup[], style: PageStyle): readonly string[] {
  const causes = new Map<string, { events: number; domains: number; row: readonly [string, string] }>();
  for (const { outcome, cause, events } of groups) {
    const row = [outcomeWords[outcome], cause?.code ?? '-'] as const;
    const before = causes.get(row.join(' ')) ?? { events: 0, domains: 0, row };
    causes.set(row.join(' '), { events: before.events + events, domains: before.domains + 1, row });
  }
  if (causes.size === 0) return [];
  const columns = [
    { title: 'Events', side: 'right' },
    { title: 'Domains', side: 'right' },
    { title: 'Outcome' },
    { title: 'Cause' },
  ] as const;
  const rows = [...causes.values()]
    .sort((a, b) => b.events - a.events)
    .map(({ events, domains, row }) => [`${events}`, `${domains}`, ...row]);
  return ['', ...layTable(style, columns, rows)];
}

function renderGroup(group: LogGroup, style: PageStyle): readonly string[] {
  const { cause, domain } = group;
  const about = domain === null ? 'no recipient told' : domain === '*' ? 'other domains' : domain;
  const title = `${group.events} ${outcomeWords[group.outcome]} for ${about}${cause?.code == null ? '' : `: ${cause.code}`}`;
  return [
    ...layHeading(style, title),
    ...(cause === null ? [] : renderCause(cause, domain, style)),
    ...layLabelled(style, 'Said', group.reason),
    ...(group.firstAt === null || group.lastAt === null
      ? []
      : layLabelled(
          style,
          'When',
          group.firstAt === group.lastAt ? formatDate(group.firstAt) : `${formatDate(group.firstAt)} to ${formatDate(group.lastAt)}`,
        )),
  ];
}

function renderCause(cause: NonNullable<LogGroup['cause']>, domain: string | null, style: PageStyle): readonly string[] {
  const [first = '', ...rest] = layLabelled(style, 'Why', cause.summary);
  const named = domain === null || domain === '*' ? "the recipient's domain" : domain;
  const actor = cause.responsible === 'nobody' ? 'Nobody: it is tried again by itself.' : `${describeParty(cause.responsible, named)}.`;
  const steps = style.verbose ? cause.remedy : cause.remedy.slice(0, 1);
  return [
    style.paint(outcomeTones[cause.outcome], first),
    ...rest,
    ...layLabelled(style, 'Who must act', actor),
    ...laySteps(style, 'What to do', steps),
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
    `${delivered}`,
    `${deferred}`,
    `${failed}`,
    `${refused}`,
  ]);
  return ['', ...layTable(style, columns, rows)];
}

function renderStory(story: readonly StoryLine[], style: PageStyle): readonly string[] {
  if (story.length === 0) return ['Nothing in the log is about it.'];
  return story.flatMap(({ at, machine, text, cause }) => {
    const time = at === null ? '' : `${at.slice(0, 10)} ${formatMoment(at, 0)} `;
    const line = hang(text, `${formatVisible(`${time}${machine === null ? '' : `${machine} `}`)}`, style.width);
    if (cause === null) return line;
    const why = layParagraph(style, `${cause.code ?? ''}: ${cause.summary} ${cause.remedy[0] ?? ''}`, 4);
    return [...line, ...why.map((each) => style.paint(outcomeTones[cause.outcome], each))];
  });
}

/** A failure in one line, as `--follow` prints it. */
export function renderFailure(
  failure: {
    readonly at: string | null;
    readonly queueId: string | null;
    readonly recipient: string | null;
    readonly outcome: LogOutcome;
    readonly reason: string;
    readonly cause: LogGroup['cause'];
  },
  colour: boolean,
): string {
  const { at, queueId, recipient, outcome, reason, cause } = failure;
  const head = [at === null ? null : formatMoment(at, 0), queueId, recipient === null ? null : `<${recipient}>`].filter(
    (part) => part !== null,
  );
  const why = cause === null ? reason : `${cause.code ?? ''}: ${cause.summary}`;
  const actor = cause === null || cause.responsible === 'nobody' ? '' : ` [${cause.responsible}]`;
  const word = createPaint(colour)(cause === null ? 'strong' : outcomeTones[cause.outcome], outcomeWords[outcome]);
  return `${formatVisible(head.join(' '))} ${word}: ${formatVisible(why + actor)}`;
}
