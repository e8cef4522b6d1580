/**
 * The words that the text and the page of a message's header share.
 */
import type {
  AuthenticationRecord,
  AuthenticationResult,
  FilterVerdict,
  HeaderHop,
  HeadersProblem,
  HeadersReport,
  HopOwner,
  ReceivedSpf,
} from '../model/headers-report.js';
import { formatDate, formatDuration } from './format-time.js';
import { describeLive } from './live-words.js';
import type { Tone } from './paint.js';
import { describeArcChain, describeArcSet, describeSignature } from './signature-words.js';

export const problemTones: Readonly<Record<HeadersProblem['severity'], Tone>> = { error: 'bad', warning: 'late', notice: 'strong' };

const ownerWords: Readonly<Record<HopOwner, string>> = {
  sender: 'sender',
  between: 'between',
  recipient: 'recipient',
  shared: 'shared provider',
};

/** The server of a hop. */
export function nameHop({ by, byAddress }: HeaderHop): string {
  return by ?? byAddress ?? 'host not told';
}

/** "+3 s", "-2 h", "clock off"; empty where nothing is told. */
export function describeDelay({ clock, delayMs, waitedMs }: HeaderHop): string {
  if (clock === 'untold') return 'no time';
  const shown = clock === 'plausible' ? (waitedMs ?? delayMs) : delayMs;
  if (shown === null) return '';
  const sign = shown < 0 ? '-' : '+';
  const length = `${sign}${formatDuration(Math.abs(shown))}`;
  return clock === 'plausible' ? length : `${length} ?`;
}

/** What the bar of a hop stands for, milliseconds. */
export function barOf(hop: HeaderHop): number {
  if (hop.clock !== 'plausible') return 0;
  return Math.max(0, hop.waitedMs ?? hop.delayMs ?? 0);
}

/** A wait that fills a bar is at least so long: waits of seconds shall not look like any. */
const leastFullBarMs = 60_000;

/** What a bar of full length stands for, milliseconds. */
export function fullBarOf(hops: readonly HeaderHop[]): number {
  return Math.max(leastFullBarMs, ...hops.map(barOf));
}

/** "23 Nov", UTC. */
function dayOf(at: string): string {
  return formatDate(at).split(' ').slice(0, 2).join(' ');
}

/** When each server took it, UTC: the time, with the day where it is another than that of the hop before; empty where untold. */
export function listTimes(hops: readonly HeaderHop[]): readonly string[] {
  let day: string | null = null;
  return hops.map(({ at }) => {
    if (at === null) return '';
    const time = at.slice(11, 19);
    const isSame = day === null || day === dayOf(at);
    day = dayOf(at);
    return isSame ? time : `${day} ${time}`;
  });
}

/** The title of the way: the day on which it began. */
export function titleWay(hops: readonly HeaderHop[]): string {
  const at = hops.find((hop) => hop.at !== null)?.at ?? null;
  return `The way, the oldest hop first${at === null ? '' : `; ${dayOf(at)} ${at.slice(0, 4)}, UTC`}`;
}

/** Who gave it over, how, whose server it is. */
export function describeHop(hop: HeaderHop): string {
  const { from, fromName, fromAddress, protocol, tls, owner, isPrivate, software, clock, id } = hop;
  const reverse = fromName === null || fromName.toLowerCase() === from?.toLowerCase() ? null : fromName;
  const client = [reverse, fromAddress].filter((each) => each !== null && each !== from).join(' ');
  return [
    from === null ? (hop.number === 1 ? 'submitted here' : 'handed on within') : `from ${from}${client === '' ? '' : ` (${client})`}`,
    ...(protocol === null ? [] : [`${protocol}${tls === null ? '' : `, ${tls === 'TLS' ? 'TLS, version not told' : tls}`}`]),
    ...(software === null ? [] : [software]),
    // What Exchange calls its id is its version.
    ...(id === null || /^\d+(?:\.\d+){3}$/.test(id) ? [] : [`id ${id}`]),
    ownerWords[owner],
    ...(isPrivate ? ['private network'] : []),
    ...(clock === 'off' ? ['its clock is off'] : clock === 'doubtful' ? ['its clock is in doubt'] : []),
  ].join('; ');
}

