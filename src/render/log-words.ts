/**
 * The words that every view of a log uses.
 */
import type { ExplainedCause } from '../model/explained-cause.js';
import type { LogOutcome } from '../model/log-outcome.js';
import type { LogCause, LogReport } from '../model/log-report.js';
import type { StoryFate } from '../model/log-story.js';
import type { Party } from '../model/vocabulary.js';
import { formatDate } from './format-time.js';
import { describeParty } from './words.js';

const formatNames: Readonly<Record<LogReport['recognisedAs'][number], string>> = {
  postfix: 'Postfix',
  exim: 'Exim',
  sendmail: 'Sendmail',
  opensmtpd: 'OpenSMTPD',
  'exchange-tracking': 'Exchange message tracking',
  'exchange-protocol': 'Exchange SMTP protocol',
  'exchange-trace': 'Microsoft 365 message trace',
};

export const outcomeWords: Readonly<Record<LogOutcome, string>> = {
  delivered: 'delivered',
  deferred: 'deferred',
  failed: 'given up',
  refused: 'refused by this server',
};

/** "918896 of 1000000 lines are of Postfix, 20 Nov 2026 00:00 UTC to …." */
export function describeLog({ recognisedAs, lines, mailLines, firstAt, lastAt }: LogReport): string {
  const whose = recognisedAs.length === 0 ? 'no mail server that is known' : recognisedAs.map((format) => formatNames[format]).join(', ');
  const when = firstAt === null || lastAt === null ? '' : `, ${describeSpan(firstAt, lastAt)}`;
  return `${mailLines} of ${lines} lines are of ${whose}${when}.`;
}

/** One time where both are the same. */
export function describeSpan(firstAt: string, lastAt: string): string {
  const [first, last] = [formatDate(firstAt), formatDate(lastAt)];
  return first === last ? first : `${first} to ${last}`;
}

export function describeTotals({ totals }: LogReport): string {
  const told = (['delivered', 'deferred', 'failed', 'refused'] as const).map((outcome) => `${totals[outcome]} ${outcomeWords[outcome]}`);
  return `Deliveries: ${told.join(', ')}.`;
}

/** "120 deferred: sender.greylisted" */
export function nameCause({ events, outcome, cause }: LogCause): string {
  return `${events} ${outcomeWords[outcome]}${cause?.code == null ? '' : `: ${cause.code}`}`;
}

/** A dash where no line tells of a recipient. */
export function countDomains({ domains }: LogCause): string {
  return domains === 0 ? '-' : String(domains);
}

/** "example.com (12), example.org (3) and 20 more", the most frequent first. */
export function listDomains(wanted: LogCause, { groups }: LogReport, most: number): string {
  const own = groups.filter(
    ({ outcome, cause, domain }) => outcome === wanted.outcome && cause?.code === wanted.cause?.code && domain !== null,
  );
  const told = own.slice(0, most).map(({ domain, events }) => `${domain === '*' ? 'other domains' : domain} (${events})`);
  return `${told.join(', ')}${own.length > most ? ` and ${own.length - most} more` : ''}`;
}

/** Why, where the log gives no reason. */
export function describeNoReason({ recognisedAs }: LogReport): string {
  return recognisedAs.includes('exchange-trace')
    ? 'The trace does not tell; its details do: Get-MessageTraceDetail, or the message in the portal.'
    : 'The log gives no reason.';
}

/** Whose turn it is. Of what was refused here the reader runs the refusing server, not the sending one. */
export function describeCauseActor({ outcome, cause }: Pick<LogCause, 'outcome' | 'cause'>, domain: string | null): string {
  if (cause === null || cause.responsible === 'nobody') return 'Nobody: it is tried again by itself.';
  if (outcome === 'refused') return refusalActors[cause.responsible];
  return `${describeParty(cause.responsible, domain === null || domain === '*' ? "the recipient's domain" : domain)}.`;
}

/** Above the steps: whose they are, where a refusal here is the other side's to mend. */
export function labelSteps({ outcome, cause }: { readonly outcome: StoryFate['outcome']; readonly cause: ExplainedCause | null }): string {
  const isTheirs = outcome === 'refused' && cause !== null && /^(?:sender-|nobody)/.test(cause.responsible);
  return isTheirs ? 'For them' : 'What to do';
}

const them = 'The other side: whoever runs the server that wanted to send this.';
const refusalActors: Readonly<Record<Exclude<Party, 'nobody'>, string>> = {
  'recipient-dns': 'You, if the mail is for you: the DNS administrator of the domain.',
  'recipient-mail': 'You, if the mail is for you: the administrator of this mail server.',
  'recipient-user': 'The owner of the mailbox here.',
  network: 'Whoever runs the network in between.',
  'sender-dns': them,
  'sender-mail': them,
  'sender-user': 'The other side: whoever wrote the message.',
  local: 'You: whoever runs this machine.',
};
