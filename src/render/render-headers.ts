/**
 * The header of a message for the terminal: the summary, what is wrong, the picture of the way, what else is recorded.
 *
 * No line exceeds the width; every text from the message is shown with its control characters visible.
 */
import type { HeaderHop, HeadersProblem, HeadersReport } from '../model/headers-report.js';
import { cutToWidth, displayWidth, padToWidth } from './display-width.js';
import {
  barOf,
  describeDelay,
  describeHop,
  describeRest,
  fullBarOf,
  listIdentity,
  listRecords,
  listTimes,
  nameHop,
  problemTones,
  titleWay,
} from './headers-words.js';
import { createPaint } from './paint.js';
import type { TextOptions } from './render-text.js';
import { describeVerification } from './signature-words.js';
import { layHeading, layItem, layLabelled, layParagraph, laySteps, limitList, type PageStyle } from './text/page.js';
import { formatVisible } from './visible-text.js';

const shownHops = 30;
const shownProblems = 6;

/** The report as text with a final line end. */
export function renderHeaders(report: HeadersReport, { width, colour, verbose }: TextOptions): string {
  const style: PageStyle = { width: Math.min(160, Math.max(40, width)), paint: createPaint(colour), verbose };
  const lines = [
    ...layParagraph(style, report.summary, 0).map((line) => style.paint('strong', line)),
    ...renderProblems(report.problems, style),
    ...renderHops(report.hops, style),
    ...renderRecords(report, style),
    ...renderRest(report, style),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** The summary alone, with a line end. */
export function renderHeadersLine({ summary }: HeadersReport): string {
  return `${formatVisible(summary)}\n`;
}

function renderProblems(problems: readonly HeadersProblem[], style: PageStyle): readonly string[] {
  const { shown, rest } = limitList(style, problems, shownProblems, 'findings');
  return [
    ...shown.flatMap(({ severity, summary, actor, remedy }) => [
      '',
      ...layParagraph(style, `${severity}: ${summary}`, 0).map((line) => style.paint(problemTones[severity], line)),
      ...(actor === null ? [] : layLabelled(style, 'Who must act', `${actor}.`)),
      ...(remedy.length === 0 ? [] : laySteps(style, 'What to do', remedy)),
    ]),
    ...rest,
  ];
}

/** A line with a bar for each hop, and beneath it who gave it over. */
function renderHops(hops: readonly HeaderHop[], style: PageStyle): readonly string[] {
  if (hops.length === 0) return [];
  const { shown, rest } = limitList(style, hops, shownHops, 'hops');
  const times = style.width < narrow ? shown.map(() => '') : listTimes(shown);
  const columns = measure(shown, times, style.width);
  const full = fullBarOf(hops);
  const lines = shown.flatMap((hop, at) => [drawHop(hop, times[at] ?? '', { columns, full, style }), ...layHopDetail(hop, columns, style)]);
  return [...layHeading(style, titleWay(hops)), ...lines, ...rest];
}

interface HopColumns {
  readonly number: number;
  readonly name: number;
  readonly time: number;
  readonly delay: number;
  readonly bar: number;
}

/** The bar takes what the name leaves, at least a few columns. */
function measure(hops: readonly HeaderHop[], times: readonly string[], width: number): HopColumns {
  const number = String(hops.at(-1)?.number ?? 1).length;
  const time = Math.max(...times.map((each) => each.length));
  const delay = Math.max(...hops.map((hop) => describeDelay(hop).length), 4);
  const longest = Math.max(...hops.map((hop) => displayWidth(formatVisible(nameHop(hop)))));
  const others = number + time + delay + (time === 0 ? 6 : 8);
  const name = Math.min(longest, Math.max(12, width - others - smallestBar));
  return { number, time, delay, name, bar: Math.max(1, Math.min(40, width - others - name)) };
}

const smallestBar = 8;
/** Below so many columns the times give their place to the delays. */
const narrow = 60;

interface Drawing {
  readonly columns: HopColumns;
  /** Milliseconds that fill a bar. */
  readonly full: number;
  readonly style: PageStyle;
}

function drawHop(hop: HeaderHop, time: string, { columns, full, style }: Drawing): string {
  const share = barOf(hop) / full;
  const cells = share === 0 ? 0 : Math.max(1, Math.round(share * columns.bar));
  const host = padToWidth(cutToWidth(formatVisible(nameHop(hop)), columns.name), columns.name);
  const drawn = hop.clock === 'plausible' ? '█'.repeat(cells) : hop.clock === 'untold' ? '' : '?';
  const tone = share === 1 ? 'late' : 'quiet';
  const cellsBefore = [
    String(hop.number).padStart(columns.number),
    host,
    ...(columns.time === 0 ? [] : [time.padStart(columns.time)]),
    describeDelay(hop).padStart(columns.delay),
  ];
  return `${cellsBefore.join('  ')}  ${style.paint(tone, drawn)}`;
}

function layHopDetail(hop: HeaderHop, { number }: HopColumns, style: PageStyle): readonly string[] {
  const detail = layParagraph(style, describeHop(hop), number + 2);
  const text = style.verbose ? layParagraph(style, hop.text, number + 4) : [];
  return [...detail, ...text].map((line) => style.paint('quiet', line));
}

function renderRecords(report: HeadersReport, style: PageStyle): readonly string[] {
  const records = listRecords(report, style.verbose);
  const identity = listIdentity(report);
  const verified = describeVerification(report);
  return [
    ...(identity.length === 0 ? [] : layHeading(style, 'The message')),
    ...identity.flatMap(([label, value]) => layLabelled(style, label, value)),
    ...records.flatMap(([label, lines]) => [...layHeading(style, label), ...lines.flatMap((line) => layItem(style, line, 0))]),
    ...(verified === null ? [] : ['', ...layParagraph(style, verified, 0)]),
  ];
}

function renderRest(report: HeadersReport, style: PageStyle): readonly string[] {
  const rest = describeRest(report);
  return rest === null ? [] : ['', ...layParagraph(style, rest, 0)];
}
