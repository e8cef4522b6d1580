/**
 * The head of the page: what was asked, the verdict, who must act, what to do, the reply as it was given.
 */
import type { ReplyReading } from '../../model/reply-meaning.js';
import type { Report, SaidBy } from '../../model/report.js';
import { describeCertainty, describeReading, ownAddresses } from '../describe-reading.js';
import { describeSpeaker } from '../describe-speaker.js';
import { formatDate } from '../format-time.js';
import { describeActors, outcomeTones, reportSubject } from '../words.js';
import { type Markup, markup, nothing } from './markup.js';

/** The banner of the page. */
export function layHeader(report: Report): Markup {
  return markup`<header>
<p class="asked"><code>${reportSubject(report)}</code></p>
<p class="quiet"><time datetime="${report.startedAt}">${formatDate(report.startedAt)}</time></p>
</header>
`;
}

/** The verdict with everything that the first screen of the text has. */
export function layVerdict(report: Report): Markup {
  const { verdict } = report;
  const code = verdict.cause === null ? nothing : markup`<p class="quiet"><code>${verdict.cause}</code></p>\n`;
  return markup`<section aria-labelledby="verdict">
<h1 id="verdict"><span class="badge ${outcomeTones[verdict.outcome]}">${verdict.outcome}</span> ${verdict.summary}</h1>
${code}${layIncomplete(report)}<dl class="facts">
${layFacts(report)}</dl>
</section>
`;
}

function layIncomplete({ complete }: Report): Markup {
  return complete ? nothing : markup`<p class="notice">The trace ended before it was complete: this is what was found so far.</p>\n`;
}

function layFacts(report: Report): readonly Markup[] {
  const { verdict } = report;
  const { acts, informs } = describeActors(report);
  return [
    acts === null ? nothing : layFact('Who must act', acts),
    informs === null ? nothing : layFact('Also tell', informs),
    verdict.remedy.length === 0 ? nothing : layFact('What to do', laySteps(verdict.remedy)),
    verdict.outcome === 'deliverable' ? nothing : layFact('Waiting', `${verdict.waiting}.`),
    verdict.saidBy === null ? nothing : layFact('Said by', laySaid(report, verdict.saidBy)),
    verdict.saidBy === null ? nothing : layReading(verdict.saidBy.reading, ownAddresses(report)),
    verdict.inOrder.length === 0 ? nothing : layFact('In order', verdict.inOrder.join(', ')),
    verdict.undetermined.length === 0 ? nothing : layFact('Not known', layUndetermined(verdict.undetermined)),
    layFact('Certainty', describeCertainty(verdict.confidence, verdict.confidenceReason, verdict.saidBy?.reading ?? null)),
    verdict.saidBy === null || verdict.cause === null
      ? nothing
      : layFact('Decided by', markup`<code>${verdict.saidBy.reading.decidedBy}</code>`),
  ];
}

/** What the reply tells beside its meaning; its links are texts, since a hostile server may have written them. */
export function layReading(reading: Pick<ReplyReading, 'details'>, own: readonly string[] | null): Markup {
  const lines = describeReading(reading, own);
  return lines.length === 0 ? nothing : layFact('In the reply', markup`${lines.map((line) => markup`<div>${line}</div>`)}`);
}

export function layFact(label: string, content: string | Markup): Markup {
  return markup`<dt>${label}</dt><dd>${content}</dd>\n`;
}

/** One step is a sentence, several are numbered. */
export function laySteps(steps: readonly string[]): Markup {
  const [only = ''] = steps;
  return steps.length === 1 ? markup`${only}` : markup`<ol>${steps.map((step) => markup`<li>${step}</li>`)}</ol>`;
}

function layUndetermined(items: Report['verdict']['undetermined']): Markup {
  return markup`<ul>${items.map(({ what, why }) => markup`<li>${what}: ${why}</li>`)}</ul>`;
}

/** Lines of a reply that stand open; the rest is folded away. */
const openReplyLines = 12;

function laySaid(report: Report, said: SaidBy): Markup {
  const rest = said.lines.slice(openReplyLines);
  const more =
    rest.length === 0 ? nothing : markup`<details><summary>${rest.length} more lines</summary><div>${layLines(rest)}</div></details>`;
  return markup`${describeSpeaker(report, said)}:${layLines(said.lines.slice(0, openReplyLines))}${more}`;
}

/** Lines of a reply, verbatim. */
export function layLines(lines: readonly string[]): Markup {
  return markup`<pre>${lines.map((line) => markup`${line}\n`)}</pre>`;
}
