/**
 * The answer that the route rests on: of the first resolver that says something, else of the authority.
 */
import type { Fact } from '../model/fact.js';
import { type Answer, isConclusive, resolverAnswers } from './answer.js';
import { authoritativeAnswers, targetDomain } from './mail-route.js';

export const answerOfRoute: Fact<Answer | null> = {
  name: 'answer-of-route',
  derive(view) {
    const domain = targetDomain(view);
    if (domain === null) return null;
    return resolverAnswers(view, domain, 'MX').find(isConclusive) ?? authoritativeAnswers(view, domain, 'MX')[0] ?? null;
  },
};
