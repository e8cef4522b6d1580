/**
 * What the system's `ping` prints, for one packet: iputils, busybox, the BSDs and macOS (with ping6), Windows.
 *
 * Decided from words, not from the exit status: Windows ends with 0 for "Destination host unreachable". The C
 * locale is asked for; Windows answers in its own language, where only a reply's time is understood.
 */
import type { PingFailure } from '../model/evidence.js';

export type PingReading =
  | { readonly state: 'answered'; readonly roundTripMs: number }
  | { readonly state: 'failed'; readonly failure: PingFailure; readonly detail: string | null };

/** `time=0.045 ms`, `time<1ms`, `Zeit=12ms`; the summaries put a blank behind `=`. */
const roundTrip = /[=<](\d+(?:[.,]\d+)?) ?ms\b/;

/** The first that fits decides; texts as the programs' sources have them. */
const failures: readonly [pattern: RegExp, failure: PingFailure][] = [
  [/packet filtered|prohibited/i, 'prohibited'],
  [/^(?!.*send).*(operation not permitted|permission denied|are you root|lacking privilege)/im, 'not-permitted'],
  // A local firewall lets ping run and drops what it sends.
  [/send\w*: (operation not permitted|permission denied)/i, 'prohibited'],
  [/unreachable|no route to host|host is down|unknown host|time to live exceeded|ttl expired|got icmp 3/i, 'unreachable'],
  [/100(\.0+)?% (packet )?loss|request timed out|request timeout for|\(100%/i, 'silent'],
];

/** Reads what one run printed on its two outputs together; `unreadable` where nothing is recognised. */
export function parsePing(output: string): PingReading {
  const [, time] = roundTrip.exec(output) ?? [];
  if (time !== undefined) return { state: 'answered', roundTripMs: Number(time.replace(',', '.')) };
  for (const [pattern, failure] of failures) {
    const match = pattern.exec(output);
    if (match !== null) return { state: 'failed', failure, detail: failure === 'silent' ? null : lineAround(output, match.index) };
  }
  return { state: 'failed', failure: 'unreadable', detail: firstLine(output) };
}

/** Whether the program did not understand its arguments: another dialect is worth a try. */
export function isPingUsage(output: string): boolean {
  return /\busage:|(invalid|unrecognized|illegal|unknown) option|bad option/i.test(output);
}

function lineAround(output: string, index: number): string {
  const start = output.lastIndexOf('\n', index) + 1;
  const end = output.indexOf('\n', index);
  return shorten(output.slice(start, end < 0 ? undefined : end));
}

function firstLine(output: string): string | null {
  const line = output.split('\n').find((each) => each.trim() !== '');
  return line === undefined ? null : shorten(line);
}

const detailLimit = 200;

function shorten(line: string): string {
  return line.trim().slice(0, detailLimit);
}
