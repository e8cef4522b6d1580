/**
 * What each of the machine's resolvers said about the domain's MX, in the order of configuration.
 */
import type { Fact } from '../model/fact.js';
import { type Answer, resolverAnswers } from './answer.js';
import { targetDomain } from './mail-route.js';

export const domainResolverAnswers: Fact<readonly Answer[]> = {
  name: 'domain-resolver-answers',
  derive(view) {
    const domain = targetDomain(view);
    return domain === null ? [] : resolverAnswers(view, domain, 'MX').filter(({ kind }) => kind !== 'skipped');
  },
};
