/**
 * A report as one self-contained page to send to whoever must act.
 *
 * No scripts, nothing loaded from anywhere: the page's own policy forbids both. It says what the text says, in the
 * same order, and holds every transcript and every answer folded away. Nothing stands here that the report lacks.
 */
import type { Report } from '../model/report.js';
import { createAnchors } from './html/anchors.js';
import { layEvidence } from './html/evidence-part.js';
import { layFindings } from './html/findings-part.js';
import { layForecast } from './html/forecast-part.js';
import { type Markup, markup } from './html/markup.js';
import { layOpinions, layRoute } from './html/route-part.js';
import { styleSheet } from './html/style-sheet.js';
import { layHeader, layVerdict } from './html/verdict-part.js';
import { reportSubject } from './words.js';

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as an HTML document with a final line end. */
export function renderHtml(report: Report): string {
  const head = layHead(report).html.replace('<style></style>', () => `<style>\n${styleSheet}\n</style>`);
  return `<!doctype html>\n<html lang="en">\n${head}${layBody(report).html}</html>\n`;
}

function layHead(report: Report): Markup {
  const { outcome, cause } = report.verdict;
  return markup`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${reportSubject(report)}: ${outcome}${cause === null ? '' : `, ${cause}`}</title>
<style></style>
</head>
`;
}

function layBody(report: Report): Markup {
  const anchors = createAnchors(report);
  return markup`<body>
${layHeader(report)}<main>
${layVerdict(report)}${layOpinions(report)}${layRoute(report)}${layFindings(report, anchors)}${layForecast(report)}${layEvidence(report, anchors)}</main>
<footer>
<p>Made by mailwhy ${report.version}. All times are UTC.</p>
</footer>
</body>
`;
}
