/**
 * The messages that are asked for, their lines gathered across queue ids and machines while logs flow by.
 *
 * Lines belong together by queue id; queue ids belong together by Message-ID, by the id that the next station gave
 * ("queued as 4WxYz2"), and a message with the notices about it. Only the newest messages are remembered: where that was
 * not enough, the logs are read again with the keys that were found (`keys`, `forgot`).
 */
import type { LogEvent } from './log-event.js';
import { findNextId } from './story-details.js';

/** What is asked for; one of them is enough. */
export interface StoryQuestion {
  /** A queue id or a Message-ID. */
  readonly message: string | null;
  readonly recipient: string | null;
}

export interface GatheredMessage {
  /** In the order in which they were read. */
  readonly events: readonly LogEvent[];
  /** Lines beyond the bound. */
  readonly moreLines: number;
}

export interface MessageStories {
  add(event: LogEvent): void;
  list(): readonly GatheredMessage[];
  /** Every id of the messages that were asked for. */
  keys(): ReadonlySet<string>;
  /** Whether messages had to be forgotten that may have belonged to one of them. */
  forgot(): boolean;
  /** Whether more messages were asked for than are kept. */
  isCut(): boolean;
}

interface Message {
  readonly events: LogEvent[];
  readonly keys: Set<string>;
  moreLines: number;
  wanted: boolean;
}

const mostKeys = 150_000;
const mostLinesOfOne = 500;
const mostWanted = 1_000;

/** Message-IDs as Postfix (`message-id=<>`), Exim (`id=`), Sendmail (`msgid=<>`) log them. */
const messageIdPattern = /(?:message-id|msgid|\bid)=<?([^\s<>,]+@[^\s<>,]+)>?/;
/** A notice: Postfix's "sender non-delivery notification: 4W…", Exim's `<= <> R=1vN…`, Sendmail's "7AN…: 7AN…: DSN: …". */
const noticePattern = / notification: ([0-9A-Za-z]+)$| <= <> R=([\w-]+)|: ([0-9A-Za-z]{8,}): (?:DSN|sender notify|return to sender|postmaster notify)/;

/** A collector for one question. `known`: keys of messages that are wanted, from an earlier reading. */
export function createMessageStories(question: StoryQuestion, known: ReadonlySet<string> = new Set()): MessageStories {
  const isAsked = createQuestion(question, known);
  const messages = new Map<string, Message>();
  const wanted = new Set<Message>();
  let order = 0;
  let forgot = false;
  let cut = false;
  return {
    add(event) {
      order += 1;
      const keys = listKeys(event, order);
      const found = joinMessages(messages, keys);
      if (found.events.length < mostLinesOfOne) found.events.push(event);
      else found.moreLines += 1;
      if (found.wanted || isAsked(keys, event)) {
        if (!wanted.has(found) && wanted.size >= mostWanted) cut = true;
        else wanted.add(found);
        found.wanted = wanted.has(found);
      }
      forgot = forgetOldest(messages) || forgot;
    },
    list: () => [...wanted].filter(({ keys }) => keys.size > 0),
    keys: () => new Set([...wanted].flatMap(({ keys }) => [...keys])),
    forgot: () => forgot,
    isCut: () => cut,
  };
}

/** Whether a line is about what is asked for, by its keys or by the recipient that it names. */
function createQuestion({ message, recipient }: StoryQuestion, known: ReadonlySet<string>) {
  const asked = message === null ? null : message.replace(/^<(.*)>$/, '$1');
  // The address stands in the line between marks, not as a part of another one.
  const names = recipient === null ? null : new RegExp(`(?<![\\w.+-])${escapePattern(recipient)}(?![\\w-]|\\.\\w)`, 'i');
  return (keys: readonly string[], { text }: LogEvent): boolean =>
    (asked !== null && keys.includes(asked)) || (known.size > 0 && keys.some((key) => known.has(key))) || (names !== null && names.test(text));
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A line without an id is a message of its own. */
function listKeys({ queueId, text, details }: LogEvent, order: number): readonly string[] {
  const notice = noticePattern.exec(text);
  const messageId = details === undefined ? messageIdPattern.exec(text)?.[1] : details.messageId;
  const ids = [queueId, messageId, findNextId(text), notice?.[1] ?? notice?.[2] ?? notice?.[3] ?? details?.aboutId];
  const keys = ids.filter((key): key is string => typeof key === 'string' && key !== '');
  return keys.length === 0 ? [`line ${order}`] : keys;
}

function joinMessages(messages: Map<string, Message>, keys: readonly string[]): Message {
  const found = new Set(keys.flatMap((key) => messages.get(key) ?? []));
  const [first = { events: [], keys: new Set<string>(), moreLines: 0, wanted: false }, ...others] = found;
  for (const other of others) {
    for (const event of other.events) if (first.events.length < mostLinesOfOne) first.events.push(event);
    first.wanted ||= other.wanted;
    for (const key of other.keys) setKey(messages, first, key);
    other.keys.clear();
  }
  for (const key of keys) setKey(messages, first, key);
  return first;
}

function setKey(messages: Map<string, Message>, message: Message, key: string): void {
  // Moved to the end: the least recently used stands first.
  messages.delete(key);
  messages.set(key, message);
  message.keys.add(key);
}

/** Messages that are asked for stay. True where one was forgotten. */
function forgetOldest(messages: Map<string, Message>): boolean {
  if (messages.size <= mostKeys) return false;
  const [oldest] = messages;
  if (oldest === undefined) return false;
  const [key, message] = oldest;
  if (message.wanted) {
    setKey(messages, message, key);
    return false;
  }
  messages.delete(key);
  message.keys.delete(key);
  return true;
}
