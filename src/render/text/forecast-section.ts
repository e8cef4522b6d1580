/**
 * When the usual senders would try again and give up.
 */
import type { Report } from '../../model/report.js';
import { listForecastCells } from '../forecast-cells.js';
import type { PageStyle } from './page.js';
import { layTable } from './table.js';

export function renderForecast(report: Report, style: PageStyle): readonly string[] {
  const cells = listForecastCells(report);
  if (cells.length === 0) return [];
  const columns = [{ title: 'Sender' }, { title: 'Gives up after' }, { title: 'Tries again after' }];
  const rows = cells.map(({ sender, givesUp, tries }) => [sender, givesUp, tries]);
  return ['', ...layTable(style, columns, rows)];
}
