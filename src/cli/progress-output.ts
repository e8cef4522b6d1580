/**
 * Live steps and progress on standard error where that is a terminal, and nothing anywhere else.
 */
import { readEnvironment } from '../net/environment.js';
import type { OutputSettings } from '../settings/check-options.js';
import { canShowUnicode, decideColour } from '../terminal/appearance.js';
import { createLiveProgress, type LiveProgress, type TerminalStream } from '../terminal/live-progress.js';
import { createReadProgress, type ReadProgress } from '../terminal/read-progress.js';
import { standardError } from './output.js';

/** Begins to draw; null where nobody would see it. */
export function beginLiveProgress(output: OutputSettings): LiveProgress | null {
  const stream = findTerminal();
  if (stream === null) return null;
  const environment = readEnvironment();
  const colour = decideColour(output.color, environment, standardError());
  return createLiveProgress(stream, { unicode: canShowUnicode(environment, process.platform), colour });
}

/** How far an input is read; null where nobody would see it. `totalBytes`: null where nobody knows. */
export function beginReadProgress(totalBytes: number | null): ReadProgress | null {
  const stream = findTerminal();
  return stream === null ? null : createReadProgress(stream, totalBytes);
}

/** Standard error where it is a terminal that can be drawn on. */
function findTerminal(): TerminalStream | null {
  if (!standardError().isTerminal || readEnvironment().TERM === 'dumb') return null;
  const { stderr } = process;
  // A terminal that does not know its size says 0.
  return {
    write: (text: string) => void stderr.write(text),
    get columns() {
      return stderr.columns || 80;
    },
    get rows() {
      return stderr.rows || 24;
    },
  };
}
