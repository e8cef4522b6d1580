/**
 * When a log begins: rotated files are read in the order of time, whatever the order of their names.
 */
import { createLogReader } from '../intake/log/log-reader.js';
import { createLogTimes } from '../intake/log/log-times.js';
import { readLines } from '../intake/text-lines.js';
import { type LogClock, readLogClock } from './log-clock.js';

/** Lines that are looked at: a log may begin with lines of other programs. */
const mostLines = 2000;

/** The time of the first line that a mail server wrote, ms since 1970; null where none of the first lines is one. */
export async function findLogStart(chunks: AsyncIterable<string>, options: LogClock = {}): Promise<number | null> {
  const times = createLogTimes(readLogClock(options));
  const reader = createLogReader();
  let left = mostLines;
  for await (const lines of readLines(chunks)) {
    for (const line of lines) {
      const atMs = times.read(reader.read(line)[0]?.time ?? '');
      if (atMs !== null) return atMs;
      left -= 1;
      if (left === 0) return null;
    }
  }
  return null;
}
