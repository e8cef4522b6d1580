/**
 * The header of a message as one self-contained page: what the text says, in the same order, with the bars drawn.
 */
import type { HeaderHop, HeadersProblem, HeadersReport } from '../model/headers-report.js';
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
import { layDocument } from './html/document.js';
import { type Markup, markup, nothing } from './html/markup.js';
import { layHtmlTable } from './html/table.js';
import { describeVerification } from './signature-words.js';

/** The report as an HTML document with a final line end. */
export function renderHeadersHtml(report: HeadersReport): string {
  const title = report.message.subject ?? report.message.messageId ?? 'a message';
  return layDocument(
    `${title}: its way`,
    markup`<header>
<p class="asked"><code>${title}</code></p>
</header>
<main>
<section aria-labelledby="summary">
<h1 id="summary">${report.summary}</h1>
${report.problems.map(layProblem)}</section>
${layHops(report.hops)}${layIdentity(report)}${listRecords(report, true).map(layRecord)}${layRest(report)}</main>
<footer>
<p>Made by mailwhy ${report.version}. ${describeVerification(report) ?? ''} All times are UTC.</p>
</footer>
`,
  );
}

function layProblem({ severity, summary, actor, remedy }: HeadersProblem): Markup {
  return markup`<h2><span class="badge ${problemTones[severity]}">${severity}</span> ${summary}</h2>
<dl class="facts">
${actor === null ? nothing : markup`<dt>Who must act</dt><dd>${actor}.</dd>\n`}${remedy.map((step) => markup`<dt>What to do</dt><dd>${step}</dd>\n`)}</dl>
`;
}

const columns = [
  { title: 'Hop', kind: 'number' },
  { title: 'Server' },
  { title: 'Time', kind: 'number' },
  { title: 'Delay', kind: 'number' },
  { title: 'Waited' },
  { title: 'Given over' },
] as const;

function layHops(hops: readonly HeaderHop[]): Markup {
  if (hops.length === 0) return nothing;
  const full = fullBarOf(hops);
  const times = listTimes(hops);
  const rows = hops.map((hop, at) => ({
    cells: [String(hop.number), nameHop(hop), times[at] ?? '', describeDelay(hop), layBar(hop, full), describeHop(hop)],
    ...(barOf(hop) === full ? { tone: 'ends' as const } : {}),
  }));
  return markup`<section aria-labelledby="way">
<h2 id="way">The way</h2>
${layHtmlTable(titleWay(hops), columns, rows, 1)}</section>
`;
}

const barWidth = 120;

/** Drawn by attributes alone; the delay beside it says the same in words. */
function layBar(hop: HeaderHop, full: number): Markup {
  const share = barOf(hop) / full;
  if (share === 0) return nothing;
  return markup`<svg width="${barWidth}" height="10" aria-hidden="true"><rect width="${Math.max(2, Math.round(share * barWidth))}" height="10" fill="currentColor"/></svg>`;
}

function layIdentity(report: HeadersReport): Markup {
  const pairs = listIdentity(report);
  if (pairs.length === 0) return nothing;
  return markup`<section aria-labelledby="message">
<h2 id="message">The message</h2>
<dl class="facts">
${pairs.map(([label, value]) => markup`<dt>${label}</dt><dd>${value}</dd>\n`)}</dl>
</section>
`;
}

function layRecord([label, lines]: readonly [string, readonly string[]]): Markup {
  return markup`<section>
<h2>${label}</h2>
<ul>${lines.map((line) => markup`<li>${line}</li>\n`)}</ul>
</section>
`;
}

function layRest(report: HeadersReport): Markup {
  const rest = describeRest(report);
  return rest === null ? nothing : markup`<p class="notice">${rest}</p>\n`;
}
