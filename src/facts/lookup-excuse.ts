/**
 * What is known to make the lookup of the domain fail, so that there is nothing more to say about the failure itself.
 */
import type { Fact } from '../model/fact.js';
import { aliasLoop } from './alias-chain.js';
import { authorityViews } from './authority-views.js';
import { bogusNames } from './dnssec-validation.js';
import { targetDomain } from './mail-route.js';
import { resolverHealth } from './resolver-health.js';

export const lookupExcuse: Fact<string | null> = {
  name: 'lookup-excuse',
  derive(view) {
    const domain = targetDomain(view);
    const resolvers = view.read(resolverHealth).filter(({ state }) => state !== 'not-asked');
    if (resolvers.length > 0 && resolvers.every(({ state }) => state === 'dead')) return 'no resolver answers';
    if (view.read(aliasLoop) !== null) return 'the aliases of the domain lead round in a circle';
    if (view.read(bogusNames).some(({ name }) => name === domain)) return 'DNSSEC validation fails';
    const { state, groups } = view.read(authorityViews);
    return state === 'asked' && groups.length === 0 ? 'no name server of the domain answers with authority' : null;
  },
};
