/**
 * A mail log, a line at a time: whose line it is, and what it tells. Lines of others are passed over.
 */
import { createExchangeReader } from './exchange-log.js';
import { parseEximLine } from './exim-log.js';
import { parseFramedLine } from './framed-line.js';
import type { FramedLine, LogEvent } from './log-event.js';
import { isBareOpensmtpdLine, parseOpensmtpdLine } from './opensmtpd-log.js';
import { parsePostfixLine } from './postfix-log.js';
import { parseSendmailLine } from './sendmail-log.js';

export interface LogReader {
  /** Null: no line of a mail server. Never throws. */
  read(line: string): LogEvent | null;
}

/**
 * A reader for one log; it remembers what the log's own headings say. `whole` false: of Postfix's lines that tell neither
 * of a delivery nor of a refusal (five in six of a busy log) only the time is read.
 */
export function createLogReader(whole: boolean): LogReader {
  const exchange = createExchangeReader();
  return {
    read(line) {
      if (!whole && isPostfixNote(line)) return { ...postfixNote, time: line.slice(0, 15) };
      const framed = parseFramedLine(line);
      const event = framed === null ? null : parseProgramLine(framed);
      if (event !== null) return event;
      if (isBareOpensmtpdLine(line)) return parseOpensmtpdLine({ time: '', machine: null, program: 'smtpd', text: line });
      return exchange.read(line);
    },
  };
}

const postfixNote = { format: 'postfix', kind: 'note', machine: null, queueId: null, recipient: null, reason: '', text: '' } as const;

/** With an RFC 3164 time; every delivery has `status=`, every refusal `reject: `. */
function isPostfixNote(line: string): boolean {
  if (line.charCodeAt(15) !== 32) return false;
  const at = line.indexOf(' postfix', 16);
  return at > 0 && at < 80 && line.indexOf('status=', at) < 0 && line.indexOf('reject: ', at) < 0;
}

/** Several instances of Postfix have names of their own: `postfix-out/smtp`. */
function parseProgramLine(framed: FramedLine): LogEvent | null {
  const { program } = framed;
  if (program.startsWith('postfix')) return parsePostfixLine(framed);
  if (program === 'exim' || program === 'exim4') return parseEximLine(stripEximTime(framed));
  if (program === 'sm-mta' || program === 'sendmail' || program.startsWith('sm-msp')) return parseSendmailLine(framed);
  return program === 'smtpd' ? parseOpensmtpdLine(framed) : null;
}

/** Exim writes its own time within syslog as well, unless told not to. */
function stripEximTime(framed: FramedLine): FramedLine {
  return { ...framed, text: framed.text.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? /, '') };
}
