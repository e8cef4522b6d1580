/**
 * The words that every view of a queue uses.
 */
import type { QueueFormat, QueueGroup, QueueReport, QueueState } from '../model/queue-report.js';
import { formatDate, formatDuration } from './format-time.js';
import { isStopped } from './queue-reasons.js';
import { describeParty } from './words.js';

const formatNames: Readonly<Record<QueueFormat, string>> = {
  'postqueue-json': 'postqueue -j of Postfix',
  'postfix-mailq': 'mailq of Postfix',
  'sendmail-mailq': 'mailq of Sendmail',
  'exim-bp': 'exim -bp or exipick',
  'qmail-qread': 'qmail-qread',
  smtpctl: 'smtpctl show queue of OpenSMTPD',
  'exchange-queue': 'Get-Queue of Exchange',
  'exchange-message': 'Get-Message of Exchange',
};

const stateWords: Readonly<Record<QueueState, string>> = {
  active: 'on its way now',
  waiting: 'not refused so far',
  postponed: 'put off by this server',
  deferred: 'deferred',
  expiring: 'told to expire',
  held: 'on hold',
  frozen: 'frozen',
  suspended: 'suspended',
};

/** "12 messages in 3 groups by destination and cause (read as postqueue -j of Postfix, 24 Nov 2026 …)." */
export function describeQueue({ messages, groups, recognisedAs, startedAt }: QueueReport): string {
  const said = `${recognisedAs === null ? 'an empty listing' : `read as ${formatNames[recognisedAs]}`}, ${formatDate(startedAt)}`;
  if (messages === 0) return `Nothing is queued (${said}).`;
  return `${countOf(messages, 'message')} in ${countOf(groups.length, 'group')} by destination and cause (${said}).`;
}

export function countOf(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** What the listing says of the state; one without reasons cannot tell whether anybody refused. */
export function nameState({ state, tellsReasons }: QueueGroup): string {
  return state === 'waiting' && !tellsReasons ? 'waiting' : stateWords[state];
}

/** "12 messages for example.com, deferred: sender.greylisted" */
export function nameGroup(group: QueueGroup): string {
  const { messages, cause, place } = group;
  const title = `${countOf(messages, 'message')}${nameWay(group)}${place === null ? '' : ` in ${place}`}, ${nameState(group)}`;
  return cause?.code == null ? title : `${title}: ${cause.code}`;
}

function nameWay({ destination, via, place }: QueueGroup): string {
  if (via !== null) return ` via ${via}`;
  if (destination !== null) return ` for ${destination}`;
  return place === null ? ' for no destination told' : '';
}

/** The destination in one cell: the domain, else the relay, else where it lies. */
export function nameDestination({ destination, via, place }: QueueGroup): string {
  return destination ?? via ?? place ?? '-';
}

export function describeGroupActor({ cause, destination, state }: QueueGroup): string | null {
  if (cause === null) return null;
  if (isStopped(state) && cause.responsible === 'nobody') return 'You: it stays where it is until you let it go.';
  if (cause.responsible === 'nobody') return 'Nobody: it is tried again by itself.';
  return `${describeParty(cause.responsible, destination ?? "the recipient's domain")}.`;
}

/** "the oldest 3 d 4 h, the newest 2 min" */
export function describeAge({ oldestAt, newestAt }: QueueGroup, { startedAt }: QueueReport): string {
  const age = (at: string) => formatDuration(Math.max(0, Date.parse(startedAt) - Date.parse(at)));
  if (oldestAt === null) return 'not told';
  return newestAt === null || newestAt === oldestAt ? age(oldestAt) : `the oldest ${age(oldestAt)}, the newest ${age(newestAt)}`;
}

/** When it is tried next and given up; what is only the product's default says so. */
export function describeNext({ nextTryAt, nextTryAssumed, expiresAt, expiryAssumed }: QueueGroup, { startedAt }: QueueReport): string {
  const until = (at: string) => {
    const ms = Date.parse(at) - Date.parse(startedAt);
    return { due: ms <= 0, words: ms <= 0 ? `${formatDuration(-ms)} ago` : `in ${formatDuration(ms)}` };
  };
  const byDefault = (assumed: boolean) => (assumed ? " (by the product's default)" : '');
  const next = nextTryAt === null ? [] : [`${describeNextTry(until(nextTryAt))}${byDefault(nextTryAssumed)}`];
  const end = expiresAt === null ? [] : [`${describeEnd(until(expiresAt))}${byDefault(expiryAssumed)}`];
  return [...next, ...end].join('; ') || 'not told';
}

interface Moment {
  readonly due: boolean;
  readonly words: string;
}

function describeNextTry({ due, words }: Moment): string {
  return due ? 'the next try is due' : `the next try ${words}`;
}

function describeEnd({ due, words }: Moment): string {
  return due ? `the oldest was to be given up ${words}` : `the oldest is given up ${words}`;
}

/** "mx1.example.com (12), mx2.example.com (3)" where several hosts say so; null where one does. */
export function listHosts({ saidBy }: QueueGroup): string | null {
  if (saidBy.length < 2) return null;
  return saidBy.map(({ host, recipients }) => `${host ?? 'no host named'} (${recipients})`).join(', ');
}

/** What removing costs others; null where it costs nobody anything. */
export function describeShared({ sharedMessages, remove }: QueueGroup): string | null {
  if (sharedMessages === 0 || remove.length === 0) return null;
  const have = sharedMessages === 1 ? 'message waits' : 'messages wait';
  return `${sharedMessages} ${have} for other recipients too, who would lose them as well.`;
}
