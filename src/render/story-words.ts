/**
 * The words that every view of a message's story uses.
 */
import type { LogReport } from '../model/log-report.js';
import type { LogStory, MessageStory, StoryFate, StoryStation } from '../model/log-story.js';
import { formatDuration, formatMoment } from './format-time.js';
import { describeCauseActor, describeSpan } from './log-words.js';
import type { Tone } from './paint.js';
import { outcomeTones } from './words.js';

/** "24 Nov 10:42:03" would hide the year: `2026-11-24 10:42:03`. */
export function formatStoryTime(at: string | null): string {
  return at === null ? '' : `${at.slice(0, 10)} ${formatMoment(at, 0)}`;
}

export const fateWords: Readonly<Record<StoryFate['outcome'], string>> = {
  delivered: 'delivered',
  deferred: 'deferred',
  failed: 'bounced',
  refused: 'refused',
  unknown: 'not told',
};

export function fateTone({ outcome, cause }: StoryFate): Tone {
  if (outcome === 'delivered') return 'good';
  return cause === null ? 'unsure' : outcomeTones[cause.outcome];
}

/** "bob@example.com (written to info@example.com)" */
export function nameRecipient({ address, originalAddress }: StoryFate): string {
  return originalAddress === null ? address : `${address} (written to ${originalAddress})`;
}

/** What became of it, when and where, in one or two sentences. */
export function describeFate(fate: StoryFate): string {
  const { outcome, host, lastAt, firstAt, tries, waits, cause } = fate;
  const when = lastAt === null ? '' : ` at ${formatStoryTime(lastAt)}`;
  const whom = host === null ? '' : ` by ${host}`;
  const wait = firstAt === null || lastAt === null ? 0 : Date.parse(lastAt) - Date.parse(firstAt);
  const after = tries < 2 ? '' : `, after ${tries} tries in ${formatDuration(wait)}`;
  if (outcome === 'delivered') return `Taken${whom}${when}${after}.`;
  if (outcome === 'refused') return `Refused by this server${when}${after}: it was never queued here.`;
  if (outcome === 'unknown') return `The last station took it; what became of it there, the log does not tell.`;
  if (outcome === 'failed') return `Given up${cause?.outcome === 'delayed' ? ' for its age' : ''}${when}${after}.`;
  const since = firstAt === null ? '' : ` since ${formatStoryTime(firstAt)}`;
  const tried = `${tries} ${tries === 1 ? 'try' : 'tries'}, the last${when}`;
  return waits ? `Waits${since} (${tried}).` : `Deferred${since} (${tried}); it has left the queue since.`;
}

/** Nothing was queued here: who wanted to hand it over was turned away. */
function isRefused({ recipients }: Pick<StoryStation, 'recipients'>): boolean {
  return recipients.length > 0 && recipients.every(({ outcome }) => outcome === 'refused');
}

/** "mail 4WxYz1: from admin@corp.example, taken from app.corp.example[192.0.2.5], 1234 bytes" */
export function describeStation(station: StoryStation): string {
  const { sender, client, sizeBytes, noticeAbout, recipients } = station;
  const facts = [
    noticeAbout === null ? null : `tells the sender about ${noticeAbout}`,
    sender === null ? null : `from ${sender === '' ? '<>' : sender}`,
    client === null ? null : `${isRefused(station) ? 'offered by' : 'taken from'} ${client}`,
    sizeBytes === null ? null : `${sizeBytes} bytes`,
    recipients.length === 0 ? 'no try is told of' : describeNext(recipients),
  ];
  return facts.filter((fact) => fact !== null && fact !== '').join(', ');
}

function describeNext(recipients: StoryStation['recipients']): string {
  const next = [...new Set(recipients.flatMap(({ nextQueueId }) => nextQueueId ?? []))];
  if (next.length === 0) return '';
  return `goes on as ${next.slice(0, 3).join(', ')}${next.length > 3 ? ` and ${next.length - 3} more` : ''}`;
}

export function nameStation({ machine, queueId }: Pick<StoryStation, 'machine' | 'queueId'>): string {
  return [machine, queueId].filter((part) => part !== null).join(' ') || 'not queued';
}

export function nameMessage({ messageId, stations }: MessageStory): string {
  if (messageId !== null) return `Message <${messageId}>`;
  const [first] = stations;
  if (first?.queueId != null) return `Message ${first.queueId}`;
  if (first === undefined || !isRefused(first)) return 'Message without an id';
  return [
    'Refusal',
    first.firstAt === null ? null : `at ${formatStoryTime(first.firstAt)}`,
    first.client === null ? null : `of ${first.client}`,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

/** Whose turn it is for the recipient's sake; null where nobody's. */
export function describeFateActor(fate: StoryFate): string | null {
  const { outcome, cause, address } = fate;
  if (cause === null || (cause.responsible === 'nobody' && outcome !== 'refused')) return null;
  return describeCauseActor(
    { outcome: outcome === 'refused' ? outcome : 'failed', cause },
    address.slice(address.lastIndexOf('@') + 1) || null,
  );
}

/** What was looked for where nothing was found, and what is near. */
export function describeNothing(
  { message, recipient, nearMisses }: LogStory,
  { lines, mailLines, firstAt, lastAt }: LogReport,
): readonly string[] {
  const asked = [message, recipient].filter((part) => part !== null).join(' and ');
  const when = firstAt === null || lastAt === null ? '' : `, ${describeSpan(firstAt, lastAt)}`;
  const near = nearMisses.length === 0 ? [] : [`Near it: ${nearMisses.join(', ')}.`];
  return [
    `Nothing in the log is about ${asked} (${mailLines} lines of mail servers of ${lines}${when}).`,
    ...near,
    'It may stand in an older file (mail.log.1, mail.log.2.gz), in the log of another machine, or never have come here.',
  ];
}
