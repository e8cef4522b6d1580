/**
 * A page of text: lines of a width, labels in a column of their own, tables that fit.
 */
import { cutToWidth, displayWidth, padToWidth } from '../display-width.js';
import type { Paint } from '../paint.js';
import { formatVisible } from '../visible-text.js';
import { wrapText } from '../wrap-text.js';

export interface PageStyle {
  readonly width: number;
  readonly paint: Paint;
}

/** The width of the column of labels. */
export const labelColumns = 15;

/** A label and its text, wrapped behind it. */
export function layLabelled({ width, paint }: PageStyle, label: string, text: string): readonly string[] {
  const lines = wrapText(formatVisible(text), width - labelColumns);
  return lines.map((line, at) => (at === 0 ? paint('quiet', padToWidth(label, labelColumns)) : ' '.repeat(labelColumns)) + line);
}

/** Numbered steps behind a label. */
export function laySteps({ width, paint }: PageStyle, label: string, steps: readonly string[]): readonly string[] {
  return steps.flatMap((step, at) => {
    const number = steps.length === 1 ? '' : `${at + 1}. `;
    const lines = wrapText(formatVisible(step), width - labelColumns - number.length);
    return lines.map((line, row) => {
      const head = at === 0 && row === 0 ? paint('quiet', padToWidth(label, labelColumns)) : ' '.repeat(labelColumns);
      return head + (row === 0 ? number : ' '.repeat(number.length)) + line;
    });
  });
}

/** A paragraph, indented. */
export function layParagraph({ width }: PageStyle, text: string, indent: number): readonly string[] {
  return wrapText(formatVisible(text), width - indent).map((line) => ' '.repeat(indent) + line);
}

export interface Column {
  readonly title: string;
  readonly side?: 'left' | 'right';
  /** May be cut where the table does not fit; the first such column gives first. */
  readonly flexible?: boolean;
}

/** A table; its last column wraps under itself. */
export function layTable(style: PageStyle, columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  const cells = rows.map((row) => row.map(formatVisible));
  const widths = fitColumns(style, columns, cells);
  const head = layRow(
    columns,
    widths,
    columns.map(({ title }) => title),
  ).map((line) => style.paint('quiet', line));
  return [...head, ...cells.flatMap((row) => layRow(columns, widths, row))];
}

const smallestFlexible = 12;
const smallestLast = 16;

function fitColumns({ width }: PageStyle, columns: readonly Column[], rows: readonly (readonly string[])[]): readonly number[] {
  const widths = columns.map(({ title }, at) => Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[at] ?? ''))));
  const gaps = columns.length - 1;
  const needed = () => widths.slice(0, -1).reduce((sum, size) => sum + size, 0) + gaps;
  for (const [at, { flexible }] of columns.entries()) {
    const over = needed() + smallestLast - width;
    if (flexible && over > 0) widths[at] = Math.max(smallestFlexible, (widths[at] ?? 0) - over);
  }
  widths[columns.length - 1] = Math.max(smallestLast, width - needed());
  return widths;
}

function layRow(columns: readonly Column[], widths: readonly number[], row: readonly string[]): readonly string[] {
  const fixed = columns
    .slice(0, -1)
    .map(({ side }, at) => padToWidth(cutToWidth(row[at] ?? '', widths[at] ?? 0), widths[at] ?? 0, side === 'right' ? 'right' : 'left'));
  const last = wrapText(row.at(-1) ?? '', widths.at(-1) ?? smallestLast);
  const indent = fixed.reduce((sum, cell) => sum + displayWidth(cell) + 1, 0);
  const first = [...fixed, last[0] ?? ''].join(' ').trimEnd();
  return [first, ...last.slice(1).map((line) => ' '.repeat(indent) + line)];
}
