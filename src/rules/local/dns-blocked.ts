/**
 * DNS to the authoritative servers does not leave this network: the root is silent, while a resolver answers.
 */
import { hereSubject } from '../../facts/case-subjects.js';
import { networkDns } from '../../facts/network-dns.js';
import { clear, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'local/dns-blocked',
  needs: { network: networkDns },
  says: {
    'local.dns-blocked': {
      description: 'DNS to the authoritative servers does not leave this network.',
      variants: {
        blocked: {
          title: 'This network lets DNS out by its own resolver only.',
          explanation:
            'The root servers {servers} are silent, while the resolver answers. Many company networks are built so. What the name servers of the domain say themselves cannot be seen from here, so that a resolver that is behind does not show.',
          severity: 'notice',
          responsible: 'local',
          remedy: [
            'To see what the authority says, run the trace where UDP and TCP port 53 may leave, or let this host through the firewall.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 1034 section 5.3.3'],
      explains: [],
    },
  },
  evaluate({ network: { state, servers, evidence } }) {
    if (state === 'not-asked') return { result: 'not-applicable', reason: 'no walk from the root was asked for' };
    if (state === 'unknown') return { result: 'could-not-tell', reason: 'neither the root servers nor a resolver answered' };
    if (state !== 'blocked') return clear;
    return {
      result: 'found',
      findings: [
        {
          code: 'local.dns-blocked',
          says: 'blocked',
          subject: hereSubject('DNS'),
          confidence: 'likely',
          arguments: { servers },
          evidence,
        },
      ],
    };
  },
});
