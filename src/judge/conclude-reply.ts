/**
 * The verdict over one reported reply, by the rules of the book that can say what the reply means.
 *
 * A mailbox of bounces holds thousands of replies, and nothing but such a rule ever finds anything in a case that is one
 * reply: a test holds the verdicts against those of the whole book.
 */
import type { CaseFile } from '../model/case-file.js';
import type { Verdict } from '../model/report.js';
import type { RegisteredRule } from '../model/rule.js';
import type { Code } from '../model/vocabulary.js';
import { rules } from '../rules/registry.generated.js';
import { judgeCase } from './judge-case.js';

const rulesOfCode = new Map<Code | null, readonly RegisteredRule[]>();

function findRules(code: Code | null): readonly RegisteredRule[] {
  const known = rulesOfCode.get(code);
  if (known !== undefined) return known;
  const found = code === null ? [] : rules.filter(({ says }) => says[code] !== undefined);
  rulesOfCode.set(code, found);
  return found;
}

/** As `judgeCase` concludes. `code`: what the reply of the case means, null for a success. */
export function concludeReply(file: CaseFile, code: Code | null): Verdict {
  return judgeCase(file, findRules(code)).verdict;
}
