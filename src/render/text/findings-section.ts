/**
 * Every finding with its explanation, remedy and source, the cause first; what it explains stands with it.
 */
import type { Finding, Report } from '../../model/report.js';
import { severities } from '../../model/vocabulary.js';
import { describeParty, reportDomain, severityTones } from '../words.js';
import { layParagraph, type PageStyle } from './page.js';

export function renderFindings(report: Report, style: PageStyle): readonly string[] {
  const findings = orderFindings(report);
  if (findings.length === 0) return [];
  return ['', style.paint('strong', 'Findings'), ...findings.flatMap((finding) => renderFinding(report, finding, style))];
}

/** The cause, then by severity; explained ones last within theirs. */
function orderFindings({ findings, verdict }: Report): readonly Finding[] {
  const rank = (finding: Finding) =>
    finding.id === verdict.finding ? -1 : severities.indexOf(finding.severity) * 2 + (finding.explainedBy.length > 0 ? 1 : 0);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

function renderFinding(report: Report, finding: Finding, style: PageStyle): readonly string[] {
  const head = `${style.paint(severityTones[finding.severity], finding.severity)}  ${finding.code}  ${style.paint('quiet', finding.confidence)}`;
  const steps = finding.id === report.verdict.finding ? [] : finding.remedy;
  const acts =
    finding.responsible === 'nobody' ? [] : layParagraph(style, `${describeParty(finding.responsible, reportDomain(report))}:`, 4);
  const explained = finding.explainedBy.length > 0 ? layParagraph(style, `Follows from ${finding.explainedBy.join(', ')}.`, 4) : [];
  return [
    '',
    head,
    ...layParagraph(style, finding.title, 2),
    ...layParagraph(style, finding.explanation, 4),
    ...(steps.length > 0 && explained.length === 0 ? [...acts, ...steps.flatMap((step) => layParagraph(style, `- ${step}`, 4))] : []),
    ...explained,
    ...(finding.references.length > 0
      ? layParagraph(style, finding.references.join('; '), 4).map((line) => style.paint('quiet', line))
      : []),
  ];
}
