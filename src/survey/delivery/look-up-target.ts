/**
 * The lookups that the target needs: its mail route, or the one host that was asked for.
 */
import { type DomainName, rootName } from '../../model/domain-name.js';
import { parseIpAddress } from '../../model/ip-address.js';
import type { Target } from '../../model/trace-options.js';
import type { Asker } from '../ask.js';
import type { SurveyContext } from '../context.js';
import { resolverQuestions } from '../resolver-questions.js';
import { type LookUp, lookUpMail } from './look-up.js';
import type { Surroundings } from './surroundings.js';

export interface TargetLookUp {
  readonly target: Exclude<Target, { kind: 'malformed' }>;
  readonly surroundings: Surroundings;
}

/** Starts the lookups. `resolved` is all that the walk waits for. */
export function lookUpTarget(context: SurveyContext, asker: Asker, { target, surroundings }: TargetLookUp): LookUp {
  const { exchange } = context.options;
  if (exchange !== null) return lookUpHost(asker, surroundings, parseIpAddress(exchange) === null ? (exchange as DomainName) : rootName);
  return target.domain.kind === 'name'
    ? lookUpMail(context, asker, { domain: target.domain.name, resolvers: surroundings.resolvers })
    : lookUpHost(asker, surroundings, rootName);
}

/** Only the addresses of one host; nothing for an address, which comes as the root name. */
function lookUpHost(asker: Asker, { resolvers }: Surroundings, name: DomainName): LookUp {
  const questions = name === rootName ? [] : ['A', 'AAAA'].flatMap((type) => resolverQuestions(resolvers, name, type));
  const done = Promise.all(questions.map((question) => asker.ask(question))).then(() => undefined);
  return { resolved: done, walked: Promise.resolve(), done };
}
