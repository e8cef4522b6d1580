/**
 * What waiting does, in a clause: "helps: the second try comes 5 to 10 min (Postfix) … after the first".
 */
import { type RetrySchedule, retrySchedules } from '../knowledge/retry-schedules.js';
import { senderName } from '../knowledge/senders.js';
import type { Finding, SenderForecast } from '../model/report.js';
import type { Code, Outcome } from '../model/vocabulary.js';
import { formatDuration, formatList } from './format-argument.js';

export interface Waiting {
  readonly outcome: Outcome;
  readonly cause: Finding | null;
  readonly forecast: readonly SenderForecast[];
}

/** What waiting does for the message, without capital and full stop. */
export function describeWaiting({ outcome, cause, forecast }: Waiting): string {
  if (outcome === 'deliverable' || cause === null) return 'is not needed: the message would be taken now';
  if (outcome === 'inconclusive') return describeInconclusive(cause);
  const until = findUntil(cause);
  if (until !== null && cause.waitingHelps === 'yes') return `helps: the old answer leaves the cache on ${until}`;
  if (outcome === 'undeliverable') return ownAffairs[cause.code] ?? describeBounce(cause, forecast);
  return describeQueue(cause);
}

/** What ends at the sender's own service, of which other senders know nothing. */
const ownAffairs: Readonly<Partial<Record<Code, string>>> = {
  'queue.expired': 'does not help: this message has been given up',
  'sender.suppressed': 'does not help: this service sends nothing to the address while it is on its list',
};

function describeInconclusive({ waitingHelps }: Finding): string {
  if (waitingHelps === 'yes') return 'helps: try again later from here';
  if (waitingHelps === 'no') return 'does not help: what stands in the way is at this end';
  return 'cannot be judged from here';
}

/** The first argument that says until when: `until`, `expiresAt`, `untilAt`. */
function findUntil({ arguments: values }: Finding): string | null {
  const name = Object.keys(values).find((key) => /^(until|expires)/.test(key));
  const value = name === undefined ? null : values[name];
  return typeof value === 'string' ? formatMoment(value) : null;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "25 Nov at 07:12 UTC" of an ISO time; null where it is none. */
export function formatMoment(iso: string): string | null {
  const parts = /^\d{4}-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(iso);
  const month = months[Number(parts?.[1]) - 1];
  return parts === null || month === undefined ? null : `${Number(parts[2])} ${month} at ${parts[3]} UTC`;
}

function describeBounce({ waitingHelps }: Finding, forecast: readonly SenderForecast[]): string {
  const keeps = forecast.filter(({ givesUpMs }) => givesUpMs !== null).map(({ sender }) => senderName(sender));
  const bounces = `${keeps.length === 0 ? 'every sender' : `every sender but ${formatList(keeps)}`} bounces this at once`;
  if (waitingHelps === 'yes') return `helps only a new message, sent later: ${bounces}`;
  return waitingHelps === 'no' ? `does not help: ${bounces}` : `may help a new message, sent later: ${bounces}`;
}

function describeQueue({ waitingHelps }: Finding): string {
  if (waitingHelps === 'yes') return `helps: the second try comes ${describeSecondTries()} after the first`;
  const lifetimes = describeLifetimes();
  if (waitingHelps === 'no') return `does not help: senders keep the message for ${lifetimes}, then bounce it`;
  return `may help: senders try again for ${lifetimes}, then bounce it`;
}

/** "5 to 10 min (Postfix) or 15 min (Exim and Exchange)": the senders whose second try has a known time, those alike joined. */
function describeSecondTries(): string {
  const told = retrySchedules.filter(({ sender }) => sender === 'postfix' || sender === 'exim' || sender === 'exchange');
  const ranges = [...new Set(told.map(formatSecondTry))];
  const clauses = ranges.map((range) => {
    const names = told.filter((schedule) => formatSecondTry(schedule) === range).map(({ sender }) => senderName(sender));
    return `${range} (${names.join(', ')})`;
  });
  return clauses.join(' or ');
}

function formatSecondTry({ secondTryMs: [earliest, latest] }: RetrySchedule): string {
  if (earliest === latest) return formatDuration(earliest);
  return `${earliest / 60_000} to ${formatDuration(latest)}`;
}

/** "1 day (Exchange Online) to 5 days (Postfix, Sendmail)". */
function describeLifetimes(): string {
  const lifetimes = retrySchedules.map(({ givesUpMs }) => givesUpMs);
  return [Math.min(...lifetimes), Math.max(...lifetimes)]
    .map((lifetime) => {
      const names = retrySchedules.filter(({ givesUpMs }) => givesUpMs === lifetime).map(({ sender }) => senderName(sender));
      return `${formatDuration(lifetime)} (${names.join(', ')})`;
    })
    .join(' to ');
}
