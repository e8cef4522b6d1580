/**
 * Many explained messages on a page: counts by cause, each to unfold, and a list of recipients.
 */
import type { Explained } from '../../model/explained.js';
import type { CauseCount } from '../../model/explained-summary.js';
import { kindTones } from '../explained-words.js';
import { describeExample, listCounts, nameDomain } from '../render-explained-list.js';
import { describeParties } from '../words.js';
import { type Markup, markup, nothing } from './markup.js';
import { layHtmlTable } from './table.js';
import { layFact, laySteps } from './verdict-part.js';

const causeColumns = [{ title: 'Recipients', kind: 'number' }, { title: 'Cause' }, { title: 'Domains' }, { title: 'Refused by' }] as const;

export function layCauses(causes: readonly CauseCount[]): Markup {
  if (causes.length === 0) return nothing;
  const rows = causes.map(({ recipients, kind, code, domains, hosts }) => ({
    cells: [String(recipients), markup`${layKind(kind)} <code>${code ?? ''}</code>`, listCounts(domains), listCounts(hosts)],
  }));
  return markup`<section aria-labelledby="causes">
<h2 id="causes">Causes</h2>
${layHtmlTable('The most frequent first', causeColumns, rows, 1)}${causes.map(layCause)}</section>
`;
}

function layKind(kind: CauseCount['kind']): Markup {
  return markup`<strong class="${kindTones[kind]}">${kind}</strong>`;
}

function layCause(cause: CauseCount): Markup {
  const { kind, code, means, recipients, responsible, remedy, example } = cause;
  const outcome = kind === 'failed' ? 'undeliverable' : 'delayed';
  const { acts } = describeParties({ responsible, alsoInform: [], outcome }, nameDomain(cause));
  return markup`<details>
<summary>${recipients} ${layKind(kind)} <code>${code ?? ''}</code> ${means}</summary>
<div>
<dl class="facts">
${acts === null ? nothing : layFact('Who must act', acts)}${remedy.length === 0 ? nothing : layFact('What to do', laySteps(remedy))}${layFact('For example', describeExample(example))}</dl>
</div>
</details>
`;
}

const listColumns = [{ title: 'Address' }, { title: 'Cause' }, { title: 'Said', kind: 'verbatim' }, { title: 'From' }] as const;

/** Characters of a reply in a list; all of it stands in the records. */
const longestReply = 160;

export function layList(explained: readonly Explained[]): Markup {
  const rows = explained.flatMap(({ source, kind, recipients }) =>
    recipients.length === 0
      ? [{ cells: ['', layKind(kind), '', source ?? ''] }]
      : recipients.map((each) => ({
          cells: [each.address ?? '', markup`${layKind(each.kind)} ${each.code ?? ''}`, shorten(each.reply ?? ''), source ?? ''],
        })),
  );
  return markup`<section aria-labelledby="list">
<h2 id="list">Messages</h2>
${layHtmlTable('A line for each recipient, in the order of the input', listColumns, rows)}</section>
`;
}

function shorten(reply: string): string {
  const line = reply.replaceAll(/\s+/g, ' ').trim();
  return line.length <= longestReply ? line : `${line.slice(0, longestReply)} …`;
}
