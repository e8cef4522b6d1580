/**
 * A queue's listing, whoever printed it: the format is found by its first lines, then read a line at a time.
 */
import type { QueueFormat } from '../../model/queue-report.js';
import { readLines } from '../text-lines.js';
import { exchangeMessage, exchangeQueue } from './exchange-queue.js';
import { eximListing } from './exim-queue.js';
import { postfixMailq, postqueueJson } from './postfix-queue.js';
import { qmailListing } from './qmail-queue.js';
import {
  createStrangeLines,
  type ListingClock,
  type QueueEntry,
  type QueueListing,
  type QueueReading,
  type StrangeLines,
} from './queue-entry.js';
import { sendmailMailq } from './sendmail-queue.js';
import { smtpctlListing } from './smtpctl-queue.js';

/** In this order: what looks like an earlier one is never a later one. */
const listings: readonly QueueListing[] = [
  postqueueJson,
  postfixMailq,
  sendmailMailq,
  eximListing,
  qmailListing,
  smtpctlListing,
  exchangeMessage,
  exchangeQueue,
];

/** Lines that are looked at for a mark: notes and warnings of a shell may stand before it. */
const introductionLines = 40;

export interface QueueStream {
  /** Null where the text is no listing that is known; an empty text is `empty`. */
  readonly format: QueueFormat | 'empty' | null;
  /** The entries in batches; read once. */
  readonly entries: AsyncIterable<readonly QueueEntry[]>;
  /** Lines not understood so far. */
  readonly strange: StrangeLines;
}

/** Opens a listing. `format` null: found by its first lines. Nothing is printed to be guessed at: an unknown text stays unknown. */
export async function openQueue(chunks: AsyncIterable<string>, clock: ListingClock, format: QueueFormat | null): Promise<QueueStream> {
  const batches = readLines(chunks);
  const taken: (readonly string[])[] = [];
  let introduction: readonly string[] = [];
  let listing = listings.find((each) => each.format === format) ?? null;
  while (listing === null && introduction.length < introductionLines) {
    const batch = await batches.next();
    if (batch.done === true) break;
    taken.push(batch.value);
    introduction = [...introduction, ...batch.value.slice(0, introductionLines - introduction.length)];
    listing = findListing(introduction);
  }
  if (listing !== null) {
    const reading = listing.open(clock);
    return { format: listing.format, entries: readEntries(reading, taken, batches), strange: reading.strange };
  }
  // Nobody will read on: what lies below is closed.
  await batches.return(undefined);
  const isEmpty = taken.every((lines) => lines.every((line) => line.trim() === ''));
  return { format: isEmpty ? 'empty' : null, entries: readNothing(), strange: createStrangeLines() };
}

function findListing(lines: readonly string[]): QueueListing | null {
  return listings.find(({ isMark }) => lines.some(isMark)) ?? null;
}

async function* readNothing(): AsyncGenerator<readonly QueueEntry[]> {}

async function* readEntries(
  reading: QueueReading,
  taken: readonly (readonly string[])[],
  batches: AsyncGenerator<readonly string[]>,
): AsyncGenerator<readonly QueueEntry[]> {
  try {
    for (const lines of taken) yield lines.flatMap((line) => reading.push(line));
    for await (const lines of batches) yield lines.flatMap((line) => reading.push(line));
    yield reading.end();
  } finally {
    // The reader may have had enough before the first of these was asked for.
    await batches.return(undefined);
  }
}
