/**
 * What the four rules about resolvers have in common: which findings they make, and what these explain.
 */
import type { ResolverComparison, ResolverStanding } from '../../facts/resolver-comparison.js';
import { nothingToCompare, type ResolverStandings } from '../../facts/resolver-standing.js';
import { concludeFindings, type Explains, type RuleFinding, type RuleResult } from '../../model/rule.js';
import type { Subject } from '../../model/subject.js';
import type { Code } from '../../model/vocabulary.js';

/** What mail that goes the wrong way may meet there: the old server, no server, a server that knows the domain no more. */
const metOnTheWrongWay: readonly Code[] = [
  'domain.not-found',
  'mx.missing',
  'mx.null',
  'mx.target-not-found',
  'mx.target-lookup-failed',
  'mx.target-private',
  'route.primary-down',
  'route.hosts-disagree',
  'host.takes-no-mail',
  'host.unreachable',
  'host.silent',
  'network.unreachable',
  'port.refused',
  'port.filtered',
  'greeting.missing',
  'greeting.closed',
  'greeting.busy',
  'greeting.rejected',
  'greeting.not-smtp',
  'tls.handshake-failed',
  'server.relay-denied',
  'server.auth-required',
  'server.policy',
  'server.misconfigured',
  'server.routing-loop',
  'recipient.unknown',
  'recipient.disabled',
  'recipient.moved',
  'recipient.rejected',
];

/** Only a finding as severe explains: so these stand where the mail does go another way. */
export const explainedByTheWrongWay: readonly Explains[] = metOnTheWrongWay.map((code) => ({ code, scope: 'all' }));

export interface StandingWords {
  readonly code: Code;
  readonly standing: Exclude<ResolverStanding, 'same'>;
  readonly says: (comparison: ResolverComparison) => string;
  readonly confidence: (comparison: ResolverComparison) => RuleFinding['confidence'];
  /** Whether a host that takes the mail on this route makes it harmless: an internal zone may be meant so, an old server not. */
  readonly harmlessIfAccepted: boolean;
}

/** A finding for each resolver of the standing. */
export function concludeStanding(standings: ResolverStandings, domain: Subject, words: StandingWords): RuleResult {
  const { untold } = standings;
  if (untold !== null) return { result: untold === nothingToCompare ? 'not-applicable' : 'could-not-tell', reason: untold };
  const concerned = standings.differing.filter(({ standing }) => standing === words.standing);
  return concludeFindings(
    concerned.map((comparison) => ({
      code: words.code,
      says: words.says(comparison),
      subject: { kind: 'resolver', name: comparison.resolver, within: [] },
      confidence: words.confidence(comparison),
      severity: isGrave(comparison, standings, words) ? 'error' : 'warning',
      arguments: {
        domain: domain.name,
        resolver: comparison.resolver,
        name: comparison.name,
        type: comparison.type,
        says: comparison.says,
        authoritySays: comparison.authoritySays,
        until: comparison.until,
        reason: comparison.extendedError,
      },
      evidence: comparison.evidence,
    })),
  );
}

function isGrave({ reroutes }: ResolverComparison, { accepted, elsewhereFails }: ResolverStandings, words: StandingWords): boolean {
  return reroutes && !elsewhereFails && !(accepted && words.harmlessIfAccepted);
}
