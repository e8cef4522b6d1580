/**
 * A resolver of this machine serves a copy of the zone of its own: AA, or a TTL that stands still. It never follows.
 */
import { domainSubject } from '../../facts/case-subjects.js';
import { resolverStandings } from '../../facts/resolver-standing.js';
import { defineRule } from '../../model/rule.js';
import { concludeStanding, explainedByTheWrongWay } from './resolver-findings.js';

const remedy = [
  'On {resolver}, remove its own zone for {domain}: a zone that stayed behind, a secondary, a stub. BIND: the zone statement, then rndc reconfig. Windows DNS Server: Remove-DnsServerZone {domain}.',
  "If {resolver} is a provider's that once hosted {domain}, have the provider delete the zone; until then use another resolver.",
  'Then run the queue. Postfix: postqueue -f. Exim: exim -qff. Exchange: Retry-Queue.',
];

export default defineRule({
  id: 'resolver/zone-copy',
  needs: { standings: resolverStandings, domain: domainSubject },
  says: {
    'resolver.zone-copy': {
      description: 'A resolver of this machine serves a copy of the zone of its own, which does not follow the domain.',
      variants: {
        authoritative: {
          title: 'The resolver {resolver} answers for {name} from a zone of its own, which differs from the real one.',
          explanation:
            'It sets the flag AA: it takes itself for an authority. It says: {type} {says}. The servers of {domain} now say: {type} {authoritySays}. Such a copy never ends by itself. Often the old provider still has the zone after a move.',
          severity: 'error',
          responsible: 'local',
          remedy,
          waitingHelps: 'no',
        },
        'standing-still': {
          title: 'The resolver {resolver} has an answer for {name} that differs from the real one and does not age.',
          explanation:
            'It says: {type} {says}. The servers of {domain} now say: {type} {authoritySays}. The time to live of its answer stands still, so that it comes from a copy of the zone, its own or that of the server that it forwards to, and from no cache. Such a copy never ends by itself.',
          severity: 'error',
          responsible: 'local',
          remedy,
          waitingHelps: 'no',
        },
      },
      references: ['RFC 1034 section 4.3.2', 'RFC 1035 section 4.1.1'],
      explains: explainedByTheWrongWay,
    },
  },
  evaluate: ({ standings, domain }) =>
    concludeStanding(standings, domain, {
      code: 'resolver.zone-copy',
      standing: 'zone-copy',
      says: ({ sign }) => (sign === 'aa' ? 'authoritative' : 'standing-still'),
      confidence: ({ sign }) => (sign === 'aa' ? 'certain' : 'likely'),
      harmlessIfAccepted: false,
    }),
});
