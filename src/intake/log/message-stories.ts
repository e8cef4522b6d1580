/**
 * One message's lines across queue ids and machines, gathered while a log flows by.
 *
 * Lines belong together by queue id; queue ids belong together by Message-ID, and by the id that the next hop gave
 * ("queued as 4WxYz2"). Only the newest messages are remembered, so a story is whole where no more than that many lie
 * between its lines.
 */
import type { LogEvent } from './log-event.js';

/** What is asked for; one of them is enough. */
export interface StoryQuestion {
  /** A queue id or a Message-ID. */
  readonly message: string | null;
  readonly recipient: string | null;
}

export interface MessageStories {
  add(event: LogEvent): void;
  /** The lines of all messages that were asked for, in the order of the log. */
  list(): readonly LogEvent[];
}

interface Message {
  readonly lines: { readonly order: number; readonly event: LogEvent }[];
  readonly keys: Set<string>;
  wanted: boolean;
}

const mostMessages = 50_000;
const mostLinesOfOne = 500;
const mostWanted = 1_000;

/** Message-IDs as Postfix (`message-id=<>`), Exim (`id=`), Sendmail (`msgid=<>`) log them. */
const messageIdPattern = /(?:message-id|msgid|\bid)=<?([^\s<>,]+@[^\s<>,]+)>?/;
/** "queued as 4WxYz2", Exim's "OK id=1vN…", Sendmail's "7AN… Message accepted for delivery". */
const nextPattern = /(?:queued as |OK id=)([\w-]+)|([0-9A-Za-z]{14,}) Message accepted/;

/** A collector for one question. */
export function createMessageStories({ message, recipient }: StoryQuestion): MessageStories {
  const asked = message === null ? null : normalise(message);
  const address = recipient === null ? null : recipient.toLowerCase();
  const messages = new Map<string, Message>();
  const wanted = new Set<Message>();
  let order = 0;
  const isWanted = (keys: readonly string[], text: string) =>
    (asked !== null && keys.includes(asked)) || (address !== null && namesRecipient(text.toLowerCase(), address));
  return {
    add(event) {
      order += 1;
      const keys = listKeys(event, order);
      const found = joinMessages(messages, keys);
      if (found.lines.length < mostLinesOfOne) found.lines.push({ order, event });
      if ((found.wanted || isWanted(keys, event.text)) && wanted.size < mostWanted) {
        found.wanted = true;
        wanted.add(found);
      }
      forgetOldest(messages);
    },
    list: () =>
      [...wanted]
        .filter(({ keys }) => keys.size > 0)
        .flatMap(({ lines }) => lines)
        .sort((a, b) => a.order - b.order)
        .map(({ event }) => event),
  };
}

function normalise(id: string): string {
  return id.replace(/^<(.*)>$/, '$1');
}

/** A line without an id is a message of its own. */
function listKeys({ queueId, text }: LogEvent, order: number): readonly string[] {
  const messageId = messageIdPattern.exec(text)?.[1];
  const next = nextPattern.exec(text);
  const keys = [queueId, messageId, next?.[1] ?? next?.[2]].filter((key) => key !== null && key !== undefined);
  return keys.length === 0 ? [`line ${order}`] : keys;
}

/** The address stands in the line between marks, not as the end of another one. */
function namesRecipient(text: string, address: string): boolean {
  const at = text.indexOf(address);
  if (at < 0) return false;
  return !/[\w.+-]/.test(text[at - 1] ?? ' ') && !/[\w-]/.test(text[at + address.length] ?? ' ');
}

function joinMessages(messages: Map<string, Message>, keys: readonly string[]): Message {
  const found = new Set(keys.flatMap((key) => messages.get(key) ?? []));
  const [first = { lines: [], keys: new Set<string>(), wanted: false }, ...others] = found;
  for (const other of others) {
    first.lines.push(...other.lines);
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

function forgetOldest(messages: Map<string, Message>): void {
  if (messages.size <= 3 * mostMessages) return;
  const [oldest] = messages.keys();
  if (oldest !== undefined) messages.delete(oldest);
}
