/**
 * Live steps on standard error where that is a terminal, and nothing anywhere else.
 */
import { readEnvironment } from '../net/environment.js';
import type { OutputSettings } from '../settings/check-options.js';
import { canShowUnicode, decideColour } from '../terminal/appearance.js';
import { createLiveProgress, type LiveProgress } from '../terminal/live-progress.js';
import { standardError } from './output.js';

/** Begins to draw; null where nobody would see it. */
export function beginLiveProgress(output: OutputSettings): LiveProgress | null {
  const end = standardError();
  const environment = readEnvironment();
  if (!end.isTerminal || environment.TERM === 'dumb') return null;
  const { stderr } = process;
  // A terminal that does not know its size says 0.
  const stream = {
    write: (text: string) => void stderr.write(text),
    get columns() {
      return stderr.columns || 80;
    },
    get rows() {
      return stderr.rows || 24;
    },
  };
  const appearance = { unicode: canShowUnicode(environment, process.platform), colour: decideColour(output.color, environment, end) };
  return createLiveProgress(stream, appearance);
}
