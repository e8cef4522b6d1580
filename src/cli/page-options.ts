/**
 * How a page looks on standard output: width, colour, detail.
 */
import { readEnvironment } from '../net/environment.js';
import type { OutputSettings } from '../settings/check-options.js';
import { decideColour, decideWidth } from '../terminal/appearance.js';
import { standardOutput } from './output.js';

/** What the settings and the terminal come to. */
export function pageOptions({ color, detail }: OutputSettings): { width: number; colour: boolean; verbose: boolean } {
  const environment = readEnvironment();
  const end = standardOutput();
  return { width: decideWidth(environment, end), colour: decideColour(color, environment, end), verbose: detail === 'verbose' };
}
