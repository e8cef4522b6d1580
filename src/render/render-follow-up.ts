/**
 * A follow-up by itself as text: behind a report that was printed before it.
 */
import type { FollowUp } from '../model/follow-up.js';
import { resultTones, resultWords } from './follow-up-words.js';
import { createPaint } from './paint.js';
import type { TextOptions } from './render-text.js';
import { renderFollowUp } from './text/follow-up-section.js';
import type { PageStyle } from './text/page.js';
import { formatVisible } from './visible-text.js';

/** The section with a final line end. */
export function renderFollowUpPage(followUp: FollowUp, { width, colour, verbose }: TextOptions): string {
  const style: PageStyle = { width: Math.min(160, Math.max(40, width)), paint: createPaint(colour), verbose };
  return `${renderFollowUp(followUp, style)
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

/** "bob@example.com  gone  recipient.unknown  The recipient is accepted now.", a line for each target. */
export function renderFollowUpLines({ targets }: FollowUp, { colour }: Pick<TextOptions, 'colour'>): string {
  const paint = createPaint(colour);
  return targets
    .map(({ address, result, told, says }) => [
      formatVisible(address),
      paint(resultTones[result], resultWords[result]),
      told.code ?? '-',
      formatVisible(says),
    ])
    .map((parts) => `${parts.join('  ')}\n`)
    .join('');
}
