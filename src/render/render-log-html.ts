/**
 * A log, or the story of messages, as one self-contained page: what the text says, in the same order, with the hours drawn.
 */
import type { LogCause, LogHour, LogReport } from '../model/log-report.js';
import type { LogStory, MessageStory, StoryFate } from '../model/log-story.js';
import { formatDate } from './format-time.js';
import { layDocument } from './html/document.js';
import { type Markup, markup, nothing } from './html/markup.js';
import { layHtmlTable } from './html/table.js';
import { laySteps } from './html/verdict-part.js';
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
import {
  describeFate,
  describeFateActor,
  describeNothing,
  describeStation,
  fateTone,
  fateWords,
  formatStoryTime,
  nameMessage,
  nameRecipient,
  nameStation,
} from './story-words.js';
import { outcomeTones } from './words.js';

/** Domains of a cause on the page; --json has all of them. */
const shownDomains = 40;
const shownMessages = 100;

/** The report as an HTML document with a final line end. */
export function renderLogHtml(report: LogReport): string {
  const { story, startedAt, version } = report;
  const title = story === null ? 'Mail log' : `Mail log: ${[story.message, story.recipient].filter((part) => part !== null).join(', ')}`;
  return layDocument(
    title,
    markup`<header>
<p class="asked">${title}</p>
<p class="quiet"><time datetime="${startedAt}">${formatDate(startedAt)}</time></p>
</header>
<main>
${story === null ? laySummary(report) : layStory(story, report)}</main>
<footer>
<p>Made by mailwhy ${version}. All times are UTC.</p>
</footer>
`,
  );
}

function laySummary(report: LogReport): Markup {
  return markup`<section aria-labelledby="summary">
<h1 id="summary">${describeTotals(report)}</h1>
<p class="quiet">${describeLog(report)}</p>
${layCauses(report.causes)}</section>
<section aria-labelledby="failures">
<h2 id="failures">Failures by cause</h2>
${report.causes.map((cause) => layCause(cause, report))}</section>
${layHours(report.hours)}`;
}

function layCauses(causes: readonly LogCause[]): Markup {
  if (causes.length === 0) return nothing;
  const columns = [
    { title: 'Cause', kind: 'verbatim' },
    { title: 'Outcome' },
    { title: 'Events', kind: 'number' },
    { title: 'Domains', kind: 'number' },
  ] as const;
  const rows = causes.map((each) => ({
    cells: [each.cause?.code ?? '-', outcomeWords[each.outcome], String(each.events), countDomains(each)],
  }));
  return layHtmlTable('What did not get out of here first, then what was refused here', columns, rows);
}

const barWidth = 120;

function layHours(hours: readonly LogHour[]): Markup {
  if (hours.length < 2) return nothing;
  const columns = [
    { title: 'From' },
    { title: 'Delivered', kind: 'number' },
    { title: 'Deferred', kind: 'number' },
    { title: 'Given up', kind: 'number' },
    { title: 'Refused', kind: 'number' },
    { title: 'Failures' },
  ] as const;
  const most = Math.max(...hours.map(countFailures));
  const rows = hours.map((hour) => ({
    cells: [
      formatDate(hour.startsAt),
      ...[hour.delivered, hour.deferred, hour.failed, hour.refused].map(String),
      layBar(most === 0 ? 0 : countFailures(hour) / most),
    ],
  }));
  return markup`<section aria-labelledby="hours">
<h2 id="hours">Hours</h2>
<details open><summary>${hours.length} hours</summary><div>
${layHtmlTable('Deliveries in each hour', columns, rows)}</div></details>
</section>
`;
}

function countFailures({ deferred, failed, refused }: LogHour): number {
  return deferred + failed + refused;
}

/** Drawn by attributes alone; the numbers beside it say the same. */
function layBar(share: number): Markup {
  if (share === 0) return nothing;
  return markup`<svg width="${barWidth}" height="10" aria-hidden="true"><rect width="${Math.max(2, Math.round(share * barWidth))}" height="10" fill="currentColor"/></svg>`;
}

function layFact(label: string, content: string | Markup): Markup {
  return markup`<dt>${label}</dt><dd>${content}</dd>\n`;
}

function layCause(each: LogCause, report: LogReport): Markup {
  const { cause, reason, firstAt, lastAt } = each;
  const tone = cause === null ? 'unsure' : outcomeTones[cause.outcome];
  const domains = listDomains(each, report, shownDomains);
  const explained =
    cause === null
      ? layFact('Why', describeNoReason(report))
      : markup`${layFact('Why', cause.summary)}${layFact('Who must act', describeCauseActor(each, null))}${layFact(labelSteps(each), laySteps(cause.remedy))}${layFact('Waiting', `${cause.waiting}.`)}`;
  return markup`<details open>
<summary><strong class="${tone}">${nameCause(each)}</strong></summary>
<div>
<dl class="facts">
${domains === '' ? nothing : layFact('For', domains)}${explained}${reason === '' ? nothing : layFact('Said', markup`<code>${reason}</code>`)}${firstAt === null || lastAt === null ? nothing : layFact('When', describeSpan(firstAt, lastAt))}</dl>
</div>
</details>
`;
}

function layStory(story: LogStory, report: LogReport): Markup {
  if (story.messages.length === 0)
    return markup`<section aria-labelledby="summary">
<h1 id="summary">Nothing was found</h1>
${describeNothing(story, report).map((sentence) => markup`<p>${sentence}</p>\n`)}</section>
`;
  const more = story.messages.length - shownMessages;
  return markup`<p class="quiet">${describeLog(report)}</p>
${story.messages.slice(0, shownMessages).map(layMessage)}${more > 0 ? markup`<p class="quiet">… ${more} more messages</p>\n` : nothing}`;
}

function layMessage(message: MessageStory): Markup {
  const columns = [{ title: 'Time' }, { title: 'Machine', kind: 'verbatim' }, { title: 'Line', kind: 'verbatim' }] as const;
  const rows = message.lines.map(({ at, machine, text }) => ({ cells: [formatStoryTime(at), machine ?? '', text] }));
  return markup`<section>
<h2>${nameMessage(message)}</h2>
${message.fates.map(layFate)}<ul>${message.stations.map((station) => markup`<li><code>${nameStation(station)}</code>: ${describeStation(station)}</li>\n`)}</ul>
<details><summary>${message.lines.length} lines</summary><div>
${layHtmlTable('As logged', columns, rows)}</div></details>
</section>
`;
}

function layFate(fate: StoryFate): Markup {
  const { cause, said } = fate;
  const actor = describeFateActor(fate);
  return markup`<h3><span class="badge ${fateTone(fate)}">${fateWords[fate.outcome]}</span> ${nameRecipient(fate)}</h3>
<dl class="facts">
${layFact('What became of it', describeFate(fate))}${cause === null ? nothing : layFact('Why', `${cause.code ?? ''}: ${cause.summary}`)}${actor === null ? nothing : layFact('Who must act', actor)}${cause === null ? nothing : layFact(labelSteps(fate), laySteps(cause.remedy))}${said === '' ? nothing : layFact('Said', markup`<code>${said}</code>`)}</dl>
`;
}
