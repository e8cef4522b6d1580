/**
 * A table with a caption and headers for both directions. On a narrow screen each row becomes a card, for which
 * every cell knows the title of its column; the roles stand there since display styles take them away.
 */
import { type Markup, markup, nothing } from './markup.js';

export interface HtmlColumn {
  readonly title: string;
  readonly kind?: 'number' | 'verbatim';
}

export interface HtmlRow {
  readonly cells: readonly (string | Markup)[];
  /** A class of the style sheet. */
  readonly tone?: 'ends';
}

/** The column at `headAt` holds what a row is about. */
export function layHtmlTable(caption: string, columns: readonly HtmlColumn[], rows: readonly HtmlRow[], headAt = 0): Markup {
  const heads = columns.map(({ title, kind }) => markup`<th scope="col" role="columnheader" class="${kind ?? ''}">${title}</th>`);
  const body = rows.map(
    ({ cells, tone }) =>
      markup`<tr role="row" class="${tone ?? ''}">${cells.map((cell, at) => layCell(cell, columns[at], at === headAt))}</tr>\n`,
  );
  return markup`<div class="scroll"><table role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${body}</tbody>
</table></div>
`;
}

function layCell(cell: string | Markup, column: HtmlColumn | undefined, isHead: boolean): Markup {
  const title = column?.title ?? '';
  const content = column?.kind === 'verbatim' ? markup`<code>${cell}</code>` : markup`<span>${cell}</span>`;
  const label = title === '' ? nothing : markup` data-title="${title}"`;
  if (isHead) return markup`<th scope="row" role="rowheader"${label}>${content}</th>`;
  return markup`<td role="cell" class="${column?.kind ?? ''}"${label}>${content}</td>`;
}
