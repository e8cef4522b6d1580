/**
 * The findings in the order in which a reader needs them.
 */
import type { Finding, Report } from '../model/report.js';
import { severities } from '../model/vocabulary.js';

/** The cause, then by severity; within a severity those that follow from another finding last. */
export function orderFindings({ findings, verdict }: Report): readonly Finding[] {
  const rank = (finding: Finding) =>
    finding.id === verdict.finding ? -1 : severities.indexOf(finding.severity) * 2 + (finding.explainedBy.length > 0 ? 1 : 0);
  return [...findings].sort((a, b) => rank(a) - rank(b));
}
