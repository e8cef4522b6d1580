/**
 * The lines of a message → its stations, and what became of it for each recipient.
 *
 * A station is a stay in a queue. Where one station says under which id the next one goes on, and that one is in the
 * logs too, the fate is told there.
 */
import { isForGood, type LogEvent } from '../intake/log/log-event.js';
import type { LogTimes } from '../intake/log/log-times.js';
import type { GatheredMessage } from '../intake/log/message-stories.js';
import { readDetails } from '../intake/log/read-details.js';
import type { StoryAttempt, StoryDetails } from '../intake/log/story-details.js';
import type { MessageStory, StoryLine, StoryRecipient, StoryStation } from '../model/log-story.js';
import { domainOf } from './domain-of.js';
import { formatIsoTime } from './format-iso-time.js';
import type { LogSummary } from './log-summary.js';
import { listFates } from './story-fates.js';
import { createStoryRecipients } from './story-recipients.js';
import type { TimedEvent } from './timed-event.js';

export interface StoryContext {
  readonly times: LogTimes;
  readonly summary: LogSummary;
  /** Lower case; null where a message was asked for. */
  readonly recipient: string | null;
}

/** The story of one message. */
export function tellStory({ lines, moreLines }: GatheredMessage, context: StoryContext): MessageStory {
  const timed = lines.map(({ event, atMs, stay }): StationLine => ({ event, details: readDetails(event), atMs, stay }));
  const stations = listStations(timed, context);
  const first = stations.find(({ noticeAbout }) => noticeAbout === null) ?? stations[0];
  return {
    messageId:
      timed.find(({ details, event }) => details.messageId !== undefined && event.queueId === first?.queueId)?.details.messageId ?? null,
    sender: first?.sender ?? null,
    stations,
    fates: listFates(stations, context.recipient),
    lines: listLines(timed, context),
    moreLines,
  };
}

interface StationLine extends TimedEvent {
  readonly stay: number;
}

function listStations(events: readonly StationLine[], context: StoryContext): readonly StoryStation[] {
  const byStay = new Map<number, TimedEvent[]>();
  for (const each of events) {
    const known = byStay.get(each.stay);
    if (known === undefined) byStay.set(each.stay, [each]);
    else known.push(each);
  }
  const notices = new Map(
    events.flatMap(({ event, details }): [string, string | null][] =>
      details.noticeId === undefined ? [] : [[details.noticeId, event.queueId]],
    ),
  );
  return [...byStay.values()].map((own) => tellStation(own, notices, context));
}

function tellStation(events: readonly TimedEvent[], notices: ReadonlyMap<string, string | null>, context: StoryContext): StoryStation {
  const { machine = null, queueId = null } = events[0]?.event ?? {};
  const find = <Name extends keyof StoryDetails>(name: Name) =>
    events.find(({ details }) => details[name] !== undefined)?.details[name] ?? null;
  const times = events.flatMap(({ atMs }) => (atMs === null ? [] : [atMs]));
  return {
    machine,
    queueId,
    firstAt: formatIsoTime(times[0] ?? null),
    lastAt: formatIsoTime(times.at(-1) ?? null),
    client: find('client'),
    sender: find('sender'),
    sizeBytes: find('sizeBytes'),
    noticeAbout: notices.get(queueId ?? '') ?? find('aboutId'),
    isOver: events.some(({ details }) => details.isOver === true),
    recipients: chooseRecipients(createStoryRecipients(events, context.summary), context.recipient),
  };
}

/** The recipient that was asked for; all of them where the station knows it under another address. */
function chooseRecipients(recipients: readonly StoryRecipient[], asked: string | null): readonly StoryRecipient[] {
  const own = recipients.filter(
    ({ address, originalAddress }) => address.toLowerCase() === asked || originalAddress?.toLowerCase() === asked,
  );
  return own.length === 0 ? recipients : own;
}

/** A reply names its recipient only by the command before it, where a log tells commands. */
function isFor(asked: string, { text }: LogEvent, { recipient, original }: StoryAttempt): boolean {
  return [recipient.toLowerCase(), original?.toLowerCase()].includes(asked) || text.toLowerCase().includes(asked);
}

/** Without the tries for others where one recipient was asked for; a line that tells of several recipients stands once. */
function listLines(events: readonly TimedEvent[], { summary, recipient }: StoryContext): readonly StoryLine[] {
  const shown = events.filter(({ event, details }, at) => {
    const before = events[at - 1]?.event;
    if (before?.text === event.text && before.time === event.time && before.queueId === event.queueId) return false;
    return recipient === null || details.attempt === undefined || isFor(recipient, event, details.attempt);
  });
  return shown.map(({ event, atMs }): StoryLine => {
    const { kind, machine, queueId, text, reason } = event;
    const domain = domainOf(event.recipient);
    const told = { outcome: kind === 'note' ? ('delivered' as const) : kind, domain };
    const cause = told.outcome === 'delivered' ? null : summary.explain(summary.causes.read(reason, isForGood(event), { domain }), told);
    return { at: formatIsoTime(atMs), machine, queueId, text, cause };
  });
}
