/**
 * Which lines are about the message that is asked for: by the ids that they hold, or by the recipient that they name.
 */
import type { LogEvent } from './log-event.js';
import { findBracketed, findNextId } from './story-details.js';

/** What is asked for: a message, a recipient, or with both what became of the message for the recipient. */
export interface StoryQuestion {
  /** A queue id or a Message-ID. */
  readonly message: string | null;
  readonly recipient: string | null;
}

/** Message-IDs as Postfix (`message-id=<>`), Exim (`id=`), Sendmail (`msgid=<>`) log them. */
const messageIdPattern = /(?:message-id|msgid|\bid)=<?([^\s<>,]{1,250}@[^\s<>,]{1,250})>?/;
/** A notice: Postfix's "sender non-delivery notification: 4W…", Exim's `<= <> R=1vN…`, Sendmail's "7AN…: 7AN…: DSN: …". */
const noticePattern =
  / notification: ([0-9A-Za-z]+)$|<= <> R=([\w-]+)|: ([0-9A-Za-z]{8,}): (?:DSN|sender notify|return to sender|postmaster notify)/;

export interface StoryIds {
  readonly queueId: string | null;
  readonly messageId: string | null;
  /** Ids of other stays: the next station's, a notice's, of what a notice is about. */
  readonly named: readonly string[];
}

/** The ids in a line. None in a line about a connection. */
export function readStoryIds({ queueId, text, details }: LogEvent): StoryIds {
  const [messageId, ...named] =
    details === undefined ? findIds(text) : [details.messageId, findNextId(details.attempt?.said ?? ''), details.aboutId];
  return {
    queueId: queueId === '' ? null : queueId,
    messageId: messageId || null,
    named: named.filter((id): id is string => typeof id === 'string' && id !== ''),
  };
}

/** All ids in a line, by which more lines are found. */
export function listStoryKeys(event: LogEvent): readonly string[] {
  const { queueId, messageId, named } = readStoryIds(event);
  return [queueId, messageId, ...named].filter((key) => key !== null);
}

function findIds(text: string): readonly (string | null | undefined)[] {
  const notice = noticePattern.exec(text);
  return [messageIdPattern.exec(text)?.[1], findNextId(text), notice?.[1] ?? notice?.[2] ?? notice?.[3]];
}

export interface AskedLines {
  /** Finds places where such a line may be; no line without one is asked for. */
  readonly pattern: string;
  /** Whether the line is about a part of what is asked for by itself. */
  isAsked(event: LogEvent, keys: readonly string[]): boolean;
  /** Whether the lines of a message are about all that is asked for. */
  isAbout(events: readonly LogEvent[]): boolean;
  /** False for a try for somebody else than the recipient that is asked for: its next station is not of interest. */
  concerns(event: LogEvent): boolean;
}

/** The lines that the question is about. */
export function createAskedLines({ message, recipient }: StoryQuestion): AskedLines {
  const id = message === null ? null : message.replace(/^<(.*)>$/, '$1');
  // The address stands in the line between marks, not as a part of another one.
  const named = recipient === null ? null : `(?<![\\w.+-])${escapePattern(recipient)}(?![\\w-]|\\.\\w)`;
  const names = named === null ? null : createTextTest(new RegExp(named, 'i'));
  const asked = recipient?.toLowerCase();
  const isTold = ({ text, recipient: told }: LogEvent) => told?.toLowerCase() === asked || names?.(text) === true;
  return {
    pattern: [...(id === null ? [] : [escapePattern(id)]), ...(named === null ? [] : [named])].join('|'),
    isAsked: (event, keys) => (id !== null && keys.includes(id)) || (asked !== undefined && isTold(event)),
    isAbout: (events) =>
      (id === null || events.some((event) => listStoryKeys(event).includes(id))) && (asked === undefined || events.some(isTold)),
    concerns: (event) => asked === undefined || isTold(event) || (event.recipient ?? findBracketed(event.text, 'to') ?? null) === null,
  };
}

/** Tests the text of a line once, however many recipients it tells of. */
function createTextTest(pattern: RegExp): (text: string) => boolean {
  let last = '';
  let found = pattern.test(last);
  return (text) => {
    if (text !== last) {
      last = text;
      found = pattern.test(text);
    }
    return found;
  };
}

/** The text as a regular expression that finds just it. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
