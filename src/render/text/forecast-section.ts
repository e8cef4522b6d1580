/**
 * When the usual senders would try again and give up.
 */
import type { Report, SenderForecast } from '../../model/report.js';
import { formatDuration } from '../format-time.js';
import { senderName } from '../words.js';
import { layTable, type PageStyle } from './page.js';

export function renderForecast({ forecast, verdict }: Report, style: PageStyle): readonly string[] {
  if (verdict.outcome === 'deliverable' || forecast.length === 0) return [];
  const columns = [{ title: 'Sender' }, { title: 'Gives up after' }, { title: 'Tries again after' }];
  return ['', ...layTable(style, columns, forecast.map(rowOf))];
}

function rowOf({ sender, nextTriesMs, givesUpMs, note }: SenderForecast): readonly string[] {
  const tries = nextTriesMs.slice(0, 4).map(formatDuration).join(', ');
  const text = [nextTriesMs.length === 0 ? '' : `${tries}, …`, note ?? ''].filter((part) => part !== '').join('; ');
  return [senderName(sender), givesUpMs === null ? '-' : formatDuration(givesUpMs), text === '' ? 'it does not' : text];
}
