/**
 * Whether the domain is an alias that leads round in a circle: as a resolver shows it, or, since resolvers answer
 * SERVFAIL for such names, as the authorities do.
 */
import type { DomainName } from '../model/domain-name.js';
import type { Fact } from '../model/fact.js';
import { type Answer, isConclusive } from './answer.js';
import { delegation } from './delegation.js';
import { aliasLimit } from './delegation-procedure.js';
import type { Delegation } from './delegation-result.js';
import { domainResolverAnswers } from './domain-answers.js';
import { networkDns } from './network-dns.js';

export interface AliasLoop {
  /** The names that the aliases lead by, in order. */
  readonly aliases: readonly DomainName[];
  readonly evidence: readonly string[];
}

export const aliasLoop: Fact<AliasLoop | null> = {
  name: 'alias-loop',
  derive(view) {
    const answers = view.read(domainResolverAnswers);
    const first = answers.find(isConclusive);
    if (first !== undefined) return first.kind === 'alias-loop' ? describeLoop([first]) : null;
    return view.read(networkDns).state === 'open' ? findLoop(view.read(delegation)) : null;
  },
};

/** Follows the walks from alias to alias; the walk itself stops where a name returns, or after many. */
function findLoop(walked: Delegation): AliasLoop | null {
  const chain = listChain(walked);
  const last = chain.at(-1);
  if (last === undefined || last.kind === 'alias-loop') return last === undefined ? null : describeLoop(chain);
  const names = new Set(chain.slice(0, -1).flatMap(({ aliases }) => aliases.at(-1) ?? []));
  const end = last.kind === 'alias-only' ? last.aliases.at(-1) : undefined;
  const returns = end !== undefined && (end === walked.name || names.has(end) || chain.length > aliasLimit);
  return returns ? describeLoop(chain) : null;
}

/** What the authorities said at each stage of the aliases. */
function listChain(walked: Delegation): readonly Answer[] {
  const answer = walked.answers.find((each) => each.authoritative && isConclusive(each));
  if (answer === undefined) return [];
  return walked.target === null ? [answer] : [answer, ...listChain(walked.target)];
}

function describeLoop(answers: readonly Answer[]): AliasLoop {
  return { aliases: answers.flatMap(({ aliases }) => aliases), evidence: answers.flatMap(({ evidence }) => evidence) };
}
