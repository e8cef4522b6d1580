/**
 * Lines of a mail log of which somebody copied only what stands behind time and program.
 *
 * They get a frame with an empty time, so that the reader of logs takes them for the program's.
 */
import { readLines } from '../intake/text-lines.js';

/** As syslog's (RFC 3164) in form; no time can be read from it. */
const untimed = '--- -- --:--:-- -';

const programs: readonly (readonly [program: string, line: RegExp])[] = [
  ['postfix/smtp', /^(?:postfix\/\w+\[\d+\]: )?[0-9A-Za-z]{6,}: to=<[^>]*>.*\bstatus=\w+ \(/],
  ['postfix/smtpd', /^(?:postfix\/\w+\[\d+\]: )?NOQUEUE: reject: /],
  ['sendmail', /^(?:(?:sendmail|sm-mta)\[\d+\]: )?[0-9A-Za-z]{8,}: to=.*, stat=/],
  ['exim', /^(?:\w{6}-\w{6,11}-\w{2,4} )?(?:\*\*|==) \S+@\S+/],
];

/** The line with a frame where it is such a one, else as it is. */
export function frameBareLine(line: string): string {
  const program = programs.find(([, pattern]) => pattern.test(line))?.[0];
  return program === undefined ? line : `${untimed} ${program}[0]: ${line.replace(/^[\w/-]+\[\d+\]: /, '')}`;
}

/** A log with every such line framed. */
export async function* frameBareLog(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const lines of readLines(chunks)) yield lines.map((line) => `${frameBareLine(line)}\n`).join('');
}
