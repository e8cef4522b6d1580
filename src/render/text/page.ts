/**
 * A page of text: lines that never exceed the width, labels in a column of their own.
 */
import { padToWidth } from '../display-width.js';
import type { Paint } from '../paint.js';
import { formatVisible } from '../visible-text.js';
import { wrapText } from '../wrap-text.js';

export interface PageStyle {
  readonly width: number;
  readonly paint: Paint;
  /** Lists in full. */
  readonly verbose: boolean;
}

/** The width of the column of labels. */
export const labelColumns = 15;

/** A label and its text, wrapped behind it. */
export function layLabelled(style: PageStyle, label: string, text: string): readonly string[] {
  return layBehind(style, label, wrapText(formatVisible(text), style.width - labelColumns));
}

/** Lines behind a label. */
export function layBehind({ paint }: PageStyle, label: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, at) => (at === 0 ? paint('quiet', padToWidth(label, labelColumns)) : ' '.repeat(labelColumns)) + line);
}

/** The lines of each step for so many columns, numbered where there are several. */
export function layEachStep(steps: readonly string[], columns: number): readonly (readonly string[])[] {
  return steps.map((step, at) => hang(step, steps.length === 1 ? '' : `${at + 1}. `, columns));
}

/** Steps behind a label, all of them. */
export function laySteps(style: PageStyle, label: string, steps: readonly string[]): readonly string[] {
  return layBehind(style, label, layEachStep(steps, style.width - labelColumns).flat());
}

/** A paragraph, indented. */
export function layParagraph({ width }: PageStyle, text: string, indent: number): readonly string[] {
  return hang(text, ' '.repeat(indent), width);
}

/** An item of a list, indented, its mark before the first line. */
export function layItem({ width }: PageStyle, text: string, indent: number): readonly string[] {
  return hang(text, `${' '.repeat(indent)}- `, width);
}

/** A text behind its head; the following lines stand beneath the first. */
export function hang(text: string, head: string, columns: number): readonly string[] {
  const lines = wrapText(formatVisible(text), columns - head.length);
  return lines.map((line, at) => (at === 0 ? head : ' '.repeat(head.length)) + line);
}

/** A heading with an empty line before it. */
export function layHeading(style: PageStyle, text: string): readonly string[] {
  return ['', ...layParagraph(style, text, 0).map((line) => style.paint('strong', line))];
}

/** So many of a list, all of it where the page is verbose, and a line about the rest. */
export function limitList<Item>(
  style: PageStyle,
  items: readonly Item[],
  most: number,
  what: string,
): { shown: readonly Item[]; rest: readonly string[] } {
  if (style.verbose || items.length <= most) return { shown: items, rest: [] };
  return { shown: items.slice(0, most), rest: layParagraph(style, `… ${items.length - most} more ${what} (-v shows all)`, 0) };
}
