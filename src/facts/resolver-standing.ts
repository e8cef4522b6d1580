/**
 * What became of the comparison of resolvers and authority: one entry for each resolver that says otherwise, and how grave it is.
 *
 * Grave is what sends the mail another way than the domain wants; not where the hosts that the domain names now
 * fail as well, since then this resolver is not what stops the mail.
 */
import type { Fact } from '../model/fact.js';
import { type Answer, isConclusive } from './answer.js';
import { authorityViews } from './authority-views.js';
import { domainResolverAnswers } from './domain-answers.js';
import { hostResults } from './host-results.js';
import { networkDns } from './network-dns.js';
import { type ResolverComparison, resolverComparisons } from './resolver-comparison.js';

/** Every lookup failed, which other findings tell: no question is left. */
export const nothingToCompare = 'no resolver gave an answer to compare';

export interface ResolverStandings {
  /** Why nothing can be said; null where the resolvers were compared. */
  readonly untold: string | null;
  /** One for each resolver that differs. */
  readonly differing: readonly ResolverComparison[];
  /** Whether a host on the route takes the mail all the same. */
  readonly accepted: boolean;
  /** Whether all hosts that only the authority names were tried and fail too. */
  readonly elsewhereFails: boolean;
}

export const resolverStandings: Fact<ResolverStandings> = {
  name: 'resolver-standings',
  derive(view) {
    const comparisons = view.read(resolverComparisons);
    const differing = comparisons.filter(({ standing }) => standing !== 'same');
    const first = differing.filter(({ resolver }, at) => differing.findIndex((other) => other.resolver === resolver) === at);
    const hosts = view.read(hostResults);
    const elsewhere = hosts.filter(({ onRoute, result }) => !onRoute && result !== 'not-tried');
    return {
      untold:
        comparisons.length > 0
          ? null
          : reasonOfSilence(view.read(domainResolverAnswers), view.read(networkDns).state, view.read(authorityViews).reason),
      differing: first,
      accepted: hosts.some(({ onRoute, result }) => onRoute && result === 'accepted'),
      elsewhereFails: elsewhere.length > 0 && elsewhere.every(({ event }) => event !== null),
    };
  },
};

function reasonOfSilence(resolvers: readonly Answer[], network: string, reason: string | null): string {
  if (resolvers.length === 0) return 'no resolver was asked';
  if (network !== 'open') return reason ?? 'the authority could not be asked';
  return reason ?? (resolvers.some(isConclusive) ? 'no server of the domain gave an answer to compare' : nothingToCompare);
}
