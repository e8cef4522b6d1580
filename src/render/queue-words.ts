/**
 * The words that every view of a queue uses.
 */
import type { QueueFormat, QueueGroup, QueueReport, QueueState } from '../model/queue-report.js';
import { formatDate, formatDuration } from './format-time.js';
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

export const stateWords: Readonly<Record<QueueState, string>> = {
  active: 'on its way now',
  waiting: 'not refused so far',
  deferred: 'deferred',
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

/** "12 messages for example.com, deferred: sender.greylisted" */
export function nameGroup({ messages, destination, state, cause, place }: QueueGroup): string {
  const where = place === null ? '' : ` in ${place}`;
  const title = `${countOf(messages, 'message')} for ${destination ?? 'no destination told'}${where}, ${stateWords[state]}`;
  return cause?.code == null ? title : `${title}: ${cause.code}`;
}

export function describeGroupActor({ cause, destination }: QueueGroup): string | null {
  if (cause === null) return null;
  if (cause.responsible === 'nobody') return 'Nobody: it is tried again by itself.';
  return `${describeParty(cause.responsible, destination ?? "the recipient's domain")}.`;
}

/** Why, where the listing gives no reason. */
export function describeNoReason({ state }: QueueGroup, { recognisedAs }: QueueReport): string {
  if (state === 'held') return 'Somebody put it on hold; it stays until it is released.';
  if (state === 'frozen')
    return 'Exim has frozen it: a bounce that cannot be delivered, or an error in its configuration. Why stands in its log: exim -Mvl ID.';
  if (state === 'suspended') return 'Somebody suspended it; it stays until it is resumed.';
  if (state === 'active') return 'It is being delivered at this moment.';
  if (recognisedAs === 'exim-bp')
    return 'The listing gives no reason; it stands in the message log (exim -Mvl ID) and the main log (mailwhy log).';
  if (recognisedAs?.startsWith('exchange') === true) return 'This view has no reason: add | Format-List, and the LastError is told.';
  return 'The listing gives no reason; the log has it (mailwhy log).';
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
    return ms <= 0 ? 'overdue' : `in ${formatDuration(ms)}`;
  };
  const byDefault = (assumed: boolean) => (assumed ? " (by the product's default)" : '');
  const next = nextTryAt === null ? [] : [`the next try ${until(nextTryAt)}${byDefault(nextTryAssumed)}`];
  const end = expiresAt === null ? [] : [`the oldest is given up ${until(expiresAt)}${byDefault(expiryAssumed)}`];
  return [...next, ...end].join('; ') || 'not told';
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
