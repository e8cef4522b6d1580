/**
 * The steps of the remedy on the first screen: as many as leave room for the rest of it. All of them stand with the
 * finding then.
 */
import type { Report } from '../../model/report.js';
import { labelColumns, layBehind, layEachStep, layLabelled, type PageStyle } from './page.js';

/** Lines that the remedy may take where a verdict must fit a screen. */
const shownLines = 9;

/** How many steps the first screen shows; one at the least. */
export function countShownSteps({ verdict }: Report, { width, verbose }: PageStyle): number {
  const steps = layEachStep(verdict.remedy, width - labelColumns);
  const total = steps.reduce((lines, step) => lines + step.length, 0);
  if (verbose || total <= shownLines) return steps.length;
  const ends = steps.map((_, at) => steps.slice(0, at + 1).reduce((lines, step) => lines + step.length, 0));
  return Math.max(1, ends.filter((end) => end < shownLines).length);
}

export function renderRemedy(report: Report, style: PageStyle): readonly string[] {
  const { remedy } = report.verdict;
  const shown = countShownSteps(report, style);
  const lines = layEachStep(remedy, style.width - labelColumns)
    .slice(0, shown)
    .flat();
  const left = remedy.length - shown;
  const more = left === 0 ? [] : layLabelled(style, '', `… ${left} more ${left === 1 ? 'step' : 'steps'} below, with the finding`);
  return [...layBehind(style, 'What to do', lines), ...more];
}
