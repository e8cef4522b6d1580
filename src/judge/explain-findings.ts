/**
 * Which findings are but the consequence of others: the graph of `explains`.
 *
 * An edge is a code and a scope. Only a finding at least as severe explains. That the graph of codes has no
 * circle is proved by a test over the registry, so that something always stands unexplained.
 */
import type { Finding } from '../model/report.js';
import type { Explains } from '../model/rule.js';
import { isBeneath } from '../model/subject.js';
import { severities } from '../model/vocabulary.js';
import type { DeclaredFinding } from './word-findings.js';

/** The findings with `explainedBy` filled in, each list in the order of the findings. */
export function explainFindings(declared: readonly DeclaredFinding[]): readonly Finding[] {
  return declared.map(({ finding }) => ({
    ...finding,
    explainedBy: declared.filter((other) => explains(other, finding)).map((other) => other.finding.id),
  }));
}

function explains({ declaration, finding }: DeclaredFinding, other: Finding): boolean {
  if (finding.id === other.id || severities.indexOf(finding.severity) > severities.indexOf(other.severity)) return false;
  return declaration.explains.some((edge) => edge.code === other.code && isInScope(edge, finding, other));
}

function isInScope({ scope }: Explains, finding: Finding, other: Finding): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'same':
      return finding.subject.name === other.subject.name;
    case 'beneath':
      return isBeneath(other.subject, finding.subject);
    case 'family': {
      const { family } = finding.arguments;
      return family !== undefined && family !== null && String(family) === String(other.arguments.family);
    }
  }
}

/** The ids of everything that the finding explains, at first or second hand. */
export function listConsequences(finding: Finding, findings: readonly Finding[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [finding.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const other of findings) {
      if (reached.has(other.id) || !other.explainedBy.includes(id)) continue;
      reached.add(other.id);
      open.push(other.id);
    }
  }
  return reached;
}

/** The findings that nothing explains. */
export function listUnexplained(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ explainedBy }) => explainedBy.length === 0);
}
