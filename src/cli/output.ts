/**
 * Writing to standard output and standard error, and what stands at their other end.
 *
 * Short texts go out at once (`say`, `complain`), so that nothing of a stream is loaded; documents of any size wait
 * for the reader (`print`). A reader who has gone away (`mailwhy … | head`) ends the command quietly.
 */
import { writeSync } from 'node:fs';
import { formatVisible } from '../render/visible-text.js';
import type { OutputEnd } from '../terminal/appearance.js';

/** A line or a few on standard output. */
export function say(text: string): void {
  writeNow(1, text);
}

/** A line or a few on standard error; files and arguments are quoted in it, so what a terminal would act on is made visible. */
export function complain(text: string): void {
  writeNow(2, text.split('\n').map(formatVisible).join('\n'));
}

function writeNow(descriptor: 1 | 2, text: string): void {
  let bytes = new TextEncoder().encode(`${text}\n`);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(descriptor, bytes));
    } catch (error) {
      if (!hasCode(error, 'EAGAIN')) return;
    }
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** A whole document on standard output; resolves when it has gone out, or nobody reads it any more. */
export function print(document: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once('error', (error) => (hasCode(error, 'EPIPE') ? resolve() : reject(error)));
    process.stdout.write(document.endsWith('\n') ? document : `${document}\n`, (error) => {
      if (error === null || error === undefined) resolve();
    });
  });
}

/** Whether standard output is a terminal, and how wide. */
export function standardOutput(): OutputEnd {
  return { isTerminal: process.stdout.isTTY === true, columns: process.stdout.columns ?? null };
}

/** Whether standard error is a terminal, and how wide. */
export function standardError(): OutputEnd {
  return { isTerminal: process.stderr.isTTY === true, columns: process.stderr.columns ?? null };
}
