/**
 * Postfix's lines in a block of text, told apart without being cut out of it: the hot path of a summary.
 *
 * Nine lines in ten of a busy log tell neither of a failure nor of a refusal. They are found by their frame and by what
 * they lack (`, status=`, `reject: `), searched for in the whole block, and only counted; lines of programs that are no
 * mail servers are passed over. All others are read as lines.
 */
import type { HourMarks } from './log-times.js';
import { mailPrograms } from './mail-programs.js';

/** Takes what a block holds, in any order within an hour. */
export interface SkimTaker {
  /** A line to be read as a whole: a failure, a refusal, another mail server's, or one in another frame. */
  readLine(line: string): void;
  /** Lines of Postfix that tell of no delivery. */
  countNotes(count: number): void;
  /** Deliveries within the hour that the time lies in. */
  countDelivered(count: number, time: string): void;
  /** What times of the same hour look like. */
  markHour(time: string): HourMarks;
  /** The times of the first and the last line of the block that are Postfix's, as logged. */
  seeTimes(first: string, last: string): void;
}

const space = 32;
const letterT = 84;
const comma = 44;
/** `Nov 23 20:15:01` */
const traditionalLength = 15;
/** `2026-11-23T20:15:01.123456789+00:00` */
const longestIso = 35;

/** Walks a block of whole lines. Returns how many there are. */
export function skimPostfix(block: string, taker: SkimTaker): number {
  const status = createSearch(block, ', status=');
  const reject = createSearch(block, 'reject: ');
  const hours = createHours(block, taker);
  let lines = 0;
  let notes = 0;
  for (let from = 0; from < block.length; lines += 1) {
    const found = block.indexOf('\n', from);
    const end = found < 0 ? block.length : found;
    const timeEnd = findTimeEnd(block, from);
    const whose = timeEnd < 0 ? 'unknown' : findProgram(block, timeEnd, end);
    if (whose === 'postfix' && reject.next(from) >= end) {
      const at = status.next(from);
      if (at >= end) notes += 1;
      else if (block.startsWith('sent', at + 9)) hours.count(from, timeEnd);
      else taker.readLine(cutLine(block, from, end));
      hours.see(from, timeEnd);
    } else if (whose !== 'other') taker.readLine(cutLine(block, from, end));
    from = end + 1;
  }
  hours.end();
  taker.countNotes(notes);
  return lines;
}

/** Where the next occurrence stands at or behind a place; beyond the end where there is none. Places must not decrease. */
function createSearch(block: string, text: string): { next(from: number): number } {
  let at = -1;
  return {
    next(from) {
      if (at < from) {
        const found = block.indexOf(text, from);
        at = found < 0 ? Number.POSITIVE_INFINITY : found;
      }
      return at;
    },
  };
}

/** The end of an RFC 3164 or ISO 8601 time at the line's begin; -1 where there is none, or a comma follows it (Exchange). */
function findTimeEnd(block: string, from: number): number {
  if (block.charCodeAt(from + 3) === space && block.charCodeAt(from + traditionalLength) === space) return from + traditionalLength;
  if (block.charCodeAt(from + 10) !== letterT) return -1;
  const end = block.indexOf(' ', from + 19);
  return end - from <= longestIso && block.charCodeAt(end - 1) !== comma ? end : -1;
}

/** Whose line it is: `TIME HOST PROGRAM…`. `unknown`: there is no such frame, or the program is another mail server. */
function findProgram(block: string, timeEnd: number, end: number): 'postfix' | 'unknown' | 'other' {
  const at = block.indexOf(' ', timeEnd + 1) + 1;
  if (at <= 0 || at >= end) return 'unknown';
  if (block.startsWith('postfix', at)) return 'postfix';
  return mailPrograms.some((program) => block.startsWith(program, at)) ? 'unknown' : 'other';
}

function cutLine(block: string, from: number, end: number): string {
  return block.slice(from, block.charCodeAt(end - 1) === 13 ? end - 1 : end);
}

/** Counts deliveries in runs of the same hour, which lines show at the beginning and the end of their times. */
function createHours(block: string, taker: SkimTaker) {
  let marks: HourMarks = { start: '', end: '' };
  let time = '';
  let count = 0;
  let first = -1;
  let firstEnd = -1;
  let last = -1;
  let lastEnd = -1;
  const flush = () => {
    if (count > 0) taker.countDelivered(count, time);
    count = 0;
  };
  return {
    count(from: number, timeEnd: number) {
      const { start, end } = marks;
      if (timeEnd - from !== time.length || !block.startsWith(start, from) || !block.startsWith(end, timeEnd - end.length)) {
        flush();
        time = block.slice(from, timeEnd);
        marks = taker.markHour(time);
      }
      count += 1;
    },
    see(from: number, timeEnd: number) {
      if (first < 0) {
        first = from;
        firstEnd = timeEnd;
      }
      last = from;
      lastEnd = timeEnd;
    },
    end() {
      flush();
      if (first >= 0) taker.seeTimes(block.slice(first, firstEnd), block.slice(last, lastEnd));
    },
  };
}
