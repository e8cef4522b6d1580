/**
 * The cells of the route's table, as every view shows them.
 */
import type { MxOpinion, Report, RouteAddress, RouteExchange } from '../model/report.js';
import { formatSpan } from './format-time.js';

/** Where senders end, or that only the authority names this exchange (the resolver is behind). */
export type RouteMark = 'ends' | 'now' | 'none';

export interface RouteCells {
  readonly mark: RouteMark;
  readonly preference: string;
  readonly exchange: string;
  /** Whether this is the exchange's first address. */
  readonly first: boolean;
  readonly address: string;
  readonly ping: string;
  readonly greeting: string;
  readonly tls: string;
  readonly remark: string;
}

/** A row for each address, one for an exchange without any. */
export function listRouteCells({ route, endsAt }: Report): readonly RouteCells[] {
  return route.flatMap((exchange) =>
    exchange.addresses.length === 0
      ? [cellsWithoutAddress(exchange)]
      : exchange.addresses.map((row, at) => cellsOf(exchange, row, { first: at === 0, ends: row.address === endsAt })),
  );
}

function cellsWithoutAddress(exchange: RouteExchange): RouteCells {
  const nothing = { address: '-', ping: '-', greeting: '-', tls: '-' };
  const remark = exchange.problem ?? 'not looked up';
  return { mark: markOf(exchange), preference: formatPreference(exchange), exchange: exchange.exchange, first: true, ...nothing, remark };
}

function cellsOf(
  exchange: RouteExchange,
  row: RouteAddress,
  { first, ends }: { readonly first: boolean; readonly ends: boolean },
): RouteCells {
  return {
    mark: ends ? 'ends' : markOf(exchange),
    preference: formatPreference(exchange),
    exchange: exchange.exchange,
    first,
    address: row.address,
    ping: formatPing(row),
    greeting: row.greetingMs === null ? '-' : formatSpan(row.greetingMs),
    tls: formatTls(row.tls),
    remark: row.remark,
  };
}

function markOf({ via }: RouteExchange): RouteMark {
  return via === 'authority' ? 'now' : 'none';
}

/** An implicit MX has no preference of its own (RFC 5321 section 5.1). */
function formatPreference({ implicit, preference }: RouteExchange): string {
  return implicit || preference === null ? '-' : String(preference);
}

function formatPing({ pingMs, ping }: RouteAddress): string {
  if (pingMs !== null) return formatSpan(pingMs);
  return ping === 'silent' ? 'silent' : '-';
}

function formatTls(tls: string | null): string {
  if (tls === null) return '-';
  return tls === 'none' ? 'no' : tls.replace(/^TLSv/, '');
}

/** Who says what about the MX records, where they differ; agreement is a word in the verdict. */
export function listDifferingOpinions({ opinions }: Report): readonly MxOpinion[] {
  return new Set(opinions.map(({ answer }) => answer)).size < 2 ? [] : opinions;
}

/** "ns1.example.com, ns2.example.com (authority)", with the first names where there are many. */
export function describeOpinionHolder({ servers, role }: MxOpinion): string {
  const shown = servers.slice(0, 4).join(', ');
  const more = servers.length > 4 ? ` and ${servers.length - 4} more` : '';
  return `${shown}${more} (${role === 'authority' ? 'authority' : servers.length === 1 ? 'your resolver' : 'your resolvers'})`;
}

/** A thousand records make no cell; all of them stand in the evidence. */
const answerCharacters = 300;

export function describeOpinionAnswer({ answer }: MxOpinion): string {
  return answer.length <= answerCharacters ? answer : `${answer.slice(0, answerCharacters)}…`;
}

/** "Asked from 203.0.113.5 as mail.corp.example, sender <admin@corp.example>"; null where no mail server was asked. */
export function describeVantage({ vantage, kind, evidence }: Report): string | null {
  const asked = evidence.some((item) => item.kind === 'connect' || item.kind === 'smtp');
  if (kind !== 'trace' || vantage.helo === null || !asked) return null;
  const from = vantage.public.length > 0 ? vantage.public : vantage.source;
  const sender = vantage.sender === null ? 'without a sender' : `sender <${vantage.sender}>`;
  const assumed = vantage.assumed.map((part) => (part === 'helo' ? 'name' : 'sender')).join(' and ');
  return `Asked from ${from.join(', ') || 'here'} as ${vantage.helo}, ${sender}${assumed === '' ? '' : ` (${assumed} assumed)`}`;
}
