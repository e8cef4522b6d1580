/**
 * The route as a table, before it who says what about the MX records where they differ.
 */
import type { Report } from '../../model/report.js';
import {
  describeOpinionAnswer,
  describeOpinionHolder,
  describeVantage,
  listDifferingOpinions,
  listRouteCells,
  type RouteCells,
} from '../route-cells.js';
import { type Markup, markup, nothing } from './markup.js';
import { layHtmlTable } from './table.js';

export function layOpinions(report: Report): Markup {
  const opinions = listDifferingOpinions(report);
  if (opinions.length === 0) return nothing;
  const rows = opinions.map((opinion) => ({
    cells: [describeOpinionHolder(opinion), opinion.ttlSeconds === null ? '-' : String(opinion.ttlSeconds), describeOpinionAnswer(opinion)],
  }));
  const columns = [
    { title: 'According to' },
    { title: 'TTL left (s)', kind: 'number' },
    { title: 'MX records', kind: 'verbatim' },
  ] as const;
  return markup`<section aria-labelledby="opinions">
<h2 id="opinions">Who says what</h2>
${layHtmlTable('The answers about the MX records differ.', columns, rows)}</section>
`;
}

const columns = [
  { title: 'Host', kind: 'verbatim' },
  { title: 'Preference', kind: 'number' },
  { title: 'Address', kind: 'verbatim' },
  { title: 'Ping', kind: 'number' },
  { title: 'Greeting', kind: 'number' },
  { title: 'TLS', kind: 'number' },
  { title: 'What it says' },
] as const;

export function layRoute(report: Report): Markup {
  const cells = listRouteCells(report);
  const vantage = describeVantage(report);
  const asked = vantage === null ? nothing : markup`<p class="quiet">${vantage}.</p>\n`;
  if (cells.length === 0) return asked;
  const rows = cells.map(layRow);
  return markup`<section aria-labelledby="route">
<h2 id="route">Route</h2>
${layHtmlTable('The hosts in the order in which a sender tries them.', columns, rows)}${asked}</section>
`;
}

const marks: Readonly<Record<RouteCells['mark'], string | null>> = {
  ends: 'senders end here',
  now: 'named by the authority only',
  none: null,
};

function layRow({ mark, exchange, preference, address, ping, greeting, tls, remark }: RouteCells) {
  const note = marks[mark];
  const says = note === null ? remark : markup`${remark} <em>(${note})</em>`;
  const cells = [exchange, preference, address, ping, greeting, tls, says];
  return mark === 'ends' ? { cells, tone: 'ends' as const } : { cells };
}
