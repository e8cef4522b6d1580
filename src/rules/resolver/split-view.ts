/**
 * A resolver of this machine serves an internal zone of the same name, whose hosts nobody outside reaches.
 */
import { domainSubject } from '../../facts/case-subjects.js';
import { resolverStandings } from '../../facts/resolver-standing.js';
import { defineRule } from '../../model/rule.js';
import { concludeStanding, explainedByTheWrongWay } from './resolver-findings.js';

export default defineRule({
  id: 'resolver/split-view',
  needs: { standings: resolverStandings, domain: domainSubject },
  says: {
    'resolver.split-view': {
      description: 'A resolver of this machine serves an internal zone of the same name.',
      variants: {
        internal: {
          title: 'The resolver {resolver} gives an internal view of {domain}.',
          explanation:
            'It says: {type} {says}, which leads to private addresses. The world is told: {type} {authoritySays}. An internal zone of the same name hides the public one, so that mail from here goes another way than mail from outside.',
          severity: 'error',
          responsible: 'local',
          remedy: [
            'Correct the MX, and the addresses that it names, in the internal zone {domain} on {resolver}.',
            'If mail is to go the public way, let the mail server use a resolver without the internal zone.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 8499 section 6'],
      explains: explainedByTheWrongWay,
    },
  },
  evaluate: ({ standings, domain }) =>
    concludeStanding(standings, domain, {
      code: 'resolver.split-view',
      standing: 'split-view',
      says: () => 'internal',
      confidence: () => 'likely',
      harmlessIfAccepted: true,
    }),
});
