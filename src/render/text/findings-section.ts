/**
 * Every finding with its explanation, remedy and source, the cause first.
 */
import type { Finding, Report } from '../../model/report.js';
import { type FoldedFinding, foldFindings } from '../fold-findings.js';
import { orderFindings } from '../order-findings.js';
import { describeFindingActor, severityTones } from '../words.js';
import { layHeading, layItem, layParagraph, limitList, type PageStyle } from './page.js';
import { countShownSteps } from './remedy.js';

/** Findings on a page that is not verbose: a screenful or three. */
const shownFindings = 20;

export function renderFindings(report: Report, style: PageStyle): readonly string[] {
  const findings = foldFindings(orderFindings(report));
  if (findings.length === 0) return [];
  const { shown, rest } = limitList(style, findings, shownFindings, 'findings');
  return [...layHeading(style, 'Findings'), ...shown.flatMap((folded) => renderFolded(report, folded, style)), ...pad(rest)];
}

function pad(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}

function renderFolded(report: Report, { finding, alike }: FoldedFinding, style: PageStyle): readonly string[] {
  return [...renderFinding(report, finding, style), ...(alike === 0 ? [] : pad(layParagraph(style, `… ${alike} more like this`, 0)))];
}

function renderFinding(report: Report, finding: Finding, style: PageStyle): readonly string[] {
  const { references, title, explanation, explainedBy } = finding;
  return [
    '',
    ...renderHead(finding, style),
    ...layParagraph(style, title, 2),
    ...layParagraph(style, explanation, 4),
    ...renderActs(report, finding, style),
    ...(explainedBy.length === 0 ? [] : layParagraph(style, `Follows from ${explainedBy.join(', ')}.`, 4)),
    ...layParagraph(style, references.join('; '), 4).map((line) => style.paint('quiet', line)),
  ];
}

function renderHead({ severity, code, confidence }: Finding, style: PageStyle): readonly string[] {
  const [first = '', ...rest] = layParagraph(style, `${severity} ${code} (${confidence})`, 0);
  return [style.paint(severityTones[severity], severity) + first.slice(severity.length), ...rest];
}

/** The cause's remedy stands with the verdict where it fits there; what follows from another finding is mended there. */
function renderActs(report: Report, finding: Finding, style: PageStyle): readonly string[] {
  const told = finding.id === report.verdict.finding && countShownSteps(report, style) === report.verdict.remedy.length;
  if (told || finding.explainedBy.length > 0 || finding.remedy.length === 0) return [];
  const actor = describeFindingActor(finding, report);
  return [...(actor === null ? [] : layParagraph(style, `${actor}:`, 4)), ...finding.remedy.flatMap((step) => layItem(style, step, 4))];
}
