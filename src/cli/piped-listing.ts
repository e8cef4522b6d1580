/**
 * A queue's listing that somebody pipes in without naming it: `postqueue -j | mailwhy queue`.
 *
 * Cron and others hand their commands a standard input in which nothing ever stands: then the own queue is asked for.
 */
import { isStandardInputFed } from '../net/file-facts.js';
import { openInput } from './text-input.js';

/** What stands in standard input; null where nothing does. @throws CommandError where it cannot be read */
export async function openPipedListing(): Promise<AsyncIterable<string> | null> {
  if (!(await isStandardInputFed())) return null;
  const chunks = openInput('-');
  const first = await chunks.next();
  return first.done === true ? null : continueWith(first.value, chunks);
}

async function* continueWith(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}
