/**
 * The frame around a log line: syslog with RFC 3164 or ISO 8601 times, journald's JSON (`journalctl -o json`), Exim's own.
 */
import type { FramedLine } from './log-event.js';

/** The line without its frame; null where there is none that is known. */
export function parseFramedLine(line: string): FramedLine | null {
  const first = line.charCodeAt(0);
  if (first === 123) return parseJournal(line);
  if (first >= 48 && first <= 57) return parseDated(line);
  return parseTraditional(line);
}

/** `Nov 23 20:15:01 mail postfix/smtp[123]: …` (RFC 3164 section 4.1.2). */
function parseTraditional(line: string): FramedLine | null {
  if (line.charCodeAt(3) !== 32 || line.charCodeAt(9) !== 58 || line.charCodeAt(15) !== 32) return null;
  return parseProgram(line, 16, line.slice(0, 15));
}

/** `2026-11-23T20:15:01.123456+00:00 mail postfix/smtp[123]: …`, or `2026-11-23 20:15:01 …` as Exim writes it. */
function parseDated(line: string): FramedLine | null {
  if (line.charCodeAt(4) !== 45) return null;
  if (line.charCodeAt(10) === 84) {
    const end = line.indexOf(' ', 19);
    return end < 0 ? null : parseProgram(line, end + 1, line.slice(0, end));
  }
  if (line.charCodeAt(10) !== 32 || line.charCodeAt(13) !== 58) return null;
  return parseEximFrame(line);
}

/** Exim's `log_selector` can add milliseconds, a zone and the process id. */
const eximFrame = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?(?: [+-]\d{4})?) (?:\[\d+\] )?/;

function parseEximFrame(line: string): FramedLine | null {
  const match = eximFrame.exec(line);
  if (match === null) return null;
  return { time: match[1] ?? '', machine: null, program: 'exim', text: line.slice(match[0].length) };
}

function parseProgram(line: string, from: number, time: string): FramedLine | null {
  const afterMachine = line.indexOf(' ', from);
  const colon = line.indexOf(': ', afterMachine);
  if (afterMachine < 0 || colon < 0) return null;
  const bracket = line.indexOf('[', afterMachine);
  const end = bracket > 0 && bracket < colon ? bracket : colon;
  return { time, machine: line.slice(from, afterMachine), program: line.slice(afterMachine + 1, end), text: line.slice(colon + 2) };
}

function parseJournal(line: string): FramedLine | null {
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== 'object' || entry === null || !('MESSAGE' in entry) || typeof entry.MESSAGE !== 'string') return null;
    const text = (name: string, value: unknown) => (name in entry && typeof value === 'string' ? value : null);
    const program = '_COMM' in entry ? text('_COMM', entry._COMM) : null;
    return {
      time: ('__REALTIME_TIMESTAMP' in entry ? text('__REALTIME_TIMESTAMP', entry.__REALTIME_TIMESTAMP) : null) ?? '',
      machine: '_HOSTNAME' in entry ? text('_HOSTNAME', entry._HOSTNAME) : null,
      program: ('SYSLOG_IDENTIFIER' in entry ? text('SYSLOG_IDENTIFIER', entry.SYSLOG_IDENTIFIER) : null) ?? program ?? '',
      text: entry.MESSAGE,
    };
  } catch {
    return null;
  }
}
