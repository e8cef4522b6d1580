/**
 * A report for the terminal: the verdict first, then the route, the findings, and with `verbose` everything else.
 *
 * Eighty columns are enough, more are used; no line exceeds the width. Every text from the network is shown with its
 * control characters visible. Nothing stands here that the report lacks.
 */
import type { Report } from '../model/report.js';
import { createPaint } from './paint.js';
import { renderEvidence } from './text/evidence-section.js';
import { renderFindings } from './text/findings-section.js';
import { renderForecast } from './text/forecast-section.js';
import type { PageStyle } from './text/page.js';
import { renderRoute } from './text/route-section.js';
import { renderVerdict } from './text/verdict-section.js';

export interface TextOptions {
  /** Columns; less than 40 count as 40, more than 160 as 160. */
  readonly width: number;
  readonly colour: boolean;
  /** Lists in full, and the evidence. */
  readonly verbose: boolean;
}

/** The report as text with a final line end. */
export function renderText(report: Report, { width, colour, verbose }: TextOptions): string {
  const style: PageStyle = { width: Math.min(160, Math.max(40, width)), paint: createPaint(colour), verbose };
  const lines = [
    ...renderVerdict(report, style),
    ...renderRoute(report, style),
    ...renderFindings(report, style),
    ...renderForecast(report, style),
    ...(verbose ? renderEvidence(report, style) : []),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
