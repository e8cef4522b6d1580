/**
 * A report as one self-contained page to send to whoever must act.
 *
 * No scripts, nothing loaded from anywhere: the page's own policy forbids both. It says what the text says, in the
 * same order, and holds every transcript and every answer folded away. Nothing stands here that the report lacks.
 */
import type { FollowUp } from '../model/follow-up.js';
import type { Report } from '../model/report.js';
import { createAnchors } from './html/anchors.js';
import { layDocument } from './html/document.js';
import { layEvidence } from './html/evidence-part.js';
import { layFindings } from './html/findings-part.js';
import { layFollowUp } from './html/follow-up-part.js';
import { layForecast } from './html/forecast-part.js';
import { type Markup, markup } from './html/markup.js';
import { layOpinions, layRoute } from './html/route-part.js';
import { layHeader, layVerdict } from './html/verdict-part.js';
import { reportSubject } from './words.js';

/** The report as an HTML document with a final line end; `followUp`: what a live trace says of it. */
export function renderHtml(report: Report, followUp: FollowUp | null = null): string {
  const { outcome, cause } = report.verdict;
  return layDocument(`${reportSubject(report)}: ${outcome}${cause === null ? '' : `, ${cause}`}`, layBody(report, followUp));
}

function layBody(report: Report, followUp: FollowUp | null): Markup {
  const anchors = createAnchors(report);
  return markup`${layHeader(report)}<main>
${layVerdict(report)}${layFollowUp(followUp)}${layOpinions(report)}${layRoute(report)}${layFindings(report, anchors)}${layForecast(report)}${layEvidence(report, anchors)}</main>
<footer>
<p>Made by mailwhy ${report.version}. All times are UTC.</p>
</footer>
`;
}
