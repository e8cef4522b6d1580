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
  const batches = readLines(chunks)[Symbol.asyncIterator]();
  const introduction: string[] = [];
  let listing = listings.find((each) => each.format === format) ?? null;
  while (listing === null && introduction.length < introductionLines) {
    const batch = await batches.next();
    if (batch.done === true) break;
    introduction.push(...batch.value);
    listing = findListing(introduction.slice(0, introductionLines));
  }
  if (listing === null) {
    return {
      format: introduction.every((line) => line.trim() === '') ? 'empty' : null,
      entries: readNothing(),
      strange: createStrangeLines(),
    };
  }
  const reading = listing.open(clock);
  return { format: listing.format, entries: readEntries(reading, introduction, batches), strange: reading.strange };
}

function findListing(lines: readonly string[]): QueueListing | null {
  return listings.find(({ isMark }) => lines.some(isMark)) ?? null;
}

async function* readNothing(): AsyncGenerator<readonly QueueEntry[]> {}

async function* readEntries(
  reading: QueueReading,
  introduction: readonly string[],
  batches: AsyncIterator<readonly string[]>,
): AsyncGenerator<readonly QueueEntry[]> {
  if (introduction.length > 0) yield introduction.flatMap((line) => reading.push(line));
  for (let batch = await batches.next(); batch.done !== true; batch = await batches.next()) {
    yield batch.value.flatMap((line) => reading.push(line));
  }
  yield reading.end();
}
