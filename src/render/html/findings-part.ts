/**
 * Every finding to unfold: errors and warnings stand open, the rest is closed.
 */
import type { Finding, Report } from '../../model/report.js';
import { foldFindings } from '../fold-findings.js';
import { orderFindings } from '../order-findings.js';
import { describeFindingActor, severityTones } from '../words.js';
import { type Anchors, linkTo } from './anchors.js';
import { type Markup, markup, nothing } from './markup.js';
import { laySteps } from './verdict-part.js';

/** Beyond this many, findings stand closed: nobody reads them in a row. */
const openFindings = 20;

export function layFindings(report: Report, anchors: Anchors): Markup {
  const findings = foldFindings(orderFindings(report));
  if (findings.length === 0) return nothing;
  return markup`<section aria-labelledby="findings">
<h2 id="findings">Findings</h2>
${findings.flatMap(({ finding, alike }, at) => [
  layFinding({ report, finding, anchors, open: at < openFindings && isGrave(finding) }),
  alike === 0 ? nothing : markup`<p class="quiet">… ${alike} more like this</p>\n`,
])}</section>
`;
}

function isGrave({ severity, explainedBy }: Finding): boolean {
  return (severity === 'error' || severity === 'warning') && explainedBy.length === 0;
}

interface Shown {
  readonly report: Report;
  readonly finding: Finding;
  readonly anchors: Anchors;
  readonly open: boolean;
}

function layFinding({ report, finding, anchors, open }: Shown): Markup {
  const { severity, code, title, explanation, confidence, references } = finding;
  return markup`<details${open ? markup` open` : nothing} id="${anchors.get(finding.id) ?? ''}">
<summary><strong class="${severityTones[severity]}">${severity}</strong> ${title} <code>${code}</code></summary>
<div>
<p>${explanation}</p>
${layActs(report, finding)}${layExplained(finding, anchors)}<p class="quiet">${confidence}${references.length === 0 ? '' : `; ${references.join('; ')}`}${layEvidence(finding, anchors)}</p>
</div>
</details>
`;
}

/** The cause's remedy stands with the verdict; what follows from another finding is mended there. */
function layActs(report: Report, finding: Finding): Markup {
  if (finding.id === report.verdict.finding || finding.explainedBy.length > 0 || finding.remedy.length === 0) return nothing;
  const actor = describeFindingActor(finding, report);
  return markup`${actor === null ? nothing : markup`<p>${actor}:</p>`}<div>${laySteps(finding.remedy)}</div>\n`;
}

function layExplained({ explainedBy }: Finding, anchors: Anchors): Markup {
  return explainedBy.length === 0 ? nothing : markup`<p>Follows from ${joinLinks(explainedBy, anchors)}.</p>\n`;
}

function layEvidence({ evidence }: Finding, anchors: Anchors): Markup {
  return evidence.length === 0 ? nothing : markup`; seen in ${joinLinks(evidence, anchors)}`;
}

function joinLinks(ids: readonly string[], anchors: Anchors): readonly Markup[] {
  return ids.map((id, at) => markup`${at === 0 ? '' : ', '}${linkTo(id, anchors)}`);
}
