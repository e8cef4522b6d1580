/**
 * A resolver of this machine filters the name: NXDOMAIN, a sinkhole or an extended error (RFC 8914) that only it gives.
 */
import { domainSubject } from '../../facts/case-subjects.js';
import type { StandingSign } from '../../facts/resolver-comparison.js';
import { resolverStandings } from '../../facts/resolver-standing.js';
import { defineRule } from '../../model/rule.js';
import { concludeStanding, explainedByTheWrongWay } from './resolver-findings.js';

const remedy = [
  'Look for {domain} in the filters of {resolver}: a response policy zone, a block list, parental control, malware protection; and make an exception.',
  'Or let the mail server use a resolver that does not filter.',
];

const severity = 'error';
const responsible = 'local';
const waitingHelps = 'no';

const saysOfSign: Readonly<Partial<Record<StandingSign, string>>> = { 'extended-error': 'told', sinkhole: 'sinkhole' };

export default defineRule({
  id: 'resolver/filtered',
  needs: { standings: resolverStandings, domain: domainSubject },
  says: {
    'resolver.filtered': {
      description: 'A resolver of this machine filters the name.',
      variants: {
        told: {
          title: 'The resolver {resolver} filters {name}, and says so.',
          explanation: 'Its reason: {reason}. The servers of {domain} say: {type} {authoritySays}. Mail from elsewhere gets through.',
          severity,
          responsible,
          remedy,
          waitingHelps,
        },
        sinkhole: {
          title: 'The resolver {resolver} leads {name} to nowhere.',
          explanation:
            'It gives the address {says}, where nobody can take mail. The servers of {domain} say: {type} {authoritySays}. That is how filters send a name into a sinkhole.',
          severity,
          responsible,
          remedy,
          waitingHelps,
        },
        nxdomain: {
          title: 'The resolver {resolver} says that {name} does not exist, and it does.',
          explanation:
            'The servers of {domain} say: {type} {authoritySays}. An NXDOMAIN without the SOA of the zone above is how filters answer. Mail from elsewhere gets through.',
          severity,
          responsible,
          remedy,
          waitingHelps,
        },
      },
      references: ['RFC 8914 sections 4.16 to 4.19', 'RFC 2308 section 2.1'],
      explains: explainedByTheWrongWay,
    },
  },
  evaluate: ({ standings, domain }) =>
    concludeStanding(standings, domain, {
      code: 'resolver.filtered',
      standing: 'filtered',
      says: ({ sign }) => (sign === null ? 'nxdomain' : (saysOfSign[sign] ?? 'nxdomain')),
      confidence: ({ sign }) => (sign === 'extended-error' ? 'certain' : 'likely'),
      harmlessIfAccepted: true,
    }),
});
