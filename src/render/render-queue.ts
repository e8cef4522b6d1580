/**
 * A queue for the terminal: how much waits, then each group with its cause, who must act, what to do, and the commands.
 *
 * The largest groups come first. No line exceeds the width, except commands, which stay whole so that they can be copied.
 */
import type { ExplainedCause } from '../model/explained-cause.js';
import type { QueueGroup, QueueReport } from '../model/queue-report.js';
import { createPaint } from './paint.js';
import { describeNoCommand, describeWhy } from './queue-reasons.js';
import {
  countOf,
  describeAge,
  describeGroupActor,
  describeNext,
  describeQueue,
  describeShared,
  listHosts,
  nameGroup,
} from './queue-words.js';
import type { TextOptions } from './render-text.js';
import { renderFollowUp } from './text/follow-up-section.js';
import { labelColumns, layHeading, layLabelled, layParagraph, laySteps, limitList, type PageStyle } from './text/page.js';
import { formatVisible } from './visible-text.js';
import { outcomeTones } from './words.js';

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
    ...(report.followUp === null ? [] : renderFollowUp(report.followUp, style)),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function renderGroup(group: QueueGroup, report: QueueReport, style: PageStyle): readonly string[] {
  const { cause } = group;
  return [
    ...layHeading(style, nameGroup(group)),
    ...renderWhy(describeWhy(group, report), cause, style),
    ...(cause === null ? [] : renderCause(group, cause, style)),
    ...layLabelled(style, 'Age', describeAge(group, report)),
    ...layLabelled(style, 'Next', describeNext(group, report)),
    ...layLabelled(style, 'Hosts', listHosts(group) ?? ''),
    ...renderReasons(group, style),
    ...renderCommands('Try now', group.release, style),
    ...layLabelled(style, 'Try now', describeNoCommand(group, report) ?? ''),
    ...renderCommands('Remove', group.remove, style),
    ...layLabelled(style, '', describeShared(group) ?? ''),
  ];
}

function renderWhy(why: string, cause: ExplainedCause | null, style: PageStyle): readonly string[] {
  const [first = '', ...rest] = layLabelled(style, 'Why', why);
  return [cause === null ? first : style.paint(outcomeTones[cause.outcome], first), ...rest];
}

function renderCause(group: QueueGroup, cause: ExplainedCause, style: PageStyle): readonly string[] {
  return [
    ...layLabelled(style, 'Who must act', describeGroupActor(group) ?? ''),
    ...laySteps(style, 'What to do', cause.remedy),
    ...layLabelled(style, 'Waiting', `${cause.waiting}.`),
  ];
}

/** One reason, or one of each host where everything is shown. */
function renderReasons({ reason, saidBy }: QueueGroup, style: PageStyle): readonly string[] {
  if (reason === null) return [];
  if (!style.verbose || saidBy.length < 2) return layLabelled(style, 'Said', reason);
  return saidBy.flatMap((said, at) => layLabelled(style, at === 0 ? 'Said' : '', said.reason));
}

/** Beyond this a command is cut where it is not asked for whole. */
const longestCommand = 200;

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

function renderStrange({ notUnderstood: { lines, examples } }: QueueReport, style: PageStyle): readonly string[] {
  if (lines === 0) return [];
  return ['', ...layParagraph(style, `${countOf(lines, 'line')} not understood, such as: ${examples[0] ?? ''}`, 0)];
}
