/**
 * A mail log, a line at a time: whose line it is, and what it tells. Lines of others are passed over.
 */
import { createExchangeReader } from './exchange-log.js';
import { parseEximLine } from './exim-log.js';
import { parseFramedLine } from './framed-line.js';
import { createPrettyEntries } from './journal-entry.js';
import type { FramedLine, LogEvent } from './log-event.js';
import { findMailProgram } from './mail-programs.js';
import { isBareOpensmtpdLine, parseOpensmtpdLine } from './opensmtpd-log.js';
import { parsePostfixLine } from './postfix-log.js';
import { parseSendmailLine } from './sendmail-log.js';

export interface LogReader {
  /**
   * An event for each recipient that the line tells of, behind those of lines that were held back for what may follow;
   * none where it is no line of a mail server. Never throws.
   */
  read(line: string): readonly LogEvent[];
  /** Whether what was read so far makes lines depend on those before them: columns that were named, an entry over several lines. */
  needsEveryLine(): boolean;
}

const nothing: readonly LogEvent[] = [];
/** syslog daemons cut lines at 8 KiB or before; what is longer was not logged by a mail server. */
const longestText = 8192;

/** A reader for one log; it remembers what the log's own headings say, and lines whose end is still to come. */
export function createLogReader(): LogReader {
  const exchange = createExchangeReader();
  const pretty = createPrettyEntries();
  const readSingle = (line: string): readonly LogEvent[] => {
    const events = parseProgramLine(parseFramedLine(line));
    if (events !== null) return events;
    if (isBareOpensmtpdLine(line)) return [parseOpensmtpdLine({ time: '', machine: null, program: 'smtpd', text: line })];
    return exchange.read(line);
  };
  return {
    needsEveryLine: () => exchange.hasColumns() || pretty.hasBegun(),
    read(line) {
      const told = pretty.read(line);
      if (told.state === 'open') return nothing;
      if (told.state === 'entry') return parseProgramLine(told.entry) ?? nothing;
      return told.before.length === 0 ? readSingle(line) : [...told.before, line].flatMap(readSingle);
    },
  };
}

function parseProgramLine(whole: FramedLine | null): readonly LogEvent[] | null {
  if (whole === null) return null;
  const framed = { ...whole, text: whole.text.slice(0, longestText) };
  const format = findMailProgram(framed.program);
  if (format === 'postfix') return [parsePostfixLine(framed)];
  if (format === 'exim') return [parseEximLine(stripEximTime(framed))];
  if (format === 'sendmail') return parseSendmailLine(framed);
  return format === 'opensmtpd' ? [parseOpensmtpdLine(framed)] : null;
}

/** Exim writes its own time within syslog as well, unless told not to. */
function stripEximTime(framed: FramedLine): FramedLine {
  return { ...framed, text: framed.text.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? /, '') };
}
