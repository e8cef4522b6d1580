/**
 * The route as a table, and who says what about the MX records where they differ.
 */
import type { MxOpinion, Report, RouteAddress, RouteExchange } from '../../model/report.js';
import { formatSpan } from '../format-time.js';
import { formatVisible } from '../visible-text.js';
import { layParagraph, layTable, type PageStyle } from './page.js';

export function renderRoute(report: Report, style: PageStyle): readonly string[] {
  return [...renderOpinions(report.opinions, style), ...renderHosts(report, style), ...renderVantage(report, style)];
}

/** Only where they differ: agreement is a word in the verdict. */
function renderOpinions(opinions: readonly MxOpinion[], style: PageStyle): readonly string[] {
  if (new Set(opinions.map(({ answer }) => answer)).size < 2) return [];
  const rows = opinions.map(({ servers, role, ttlSeconds, answer }) => [
    `${servers.join(', ')} (${role === 'authority' ? 'authority' : 'your resolver'})`,
    ttlSeconds === null ? '-' : String(ttlSeconds),
    answer,
  ]);
  const columns = [{ title: 'MX according to', flexible: true }, { title: 'TTL left', side: 'right' as const }, { title: 'Answer' }];
  return ['', ...layTable(style, columns, rows)];
}

const columns = [
  { title: '' },
  { title: 'Pref', side: 'right' },
  { title: 'Host', flexible: true },
  { title: 'Address', flexible: true },
  { title: 'Ping', side: 'right' },
  { title: '220', side: 'right' },
  { title: 'TLS', side: 'right' },
  { title: 'What it says' },
] as const;

function renderHosts({ route, endsAt }: Report, style: PageStyle): readonly string[] {
  if (route.length === 0) return [];
  const rows = route.flatMap((exchange) => rowsOf(exchange, endsAt));
  return ['', ...layTable(style, columns, rows)];
}

function rowsOf(exchange: RouteExchange, endsAt: string | null): readonly (readonly string[])[] {
  const preference = exchange.implicit ? '-' : String(exchange.preference ?? '-');
  if (exchange.addresses.length === 0)
    return [[markOf(exchange), preference, exchange.exchange, '-', '-', '-', '-', exchange.problem ?? 'not looked up']];
  return exchange.addresses.map((row, at) => [
    row.address === endsAt ? '>' : markOf(exchange),
    preference,
    at === 0 ? exchange.exchange : '',
    row.address,
    formatPing(row),
    row.greetingMs === null ? '-' : formatSpan(row.greetingMs),
    formatTls(row.tls),
    formatVisible(row.remark),
  ]);
}

/** `>`: senders end here; `now`: only the authority names it, since the resolver is behind. */
function markOf({ via }: RouteExchange): string {
  return via === 'authority' ? 'now' : '';
}

function formatPing({ pingMs, ping }: RouteAddress): string {
  return pingMs === null ? (ping === 'silent' ? 'silent' : '-') : formatSpan(pingMs);
}

function formatTls(tls: string | null): string {
  if (tls === null) return '-';
  return tls === 'none' ? 'no' : tls.replace(/^TLSv/, '');
}

function renderVantage({ vantage, kind }: Report, style: PageStyle): readonly string[] {
  if (kind !== 'trace' || vantage.helo === null) return [];
  const from = vantage.public.length > 0 ? vantage.public : vantage.source;
  const sender = vantage.sender === null ? 'no sender' : `sender <${vantage.sender}>`;
  const assumed =
    vantage.assumed.length === 0 ? '' : ` (${vantage.assumed.map((part) => (part === 'helo' ? 'name' : 'sender')).join(' and ')} assumed)`;
  return layParagraph(style, `Asked from ${from.join(', ') || 'here'} as ${vantage.helo}, ${sender}${assumed}`, 0).map((line) =>
    style.paint('quiet', line),
  );
}
