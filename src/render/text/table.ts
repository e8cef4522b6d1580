/**
 * A table that loses nothing: where the columns do not fit, the last one goes beneath the others; where these do not
 * fit either, each row becomes a few lines of its own.
 */
import { displayWidth, padToWidth } from '../display-width.js';
import { formatVisible } from '../visible-text.js';
import { joinPieces, wrapText } from '../wrap-text.js';
import type { PageStyle } from './page.js';

export interface Column {
  readonly title: string;
  readonly side?: 'left' | 'right';
  /** What says what the cell is where no column does: "ping". */
  readonly brief?: string;
}

/** Cells, or a single one that stands across all columns: what the rows beneath it have in common. */
export type Row = readonly string[];

/** The last column wraps within itself from so many columns on. */
const smallestLast = 20;
/** How far what stands beneath is indented. */
const beneath = 4;

/** The lines of a table with its head. Every cell's text is made visible; `-` and nothing mean that there is nothing to tell. */
export function layTable(style: PageStyle, columns: readonly Column[], rows: readonly Row[]): readonly string[] {
  const cells = rows.map((row) => row.map(formatVisible));
  const widths = measureColumns(columns, cells);
  const leading = sum(widths.slice(0, -1));
  const gaps = columns.length - 1;
  const gap = leading + 2 * gaps + (widths.at(-1) ?? 0) <= style.width ? 2 : 1;
  if (leading + gap * gaps + Math.min(widths.at(-1) ?? 0, smallestLast) <= style.width)
    return layColumns({ style, columns, widths, gap }, cells);
  if (leading + gaps - 1 <= style.width) return layBeneath({ style, columns, widths, gap: 1 }, cells);
  return cells.flatMap((row) => layStack(style, columns, row));
}

/** Whether a table of these rows has all its columns side by side. */
export function isTableFitting({ width }: PageStyle, columns: readonly Column[], rows: readonly Row[]): boolean {
  const widths = measureColumns(
    columns,
    rows.map((row) => row.map(formatVisible)),
  );
  return sum(widths.slice(0, -1)) + columns.length - 1 + Math.min(widths.at(-1) ?? 0, smallestLast) <= width;
}

function measureColumns(columns: readonly Column[], rows: readonly Row[]): readonly number[] {
  const measured = rows.filter((row) => row.length > 1);
  return columns.map(({ title }, at) => measured.reduce((most, row) => Math.max(most, displayWidth(row[at] ?? '')), displayWidth(title)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

interface Layout {
  readonly style: PageStyle;
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  readonly gap: number;
}

function layColumns(layout: Layout, rows: readonly Row[]): readonly string[] {
  const { style, columns, widths, gap } = layout;
  const indent = sum(widths.slice(0, -1)) + gap * (columns.length - 1);
  const head = `${leadingCells(layout, titles(columns))}${' '.repeat(gap)}${columns.at(-1)?.title ?? ''}`;
  return [
    style.paint('quiet', head),
    ...rows.flatMap((row) => {
      if (row.length === 1) return laySpan(style, row);
      const [first = '', ...rest] = wrapText(row.at(-1) ?? '', style.width - indent);
      return [`${leadingCells(layout, row)}${' '.repeat(gap)}${first}`, ...rest.map((line) => ' '.repeat(indent) + line)];
    }),
  ];
}

function layBeneath(layout: Layout, rows: readonly Row[]): readonly string[] {
  const { style, columns } = layout;
  return [
    style.paint('quiet', leadingCells(layout, titles(columns))),
    ...rows.flatMap((row) => {
      if (row.length === 1) return laySpan(style, row);
      const below = wrapText(row.at(-1) ?? '', style.width - beneath);
      return [leadingCells(layout, row), ...below.map((line) => ' '.repeat(beneath) + line)];
    }),
  ];
}

function laySpan({ width }: PageStyle, [text = '']: Row): readonly string[] {
  return wrapText(text, width - 2).map((line) => `  ${line}`);
}

function layStack(style: PageStyle, columns: readonly Column[], row: Row): readonly string[] {
  if (row.length === 1) return laySpan(style, row);
  const { width } = style;
  const leading = row.slice(0, -1).flatMap((cell, at) => {
    const brief = columns[at]?.brief;
    if (cell === '' || cell === '-') return [];
    return [brief === undefined ? cell : `${brief} ${cell}`];
  });
  const [first = '', ...rest] = joinPieces(leading, width - beneath, '  ');
  const indented = [...rest, ...wrapText(row.at(-1) ?? '', width - beneath)];
  return [first, ...indented.map((line) => ' '.repeat(beneath) + line)];
}

function titles(columns: readonly Column[]): Row {
  return columns.map(({ title }) => title);
}

function leadingCells({ columns, widths, gap }: Layout, row: Row): string {
  return columns
    .slice(0, -1)
    .map(({ side }, at) => padToWidth(row[at] ?? '', widths[at] ?? 0, side ?? 'left'))
    .join(' '.repeat(gap));
}
