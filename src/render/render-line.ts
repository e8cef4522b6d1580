/**
 * A report in one line, for `-q` and for lists.
 */
import type { Report } from '../model/report.js';
import { createPaint } from './paint.js';
import { formatVisible } from './visible-text.js';
import { namedDomain, outcomeTones } from './words.js';

/** "bob@example.com  undeliverable  recipient.unknown  The mailbox bob does not exist at example.com." with a line end. */
export function renderLine({ target, verdict }: Report, { colour }: { readonly colour: boolean }): string {
  const paint = createPaint(colour);
  const subject = formatVisible(target.address ?? namedDomain(target) ?? target.input);
  const parts = [
    subject,
    paint(outcomeTones[verdict.outcome], verdict.outcome),
    ...(verdict.cause === null ? [] : [verdict.cause]),
    formatVisible(verdict.summary),
  ];
  return `${parts.join('  ')}\n`;
}
