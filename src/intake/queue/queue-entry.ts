/**
 * A message in a queue as its listing has it, and what reads listings.
 */
import type { QueueFormat, QueueState } from '../../model/queue-report.js';
import { detachText } from '../detach-text.js';
import { isShellPrompt } from './shell-prompt.js';

export interface QueuedRecipient {
  readonly address: string;
  /** As the listing has it; null where it tells none. */
  readonly reason: string | null;
  /** Whether the listing itself says that the delivery is one on the server's own side; left out: only the reason may. */
  readonly isOwnSide?: boolean;
}

export interface QueueEntry {
  /** What the product's own commands take. */
  readonly id: string;
  readonly state: QueueState;
  /** Milliseconds since 1970; null where not told. */
  readonly arrivedMs: number | null;
  /** Null: not told; `''`: the null reverse-path. */
  readonly sender: string | null;
  /** Those that still wait. */
  readonly recipients: readonly QueuedRecipient[];
  /** The next hop where the listing groups by it; else each recipient's domain is its own. */
  readonly destination: string | null;
  /** A summary of many messages: how many there are; 1 for a message. */
  readonly count: number;
  readonly nextTryMs: number | null;
  readonly expiresMs: number | null;
  /** Whether the listing has a place for reasons. */
  readonly tellsReasons: boolean;
  /** Where the message lies, where the listing tells: a folder of Sendmail's, a queue of Exchange's without a next hop. */
  readonly folder?: string;
}

/** What times without a year or a zone are read against. */
export interface ListingClock {
  readonly nowMs: number;
  /** Minutes east of UTC where the listing was made. */
  readonly offsetMinutes: number;
}

export interface QueueReading {
  /** What the line completes. */
  push(line: string): readonly QueueEntry[];
  /** What the end of the listing completes. */
  end(): readonly QueueEntry[];
  readonly strange: StrangeLines;
}

/** Lines that the format does not explain: how many, and the first of them. A shell's prompt around the listing is none of them. */
export interface StrangeLines {
  push(line: string): void;
  count(): number;
  examples(): readonly string[];
}

const mostExamples = 3;

export function createStrangeLines(): StrangeLines {
  const examples: string[] = [];
  let count = 0;
  return {
    push(line) {
      if (isShellPrompt(line)) return;
      count += 1;
      if (examples.length < mostExamples) examples.push(detachText(line));
    },
    count: () => count,
    examples: () => examples,
  };
}

export interface QueueListing {
  readonly format: QueueFormat;
  /** Whether the line is one that only this format has. */
  isMark(line: string): boolean;
  open(clock: ListingClock): QueueReading;
}
