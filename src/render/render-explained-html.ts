/**
 * What was explained as one self-contained page: a message at length, or many as counts and a list, or the counts alone.
 *
 * It says what the text says, in the same order. Everything that came by mail is escaped; nothing is loaded.
 */
import type { ExplainedSummary } from '../model/explained-summary.js';
import type { Explanation } from '../model/explanation.js';
import { formatDate } from './format-time.js';
import { layDocument } from './html/document.js';
import { layCauses, layList } from './html/explained-list-part.js';
import { layExplained } from './html/explained-part.js';
import { layFollowUp } from './html/follow-up-part.js';
import { type Markup, markup, nothing } from './html/markup.js';
import { describeCounts } from './render-explained-list.js';

interface Frame {
  readonly version: string;
  readonly startedAt: string;
}

/** The explanation as an HTML document with a final line end; `explained` may be cut, the counts tell of all. */
export function renderExplanationHtml(explanation: Explanation): string {
  const { explained, messages, causes, followUp } = explanation;
  const [only] = explained;
  if (messages === 1 && only !== undefined) {
    const title = only.recipients[0]?.address ?? only.source ?? 'a message';
    const cause = only.recipients[0]?.code ?? only.kind;
    return layPage(`${title}: ${cause}`, {
      asked: only.source ?? title,
      frame: explanation,
      body: markup`${layExplained(only)}${layFollowUp(followUp)}`,
    });
  }
  const left = messages - explained.length;
  const body = markup`${layHeadline(explanation)}${layFollowUp(followUp)}${layCauses(causes)}${layList(explained)}${left === 0 ? nothing : markup`<p class="notice">${left} more messages are counted above and not listed here: --jsonl has all of them.</p>\n`}`;
  return layPage(describeCounts(explanation), { asked: 'mailwhy explain', frame: explanation, body });
}

/** The counts as an HTML document with a final line end. */
export function renderSummaryHtml(summary: ExplainedSummary, frame: Frame): string {
  const body = markup`${layHeadline(summary)}${layFollowUp(summary.followUp)}${layCauses(summary.causes)}`;
  return layPage(describeCounts(summary), { asked: 'mailwhy explain', frame, body });
}

function layHeadline(counts: Parameters<typeof describeCounts>[0]): Markup {
  return markup`<section aria-labelledby="counts">\n<h1 id="counts">${describeCounts(counts)}</h1>\n</section>\n`;
}

interface PageParts {
  readonly asked: string;
  readonly frame: Frame;
  readonly body: Markup;
}

function layPage(title: string, { asked, frame, body }: PageParts): string {
  return layDocument(
    title,
    markup`<header>
<p class="asked"><code>${asked}</code></p>
<p class="quiet"><time datetime="${frame.startedAt}">${formatDate(frame.startedAt)}</time></p>
</header>
<main>
${body}</main>
<footer>
<p>Made by mailwhy ${frame.version}. All times are UTC.</p>
</footer>
`,
  );
}
