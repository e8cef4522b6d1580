/**
 * A cause that is told of several replies at once: what only one of them tells falls out.
 *
 * A reply names what is its own: a blocklist, an address, a link. None of several speaks for the others.
 */
import { codeClauses } from '../knowledge/wording/code-clauses.js';
import type { ExplainedCause } from '../model/explained-cause.js';
import type { Likeness } from '../model/log-report.js';
import type { ReplyMeaning } from '../model/reply-meaning.js';
import type { Code } from '../model/vocabulary.js';

/** The cause without what only one reply tells. `entry`: the steps of the entry that decided stay. */
export function generaliseCause(
  cause: ExplainedCause,
  meaning: ReplyMeaning,
  { reply, alike }: { readonly reply: string; readonly alike: Likeness },
): ExplainedCause {
  const { blocklist, links, addresses, ticket } = meaning.details;
  const own = [blocklist, ticket, reply, ...links, ...addresses].filter((text) => text !== null && text !== '');
  const quotes = (sentence: string) => own.some((text) => text !== null && sentence.includes(text));
  const isOwnStep = (step: string) => quotes(step) || (alike === 'code' && meaning.remedy.includes(step));
  return {
    ...cause,
    summary: cause.code !== null && quotes(cause.summary) ? describeCode(cause.code) : cause.summary,
    remedy: cause.remedy.filter((step) => !isOwnStep(step)),
  };
}

function describeCode(code: Code): string {
  const clause = codeClauses[code];
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
