/**
 * A queue for the terminal: how much waits, then each group with its cause, who must act, what to do, and the commands.
 *
 * The largest groups come first. No line exceeds the width, except commands, which stay whole so that they can be copied.
 */
import type { ExplainedCause } from '../model/explained-cause.js';
import type { QueueFormat, QueueGroup, QueueReport, QueueState } from '../model/queue-report.js';
import { formatDate, formatDuration } from './format-time.js';
import { createPaint } from './paint.js';
import type { TextOptions } from './render-text.js';
import { labelColumns, layLabelled, layParagraph, laySteps, limitList, type PageStyle } from './text/page.js';
import { formatVisible } from './visible-text.js';
import { describeParty, outcomeTones } from './words.js';

const formatNames: Readonly<Record<QueueFormat, string>> = {
  'postqueue-json': 'postqueue -j of Postfix',
  'postfix-mailq': 'mailq of Postfix',
  'sendmail-mailq': 'mailq of Sendmail',
  'exim-bp': 'exim -bp or exipick',
  'qmail-qread': 'qmail-qread',
  smtpctl: 'smtpctl show queue of OpenSMTPD',
  'exchange-queue': 'Get-Queue of Exchange',
  'exchange-message': 'Get-Message of Exchange',
};

const stateWords: Readonly<Record<QueueState, string>> = {
  active: 'on its way now',
  waiting: 'not refused so far',
  deferred: 'deferred',
  held: 'on hold',
  frozen: 'frozen',
  suspended: 'suspended',
};

const shownGroups = 12;

/** The queue as text with a final line end. */
export function renderQueue(report: QueueReport, { width, colour, verbose }: TextOptions): string {
  const style: PageStyle = { width: Math.min(160, Math.max(40, width)), paint: createPaint(colour), verbose };
  const { shown, rest } = limitList(style, report.groups, shownGroups, 'groups');
  const lines = [
    ...layParagraph(style, describeQueue(report), 0),
    ...shown.flatMap((group) => renderGroup(group, report, style)),
    ...rest,
    ...renderStrange(report, style),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function describeQueue({ messages, groups, recognisedAs, startedAt }: QueueReport): string {
  const said = `read as ${formatNames[recognisedAs]}, ${formatDate(startedAt)}`;
  if (messages === 0) return `Nothing is queued (${said}).`;
  return `${count(messages, 'message')} in ${count(groups.length, 'group')} by destination and cause (${said}).`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function renderGroup(group: QueueGroup, report: QueueReport, style: PageStyle): readonly string[] {
  const { cause } = group;
  const domain = group.destination ?? "the recipient's domain";
  const title = `${count(group.messages, 'message')} for ${group.destination ?? 'no destination told'}, ${stateWords[group.state]}`;
  const code = cause?.code ?? '';
  const head = layParagraph(style, code === '' ? title : `${title}: ${code}`, 0);
  return [
    '',
    ...head.map((line) => style.paint('strong', line)),
    ...(cause === null ? layLabelled(style, 'Why', withoutReason(group, report)) : renderCause(cause, domain, style)),
    ...layLabelled(style, 'Age', describeAge(group, report)),
    ...layLabelled(style, 'Next', describeNext(group, report)),
    ...(group.reason === null ? [] : layLabelled(style, 'Said', group.reason)),
    ...renderCommands('Try now', group.release, style),
    ...renderCommands('Remove', group.remove, style),
  ];
}

function renderCause(cause: ExplainedCause, domain: string, style: PageStyle): readonly string[] {
  const [first = '', ...rest] = layLabelled(style, 'Why', cause.summary);
  return [
    style.paint(outcomeTones[cause.outcome], first),
    ...rest,
    ...layLabelled(
      style,
      'Who must act',
      cause.responsible === 'nobody' ? 'Nobody: it is tried again by itself.' : `${describeParty(cause.responsible, domain)}.`,
    ),
    ...laySteps(style, 'What to do', cause.remedy),
    ...layLabelled(style, 'Waiting', `${cause.waiting}.`),
  ];
}

function withoutReason({ state }: QueueGroup, { recognisedAs }: QueueReport): string {
  if (state === 'held') return 'Somebody put it on hold; it stays until it is released.';
  if (state === 'frozen')
    return 'Exim has frozen it: a bounce that cannot be delivered, or an error in its configuration. Why stands in its log: exim -Mvl ID.';
  if (state === 'suspended') return 'Somebody suspended it; it stays until it is resumed.';
  if (state === 'active') return 'It is being delivered at this moment.';
  if (recognisedAs === 'exim-bp')
    return 'The listing gives no reason; it stands in the message log (exim -Mvl ID) and the main log (mailwhy log).';
  return 'The listing gives no reason; the log has it (mailwhy log).';
}

function describeAge({ oldestAt, newestAt }: QueueGroup, { startedAt }: QueueReport): string {
  const age = (at: string) => formatDuration(Math.max(0, Date.parse(startedAt) - Date.parse(at)));
  if (oldestAt === null) return 'not told';
  return newestAt === null || newestAt === oldestAt ? age(oldestAt) : `the oldest ${age(oldestAt)}, the newest ${age(newestAt)}`;
}

function describeNext({ nextTryAt, expiresAt, expiryAssumed }: QueueGroup, { startedAt }: QueueReport): string {
  const until = (at: string) => {
    const ms = Date.parse(at) - Date.parse(startedAt);
    return ms <= 0 ? 'overdue' : `in ${formatDuration(ms)}`;
  };
  const next = nextTryAt === null ? [] : [`the next try ${until(nextTryAt)}`];
  const end = expiresAt === null ? [] : [`the oldest is given up ${until(expiresAt)}${expiryAssumed ? " (by the product's default)" : ''}`];
  return [...next, ...end].join('; ') || 'not told';
}

/** Commands stay whole; long lists of ids are for --json and -v. */
function renderCommands(label: string, commands: readonly string[], { paint, verbose }: PageStyle): readonly string[] {
  const [first] = commands;
  if (first === undefined) return [];
  const shown = verbose ? commands : [first];
  const lines = shown.map((command) =>
    verbose || command.length <= longestCommand ? command : `${command.slice(0, longestCommand)} … (-v shows it whole)`,
  );
  const more = commands.length > shown.length ? [`… ${commands.length - shown.length} more commands (-v shows all)`] : [];
  return [...lines, ...more].map((line, at) => paint('quiet', (at === 0 ? label : '').padEnd(labelColumns)) + formatVisible(line));
}

const longestCommand = 200;

function renderStrange({ notUnderstood: { lines, examples } }: QueueReport, style: PageStyle): readonly string[] {
  if (lines === 0) return [];
  return ['', ...layParagraph(style, `${count(lines, 'line')} not understood, such as: ${examples[0] ?? ''}`, 0)];
}
