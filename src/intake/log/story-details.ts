/**
 * What a line adds to the story of a message beyond what is counted; read only from the lines of a story.
 */

/** One try for one recipient. */
export interface StoryAttempt {
  readonly recipient: string;
  /** Before aliases and forwarding; null where it is the same. */
  readonly original: string | null;
  readonly host: string | null;
  /** The id under which the next station goes on; null where none is told. */
  readonly nextId: string | null;
  /** What was said of a delivery; a failure's reason stands in the event. */
  readonly said: string;
}

export interface StoryDetails {
  readonly messageId?: string | undefined;
  /** `''`: the null reverse-path. */
  readonly sender?: string | undefined;
  readonly client?: string | undefined;
  readonly sizeBytes?: number | undefined;
  readonly attempt?: StoryAttempt | undefined;
  /** The id of a notice to the sender about this message. */
  readonly noticeId?: string | undefined;
  /** The id of the message that this one is a notice about. */
  readonly aboutId?: string | undefined;
  /** The message has left the queue. */
  readonly isOver?: boolean | undefined;
}

/** "queued as 4WxYz2", "forwarded as 4WxYz2", Exim's "OK id=1vN…", OpenSMTPD's and Sendmail's "7AN… Message accepted for delivery". */
const nextPattern = /(?:queued as |forwarded as |OK id=)([\w-]+)|\b([0-9A-Za-z]{14,}|[0-9a-f]{8}) Message accepted/;

/** The id that the next station gave the message; null where the text has none. */
export function findNextId(text: string): string | null {
  const match = nextPattern.exec(text);
  return match?.[1] ?? match?.[2] ?? null;
}

/** The text between `name=<` and `>`; undefined where it is not there. */
export function findBracketed(text: string, name: string): string | undefined {
  const at = text.indexOf(`${name}=<`);
  const from = at + name.length + 2;
  const end = at < 0 ? -1 : text.indexOf('>', from);
  return end < 0 ? undefined : text.slice(from, end);
}
