/**
 * Every rule, run once over one case. A rule that throws is the program's own fault and says which one it was.
 */
import type { FactView } from '../model/fact.js';
import type { Check } from '../model/report.js';
import type { RegisteredRule, RuleResult } from '../model/rule.js';
import type { Found } from './word-findings.js';

export interface RuleRun {
  readonly found: readonly Found[];
  /** In the order of the rules. */
  readonly checks: readonly Check[];
}

/** What the rules say about the case. @throws Error where a rule throws, with the rule's id */
export function runRules(view: FactView, rules: readonly RegisteredRule[]): RuleRun {
  const runs = rules.map((rule) => ({ rule, result: runRule(view, rule) }));
  return {
    found: runs.flatMap(({ rule, result }) => (result.result === 'found' ? result.findings.map((finding) => ({ rule, finding })) : [])),
    checks: runs.map(({ rule, result }) => describeCheck(rule.id, result)),
  };
}

function runRule(view: FactView, rule: RegisteredRule): RuleResult {
  try {
    const input = Object.fromEntries(Object.entries(rule.needs).map(([name, fact]) => [name, view.read(fact)]));
    return rule.evaluate(input);
  } catch (cause) {
    throw new Error(`rule ${rule.id} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function describeCheck(rule: string, result: RuleResult): Check {
  return 'reason' in result ? { rule, result: result.result, reason: result.reason } : { rule, result: result.result };
}
