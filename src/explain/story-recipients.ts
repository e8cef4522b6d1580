/**
 * The recipients of a message at one station, from the lines of that station: tries, the last result, who said what.
 */
import { isForGood, type LogEvent } from '../intake/log/log-event.js';
import type { LogOutcome } from '../model/log-outcome.js';
import type { StoryRecipient } from '../model/log-story.js';
import { domainOf } from './domain-of.js';
import { formatIsoTime } from './format-iso-time.js';
import type { LogSummary } from './log-summary.js';
import type { TimedEvent } from './timed-event.js';

interface Gathered {
  readonly address: string;
  readonly original: string | null;
  outcome: LogOutcome;
  tries: number;
  firstMs: number | null;
  lastMs: number | null;
  host: string | null;
  said: string;
  nextId: string | null;
  /** Null for a delivery. */
  reason: StoryReason | null;
  /** Of a message that waited: why it did. */
  waitedFor: StoryReason | null;
  /** What was said then. */
  saidBefore: string;
}

interface StoryReason {
  readonly text: string;
  readonly forGood: boolean;
}

/** Each recipient once, in the order of the first try. */
export function createStoryRecipients(events: readonly TimedEvent[], summary: LogSummary): readonly StoryRecipient[] {
  const recipients = new Map<string, Gathered>();
  for (const each of events) {
    const { kind } = each.event;
    if (kind === 'note') continue;
    if (each.details.attempt !== undefined) addAttempt(recipients, each, kind);
    else if (kind === 'refused') addRefusal(recipients, each);
    else if (kind === 'failed') giveUp(recipients, each);
  }
  return [...recipients.values()].map((recipient) => conclude(recipient, summary));
}

function addAttempt(recipients: Map<string, Gathered>, { event, details, atMs }: TimedEvent, kind: LogOutcome): void {
  const { recipient = '', original = null, host = null, nextId = null, said = '' } = details.attempt ?? {};
  const key = `${recipient.toLowerCase()} ${original?.toLowerCase() ?? ''}`;
  const before = recipients.get(key);
  recipients.set(key, {
    address: recipient,
    original: original?.toLowerCase() === recipient.toLowerCase() ? null : original,
    outcome: kind,
    tries: (before?.tries ?? 0) + 1,
    firstMs: before?.firstMs ?? atMs,
    lastMs: atMs ?? before?.lastMs ?? null,
    host,
    said,
    nextId,
    reason: kind === 'delivered' ? null : readReason(event),
    ...rememberWait(before),
  });
}

function readReason(event: LogEvent): StoryReason {
  return { text: event.reason, forGood: isForGood(event) };
}

function rememberWait(before: Gathered | undefined): Pick<Gathered, 'waitedFor' | 'saidBefore'> {
  if (before?.outcome !== 'deferred') return { waitedFor: before?.waitedFor ?? null, saidBefore: before?.saidBefore ?? '' };
  return { waitedFor: before.reason, saidBefore: before.said };
}

/** The server's own refusal: nothing was queued. */
function addRefusal(recipients: Map<string, Gathered>, { event, atMs }: TimedEvent): void {
  const address = event.recipient ?? '';
  const before = recipients.get(address);
  const refused = {
    address,
    original: null,
    outcome: 'refused',
    host: null,
    said: event.reason,
    nextId: null,
    reason: readReason(event),
    ...rememberWait(undefined),
  } as const;
  recipients.set(address, { ...refused, tries: (before?.tries ?? 0) + 1, firstMs: before?.firstMs ?? atMs, lastMs: atMs });
}

/** The message is given up for all who still wait. What was said last stays. */
function giveUp(recipients: Map<string, Gathered>, { event, atMs }: TimedEvent): void {
  for (const recipient of recipients.values()) {
    if (recipient.outcome !== 'deferred') continue;
    Object.assign(recipient, rememberWait(recipient));
    recipient.outcome = 'failed';
    recipient.lastMs = atMs ?? recipient.lastMs;
    recipient.reason = readReason(event);
  }
}

function conclude(recipient: Gathered, summary: LogSummary): StoryRecipient {
  const { address, original, outcome, tries, firstMs, lastMs, host, nextId } = recipient;
  const { cause, said } = explainEnd(recipient, summary);
  return {
    address,
    originalAddress: original,
    outcome,
    tries,
    firstAt: formatIsoTime(firstMs),
    lastAt: formatIsoTime(lastMs),
    host,
    said,
    nextQueueId: nextId,
    cause,
  };
}

/**
 * Why it ended so. Of a message that was given up for its age, why it had to wait; where it waited for nobody to act
 * (greylisting, a busy server), that it was given up too soon is all there is to mend.
 */
function explainEnd(recipient: Gathered, summary: LogSummary): Pick<StoryRecipient, 'cause' | 'said'> {
  const { address, outcome, reason, waitedFor, said, saidBefore } = recipient;
  if (reason === null) return { cause: null, said };
  const domain = domainOf(address);
  const explain = ({ text, forGood }: StoryReason) => summary.explain(summary.causes.read(text, forGood, { domain }), { outcome, domain });
  const cause = explain(reason);
  if (cause?.code !== 'queue.expired' || waitedFor === null) return { cause, said };
  const beneath = explain(waitedFor);
  return { cause: beneath === null || beneath.responsible === 'nobody' ? cause : beneath, said: saidBefore };
}
