/**
 * The route as a table, and who says what about the MX records where they differ.
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
import { layParagraph, limitList, type PageStyle } from './page.js';
import { type Column, isTableFitting, layTable, type Row } from './table.js';

/** Rows of a route on a page that is not verbose. */
const shownRows = 15;
/** The same for the answers about the MX records. */
const shownOpinions = 6;

export function renderRoute(report: Report, style: PageStyle): readonly string[] {
  return [...renderOpinions(report, style), ...renderHosts(report, style), ...renderVantage(report, style)];
}

function renderOpinions(report: Report, style: PageStyle): readonly string[] {
  const opinions = listDifferingOpinions(report);
  if (opinions.length === 0) return [];
  const { shown, rest } = limitList(style, opinions, shownOpinions, 'answers');
  const rows = shown.map((opinion) => [
    describeOpinionHolder(opinion),
    opinion.ttlSeconds === null ? '-' : String(opinion.ttlSeconds),
    describeOpinionAnswer(opinion),
  ]);
  const columns: readonly Column[] = [
    { title: 'MX according to' },
    { title: 'TTL left', side: 'right', brief: 'TTL' },
    { title: 'Answer' },
  ];
  return ['', ...layTable(style, columns, rows), ...rest];
}

const columns: readonly Column[] = [
  { title: '' },
  { title: 'Pref', side: 'right', brief: 'preference' },
  { title: 'Host' },
  { title: 'Address' },
  { title: 'Ping', side: 'right', brief: 'ping' },
  { title: '220', side: 'right', brief: 'greeting' },
  { title: 'TLS', side: 'right', brief: 'TLS' },
  { title: 'What it says' },
];

function renderHosts(report: Report, style: PageStyle): readonly string[] {
  const cells = listRouteCells(report);
  if (cells.length === 0) return [];
  const { shown, rest } = limitList(style, putEndWithin(cells), shownRows, 'rows');
  const rows = shown.map(toRow);
  const table = isTableFitting(style, columns, rows) ? layTable(style, columns, rows) : layTable(style, narrowColumns, groupByHost(shown));
  return ['', ...table, ...rest];
}

/** Where names or addresses are long, each host has a line of its own above its addresses. */
const narrowColumns: readonly Column[] = [{ title: '' }, { title: 'Host and address' }, ...columns.slice(4)];

function groupByHost(cells: readonly RouteCells[]): readonly Row[] {
  return cells.flatMap((row, at) => {
    const [mark = '', , , address = '', ...rest] = toRow(row);
    const begins = row.first || cells[at - 1]?.exchange !== row.exchange;
    const head = begins ? [[`${row.preference} ${row.exchange}`]] : [];
    return [...head, [mark, `  ${address}`, ...rest]];
  });
}

/** The row where senders end is never among those that are left out. */
function putEndWithin(cells: readonly RouteCells[]): readonly RouteCells[] {
  const end = cells.findIndex(({ mark }) => mark === 'ends');
  const ending = cells[end];
  if (end < shownRows || ending === undefined) return cells;
  return [...cells.slice(0, shownRows - 1), ending, ...cells.slice(shownRows - 1, end), ...cells.slice(end + 1)];
}

/** `>`: senders end here; `now`: only the authority names it, since the resolver is behind. */
const marks: Readonly<Record<RouteCells['mark'], string>> = { ends: '>', now: 'now', none: '' };

function toRow({ mark, preference, exchange, first, address, ping, greeting, tls, remark }: RouteCells): readonly string[] {
  return [marks[mark], preference, first ? exchange : '', address, ping, greeting, tls, remark];
}

function renderVantage(report: Report, style: PageStyle): readonly string[] {
  const text = describeVantage(report);
  if (text === null) return [];
  const lines = layParagraph(style, text, 0).map((line) => style.paint('quiet', line));
  return report.route.length === 0 ? ['', ...lines] : lines;
}
