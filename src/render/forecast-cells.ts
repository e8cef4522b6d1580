/**
 * What the usual senders do with the message, in words.
 */
import type { Report, SenderForecast } from '../model/report.js';
import { formatDuration } from './format-time.js';
import { senderName } from './words.js';

export interface ForecastCells {
  readonly sender: string;
  readonly givesUp: string;
  readonly tries: string;
}

/** How many tries stand in the table before the dots. */
const shownTries = 4;

/**
 * A row for each sender; none where every sender bounces the message at once: the verdict says so. Where it gets
 * through, only the senders that fare otherwise.
 */
export function listForecastCells({ forecast, verdict }: Report): readonly ForecastCells[] {
  if (verdict.outcome === 'deliverable') return forecast.filter(({ note }) => note !== null).map(cellsOf);
  const tells = forecast.some(({ nextTriesMs, note }) => nextTriesMs.length > 0 || note !== null);
  return tells ? forecast.map(cellsOf) : [];
}

function cellsOf({ sender, nextTriesMs, givesUpMs, note }: SenderForecast): ForecastCells {
  const shown = nextTriesMs.slice(0, shownTries).map(formatDuration);
  const tries = shown.length === 0 ? [] : [[...shown, '…'].join(', ')];
  const text = [...tries, ...(note === null ? [] : [note])].join('; ');
  return {
    sender: senderName(sender),
    givesUp: givesUpMs === null ? '-' : formatDuration(givesUpMs),
    tries: text === '' ? 'does not' : text,
  };
}
