/**
 * A resolver of this machine still has an old answer in its cache; it leaves when its TTL ends (RFC 1035 section 7.4).
 */
import { domainSubject } from '../../facts/case-subjects.js';
import { resolverStandings } from '../../facts/resolver-standing.js';
import { defineRule } from '../../model/rule.js';
import { concludeStanding, explainedByTheWrongWay } from './resolver-findings.js';

export default defineRule({
  id: 'resolver/stale',
  needs: { standings: resolverStandings, domain: domainSubject },
  says: {
    'resolver.stale': {
      description: "A resolver of this machine still gives an old answer from its cache, and not what the domain's servers say now.",
      variants: {
        stale: {
          title: 'The resolver {resolver} still gives an old answer for {name}.',
          explanation:
            'It says: {type} {says}. The servers of {domain} now say: {type} {authoritySays}. The old answer comes from its cache, so that mail from here goes the old way. The old answer ends on {until}. Resolvers elsewhere may be behind as well, each until its own copy ends.',
          severity: 'error',
          responsible: 'local',
          remedy: [
            'On {resolver}, drop the old answer. BIND: rndc flushname {name}. Unbound: unbound-control flush {name}. Windows DNS Server: Clear-DnsServerCache.',
            'Then run the queue. Postfix: postqueue -f. Exim: exim -qff. Exchange: Retry-Queue.',
            'Send again what has bounced since the change.',
          ],
          waitingHelps: 'yes',
        },
      },
      references: ['RFC 1035 section 7.4', 'RFC 2308 section 5'],
      explains: explainedByTheWrongWay,
    },
  },
  evaluate: ({ standings, domain }) =>
    concludeStanding(standings, domain, {
      code: 'resolver.stale',
      standing: 'stale',
      says: () => 'stale',
      confidence: ({ sign, type }) => (sign === 'ttl-counts-down' && type === 'MX' ? 'certain' : 'likely'),
      harmlessIfAccepted: false,
    }),
});
