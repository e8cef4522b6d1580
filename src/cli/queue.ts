/**
 * `mailwhy queue`: what waits in a mail queue, why, and what to do about it; from a listing or from this machine's own queue.
 */
import type { QueueFormat } from '../model/queue-report.js';
import { CommandError } from '../settings/command-error.js';
import { readArguments, readSettings } from './command-call.js';
import type { RunCommand } from './command-entry.js';
import { listOwnQueue, type OwnQueue } from './own-queue.js';
import { openPipedListing } from './piped-listing.js';
import { showQueue } from './show-queue.js';
import { openInput } from './text-input.js';
import { wantsFollowUp } from './wants-follow-up.js';

export const runQueue: RunCommand = async (args, command) => {
  const line = readArguments(command, args);
  if (line.operands.length > 1) throw new CommandError('usage', 'queue reads one listing at a time');
  const traces = wantsFollowUp(line.given);
  const settings = await readSettings(line);
  const asked = await readFormat(line.given.get('as')?.value);
  const queue = await findQueue(line.operands[0]);
  return await showQueue({ listings: queue.listings, format: asked ?? queue.format }, settings, traces);
};

/** The listing that is named, else the one that is piped in, else this machine's own queue. */
async function findQueue(operand: string | undefined): Promise<OwnQueue> {
  const chunks = operand === undefined ? await openPipedListing() : openInput(operand);
  return chunks === null ? await listOwnQueue() : { listings: [{ chunks, place: null }], format: null };
}

async function readFormat(value: unknown): Promise<QueueFormat | null> {
  if (value === undefined) return null;
  const { queueFormats } = await import('../model/queue-report.js');
  const format = queueFormats.find((each) => each === value);
  if (format === undefined)
    throw new CommandError('usage', `--as ${String(value)}: no such listing`, `There are: ${queueFormats.join(', ')}.`);
  return format;
}
