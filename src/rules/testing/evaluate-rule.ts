/**
 * Runs one rule over a view and puts its result into the short form that tables of worlds compare.
 *
 * Findings show in full but for their evidence, which must all exist in the case. Every argument that the words of the
 * variant need must be given.
 */
import type { FactView } from '../../model/fact.js';
import type { RegisteredRule, RuleFinding } from '../../model/rule.js';

/** A finding as a table has it: `severity` is that of the wording where the finding has none of its own. */
export interface ShortFinding {
  readonly says: string;
  readonly code: string;
  readonly subject: string;
  readonly within: readonly string[];
  readonly severity: string;
  readonly confidence: string;
  readonly arguments: RuleFinding['arguments'];
}

/** The findings, or the word for the result and its reason: `clear`, `not-applicable: …`, `could-not-tell: …`. @throws Error on a defect of the rule */
export function evaluateRule(rule: RegisteredRule, view: FactView): readonly ShortFinding[] | string {
  const input = Object.fromEntries(Object.entries(rule.needs).map(([name, fact]) => [name, view.read(fact)]));
  const result = rule.evaluate(input);
  if (result.result !== 'found') return 'reason' in result ? `${result.result}: ${result.reason}` : result.result;
  return result.findings.map((finding) => shorten(rule, view, finding));
}

function shorten(rule: RegisteredRule, view: FactView, finding: RuleFinding): ShortFinding {
  const wording = rule.says[finding.code]?.variants[finding.says];
  if (wording === undefined) throw new Error(`${rule.id} does not declare ${finding.code} ${finding.says}`);
  const lost = finding.evidence.filter((id) => view.find(id) === null);
  if (lost.length > 0) throw new Error(`${rule.id} names evidence that is not there: ${lost.join(', ')}`);
  const needed = [wording.title, wording.explanation].flatMap((text) =>
    [...text.matchAll(/\{([a-zA-Z0-9]+)\}/g)].map(([, name]) => name ?? ''),
  );
  const missing = needed.filter((name) => !Object.hasOwn(finding.arguments, name));
  if (missing.length > 0) throw new Error(`${rule.id} gives no argument for ${missing.join(', ')}`);
  return {
    code: finding.code,
    says: finding.says,
    subject: finding.subject.name,
    within: finding.subject.within,
    severity: finding.severity ?? wording.severity,
    confidence: finding.confidence,
    arguments: finding.arguments,
  };
}
