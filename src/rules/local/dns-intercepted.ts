/**
 * DNS to the authoritative servers is answered by somebody else on this network: data without AA, RA in the name of a
 * root server.
 */
import { hereSubject } from '../../facts/case-subjects.js';
import { networkDns } from '../../facts/network-dns.js';
import { clear, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'local/dns-intercepted',
  needs: { network: networkDns },
  says: {
    'local.dns-intercepted': {
      description: 'DNS to the authoritative servers is answered by somebody else on this network.',
      variants: {
        intercepted: {
          title: 'Somebody on this network answers DNS in the place of the servers that are asked.',
          explanation:
            'What comes back in the name of {servers} is the answer of a resolver, not theirs. A firewall, router or provider redirects port 53. So nothing is said here about the name servers of the domain.',
          severity: 'notice',
          responsible: 'local',
          alsoInform: ['network'],
          remedy: [
            'To see what the authority says, run the trace on a network that leaves port 53 alone, or switch the redirection off for this host.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 1035 section 4.1.1'],
      explains: [],
    },
  },
  evaluate({ network: { state, servers, evidence } }) {
    if (state === 'not-asked') return { result: 'not-applicable', reason: 'no walk from the root was asked for' };
    if (state === 'unknown') return { result: 'could-not-tell', reason: 'the root servers gave no answer' };
    if (state !== 'intercepted') return clear;
    return {
      result: 'found',
      findings: [
        {
          code: 'local.dns-intercepted',
          says: 'intercepted',
          subject: hereSubject('DNS'),
          confidence: 'likely',
          arguments: { servers },
          evidence,
        },
      ],
    };
  },
});
