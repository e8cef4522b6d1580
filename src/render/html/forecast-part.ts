/**
 * When the usual senders would try again and give up.
 */
import type { Report } from '../../model/report.js';
import { listForecastCells } from '../forecast-cells.js';
import { type Markup, markup, nothing } from './markup.js';
import { layHtmlTable } from './table.js';

export function layForecast(report: Report): Markup {
  const cells = listForecastCells(report);
  if (cells.length === 0) return nothing;
  const rows = cells.map(({ sender, givesUp, tries }) => ({ cells: [sender, givesUp, tries] }));
  const columns = [{ title: 'Sender' }, { title: 'Gives up after' }, { title: 'Tries again after' }];
  return markup`<section aria-labelledby="forecast">
<h2 id="forecast">What senders do</h2>
${layHtmlTable("Counted from the message's first try.", columns, rows)}</section>
`;
}
