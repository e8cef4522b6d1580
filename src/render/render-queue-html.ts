/**
 * A queue as one self-contained page: what the text says, in the same order, the commands whole.
 */
import type { QueueGroup, QueueReport } from '../model/queue-report.js';
import { formatDate } from './format-time.js';
import { layDocument } from './html/document.js';
import { layFollowUp } from './html/follow-up-part.js';
import { type Markup, markup, nothing } from './html/markup.js';
import { layHtmlTable } from './html/table.js';
import { laySteps } from './html/verdict-part.js';
import { describeNoCommand, describeWhy } from './queue-reasons.js';
import {
  countOf,
  describeAge,
  describeGroupActor,
  describeNext,
  describeQueue,
  describeShared,
  nameDestination,
  nameGroup,
  nameState,
} from './queue-words.js';
import { outcomeTones } from './words.js';

/** Groups on the page; --json has all of them. */
const shownGroups = 200;
/** Groups that stand open. */
const openGroups = 12;

/** The report as an HTML document with a final line end. */
export function renderQueueHtml(report: QueueReport): string {
  const { startedAt, version, groups, notUnderstood } = report;
  const more = groups.length - shownGroups;
  return layDocument(
    'Mail queue',
    markup`<header>
<p class="asked">Mail queue</p>
<p class="quiet"><time datetime="${startedAt}">${formatDate(startedAt)}</time></p>
</header>
<main>
<section aria-labelledby="summary">
<h1 id="summary">${describeQueue(report)}</h1>
${layOverview(report)}</section>
${layFollowUp(report.followUp)}<section aria-labelledby="groups">
<h2 id="groups">Groups</h2>
${groups.slice(0, shownGroups).map((group, at) => layGroup(group, report, at < openGroups))}${more > 0 ? markup`<p class="quiet">… ${countOf(more, 'more group')}</p>\n` : nothing}</section>
${notUnderstood.lines === 0 ? nothing : markup`<p class="notice">${countOf(notUnderstood.lines, 'line')} not understood, such as: <code>${notUnderstood.examples[0] ?? ''}</code></p>\n`}</main>
<footer>
<p>Made by mailwhy ${version}. All times are UTC.</p>
</footer>
`,
  );
}

const columns = [
  { title: 'Destination', kind: 'verbatim' },
  { title: 'Messages', kind: 'number' },
  { title: 'State' },
  { title: 'Cause', kind: 'verbatim' },
  { title: 'Age' },
] as const;

function layOverview(report: QueueReport): Markup {
  if (report.groups.length < 2) return nothing;
  const rows = report.groups.slice(0, shownGroups).map((group) => ({
    cells: [nameDestination(group), String(group.messages), nameState(group), group.cause?.code ?? '-', describeAge(group, report)],
  }));
  return layHtmlTable('The largest groups first', columns, rows);
}

function layFact(label: string, content: string | Markup | null): Markup {
  return content === null || content === '' ? nothing : markup`<dt>${label}</dt><dd>${content}</dd>\n`;
}

function layGroup(group: QueueGroup, report: QueueReport, open: boolean): Markup {
  const { cause, reason } = group;
  const tone = cause === null ? 'unsure' : outcomeTones[cause.outcome];
  return markup`<details${open ? markup` open` : nothing}>
<summary><strong class="${tone}">${nameGroup(group)}</strong></summary>
<div>
<dl class="facts">
${layFact('Why', describeWhy(group, report))}${layFact('Who must act', describeGroupActor(group))}${layFact('What to do', cause === null ? null : laySteps(cause.remedy))}${layFact('Waiting', cause === null ? null : `${cause.waiting}.`)}${layFact('Age', describeAge(group, report))}${layFact('Next', describeNext(group, report))}${laySaid(group, reason)}${layCommands('Try now', group.release)}${layFact('Try now', describeNoCommand(group, report))}${layCommands('Remove', group.remove)}${layFact('Beware', describeShared(group))}</dl>
</div>
</details>
`;
}

function laySaid({ saidBy }: QueueGroup, reason: string | null): Markup {
  if (reason === null) return nothing;
  if (saidBy.length < 2) return layFact('Said', markup`<code>${reason}</code>`);
  return layFact(
    'Said',
    markup`<ul>${saidBy.map(({ host, recipients, reason: said }) => markup`<li>${host ?? 'no host named'} (${recipients}): <code>${said}</code></li>\n`)}</ul>`,
  );
}

function layCommands(label: string, commands: readonly string[]): Markup {
  return commands.length === 0 ? nothing : layFact(label, markup`<pre>${commands.map((command) => markup`${command}\n`)}</pre>`);
}
