/**
 * What could not be told, in words: the checks that ended so, each with its reason.
 */
import { codeClauses } from '../knowledge/wording/code-clauses.js';
import type { Check, Verdict } from '../model/report.js';
import type { RegisteredRule } from '../model/rule.js';
import type { Code } from '../model/vocabulary.js';

/** Beyond this many codes a rule is named by its first one only. */
const namedCodesLimit = 2;

/** What a server thinks of the sender is no question where no server was spoken to. */
const onlyInConversation = /^(sender|hello)\//;

export interface Undetermined {
  readonly checks: readonly Check[];
  readonly rules: readonly RegisteredRule[];
  /** Whether any conversation with a server of the route came about. */
  readonly spoken: boolean;
}

/** "whether outbound port 25 is blocked where the trace runs", with the reason of the check. */
export function listUndetermined({ checks, rules, spoken }: Undetermined): Verdict['undetermined'] {
  return checks
    .filter(({ rule, result }) => result === 'could-not-tell' && (spoken || !onlyInConversation.test(rule)))
    .map((check) => ({ what: describeQuestion(rules.find(({ id }) => id === check.rule)), why: check.reason ?? 'no reason is told' }));
}

function describeQuestion(rule: RegisteredRule | undefined): string {
  const said = Object.keys(rule?.says ?? {}) as Code[];
  const clauses = said.slice(0, said.length > namedCodesLimit ? 1 : namedCodesLimit).map((code) => codeClauses[code]);
  return `whether ${clauses.join(', or whether ')}`;
}
