/**
 * A malformed address on standard error: the fault, the address with the place pointed at, what was probably meant.
 */
import type { Target } from '../model/trace-options.js';
import { exitStatuses } from '../model/vocabulary.js';
import { complain } from './output.js';

/** Longer inputs are shown around the fault. */
const shownBefore = 50;
const shownAfter = 20;

/** Says why the text is no address; gives the exit status. */
export function complainMalformed(target: Extract<Target, { kind: 'malformed' }>): number {
  complain(formatMalformed(target));
  return exitStatuses.usage;
}

/** The fault in lines: what is wrong, the text around it, a pointer below the character, the suggestion if there is one. */
export function formatMalformed({ input, fault }: Extract<Target, { kind: 'malformed' }>): string {
  const from = Math.max(0, fault.at - shownBefore);
  const shown = makeVisible(input.slice(from, fault.at + shownAfter));
  const pointer = `${' '.repeat(fault.at - from)}^`;
  const lines = [`mailwhy: no mail address: ${makeVisible(fault.reason)}`, `  ${shown}`, `  ${pointer}`];
  return [...lines, ...(fault.suggestion === null ? [] : [`Did you mean ${makeVisible(fault.suggestion)}?`])].join('\n');
}

/** One sign for each UTF-16 unit that could do harm, so that the pointer stays in place. */
function makeVisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (character) => '·'.repeat(character.length));
}