/** Labels and values of what the message says of itself. */
export function listIdentity({ message }: HeadersReport): readonly (readonly [string, string])[] {
  const { from, to, subject, date, messageId, returnPath } = message;
  const pairs: readonly (readonly [string, string | null])[] = [
    ['From', from],
    ['To', to],
    ['Subject', subject],
    ['Date', date === null ? null : formatDate(date)],
    ['Message-ID', messageId],
    ['Return-Path', returnPath],
  ];
  return pairs.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
}

function describeResult({ method, result, properties, reason, comment }: AuthenticationResult): string {
  const told = properties.slice(0, 4).map(([name, value]) => `${name}=${value}`);
  const why = reason ?? comment;
  return `${method} ${result}${told.length === 0 ? '' : ` ${told.join(' ')}`}${why === null ? '' : ` (${why})`}`;
}

const standingWords: Readonly<Record<AuthenticationRecord['standing'], string>> = {
  trusted: 'added by the receiving side',
  'other-host': 'by another host, not to be relied on',
  forgeable: 'came with the message, not to be relied on',
};

export function describeRecord({ host, standing, results }: AuthenticationRecord): string {
  const said = results.length === 0 ? 'no results' : results.map(describeResult).join('; ');
  return `${host ?? 'host not named'} (${standingWords[standing]}): ${said}`;
}

export function describeSpf({ result, clientAddress, envelopeFrom, helo, comment }: ReceivedSpf): string {
  const told = [
    ...(clientAddress === null ? [] : [`client ${clientAddress}`]),
    ...(envelopeFrom === null ? [] : [`envelope sender ${envelopeFrom}`]),
    ...(helo === null ? [] : [`HELO ${helo}`]),
  ];
  return `${result}${told.length === 0 ? '' : `: ${told.join(', ')}`}${comment === null ? '' : ` (${comment})`}`;
}

const opinionWords: Readonly<Record<FilterVerdict['opinion'], string>> = {
  infected: 'infected',
  phishing: 'phishing',
  spam: 'spam',
  suspicious: 'suspicious',
  clean: 'no spam',
  unknown: 'no verdict told',
};

export function describeFilter({ product, opinion, score, threshold, says }: FilterVerdict): string {
  const points = score === null ? '' : `, score ${score}${threshold === null ? '' : ` of ${threshold}`}`;
  return `${product}: ${opinionWords[opinion]}${points}.${says.length === 0 ? '' : ` ${says.join(' ')}`}`;
}

/** What was found and is recorded besides the way: a label, and a line each; with every term of SPF where `verbose`. */
export function listRecords(report: HeadersReport, verbose: boolean): readonly (readonly [string, readonly string[]])[] {
  const { live, authentication, receivedSpf, signatures, arc, filters, nature } = report;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ...(live === null ? [] : describeLive(live, verbose)),
    ['Checked', authentication.map(describeRecord)],
    ['Received-SPF', receivedSpf.map(describeSpf)],
    ['DKIM', signatures.map(describeSignature)],
    ['ARC', [...describeArcChain(report), ...arc.map(describeArcSet)]],
    ['Spam filters', filters.map(describeFilter)],
    ['Kind of mail', nature],
  ];
  return parts.filter(([, lines]) => lines.length > 0);
}

/** What could not be read; null where all of it could. */
export function describeRest({ complete, notUnderstood: { lines, examples } }: HeadersReport): string | null {
  const strange = lines === 0 ? null : `${lines} ${lines === 1 ? 'line' : 'lines'} not understood, such as: ${examples[0] ?? ''}`;
  const cut = complete ? null : 'The header is larger than what is read: the rest was left out.';
  const told = [cut, strange].filter((each) => each !== null);
  return told.length === 0 ? null : told.join(' ');
}
