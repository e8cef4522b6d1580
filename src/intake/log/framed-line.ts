/**
 * The frame around a log line: syslog with RFC 3164, RFC 5424 or ISO 8601 times, what journalctl prints, Exim's own.
 *
 * The usual frames are found by a few characters. The others are tried in turn, what people paste (quoted, indented)
 * among them.
 */
import { parseJournalLine } from './journal-entry.js';
import type { FramedLine } from './log-event.js';

/** The line without its frame; null where there is none that is known. */
export function parseFramedLine(line: string): FramedLine | null {
  const first = line.charCodeAt(0);
  const usual = first >= 48 && first <= 57 ? parseDated(line) : parseTraditional(line);
  return usual ?? parseJournalLine(line) ?? parseUnusual(line);
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
    return end < 0 || end > longestIso ? null : parseProgram(line, end + 1, line.slice(0, end));
  }
  if (line.charCodeAt(10) !== 32 || line.charCodeAt(13) !== 58) return null;
  return parseEximFrame(line);
}

/** `2026-11-23T20:15:01.123456789+00:00` */
const longestIso = 35;

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
  const text = stripMessageId(line.slice(colon + 2));
  return { time, machine: line.slice(from, afterMachine), program: line.slice(afterMachine + 1, end), text };
}

/** Solaris puts `[ID 197553 mail.info] ` before each message. */
function stripMessageId(text: string): string {
  return text.startsWith('[ID ') ? text.replace(/^\[ID \d+ [\w.]+\] /, '') : text;
}

const program = String.raw`(\S+) ([^\s[:]+)(?:\[\d+\])?: (.*)$`;
/** A text holds line separators too (`s`): where `.` stops at them, a pattern that could end anywhere tries each other way first. */
const compile = (pattern: string) => new RegExp(pattern, 's');
/** journalctl's `short-full` and `with-unit`: `Mon 2026-11-23 20:15:01 CET mail postfix/smtp[123]: …`. */
const shortFull = compile(String.raw`^[A-Z][a-z]{2} (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?) (\S+) ${program}`);
/** `short-precise`: `Nov 23 20:15:01.123456 mail …`. */
const shortPrecise = compile(String.raw`^([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d)\.\d+ ${program}`);
/** `short-unix`: `1795460402.123456 mail …`. */
const shortUnix = compile(String.raw`^(\d{10})\.(\d{6}) ${program}`);
/** RFC 5424 section 6.3: `[id name="value"]`; within the quotes `"`, `\` and `]` have a backslash before them. */
const structuredData = String.raw`(?:\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\])+`;
/** RFC 5424 section 6: `<22>1 2026-11-23T20:15:01.123Z mail postfix/smtp 123 - - …`. */
const structured = compile(String.raw`^<\d{1,3}>1 (\S+) (\S+) (\S+) \S+ \S+ (?:-|${structuredData}) ?(.*)$`);
/** What stands before a line that is otherwise usual: a priority, the marks of a quotation, blanks. */
const leading = /^(?:<\d{1,3}>|[>|\s])+(?=\S)/;

function parseUnusual(line: string): FramedLine | null {
  const full = shortFull.exec(line);
  if (full !== null) return frame(full.slice(3), `${full[1] ?? ''}${readZone(full[2] ?? '')}`);
  const precise = shortPrecise.exec(line);
  if (precise !== null) return frame(precise.slice(2), precise[1] ?? '');
  const unix = shortUnix.exec(line);
  if (unix !== null) return frame(unix.slice(3), `${unix[1] ?? ''}${unix[2] ?? ''}`);
  const ietf = structured.exec(line);
  if (ietf !== null) return frame(ietf.slice(2), ietf[1] ?? '');
  const front = leading.exec(line)?.[0];
  return front === undefined ? null : parseFramedLine(line.slice(front.length));
}

function frame([machine = '', name = '', text = '']: readonly string[], time: string): FramedLine {
  return { time, machine, program: name.replace(/\.service$/, ''), text };
}

/** A zone that is named is the machine's own, as far as anybody can tell. */
function readZone(zone: string): string {
  if (zone === 'UTC' || zone === 'GMT') return 'Z';
  return /^[+-]\d{4}$/.test(zone) ? zone : '';
}
