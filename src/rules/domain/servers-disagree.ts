/**
 * The authoritative servers give different answers for the MX: which one a sender gets is chance.
 */
import { authorityViews } from '../../facts/authority-views.js';
import { domainSubject } from '../../facts/case-subjects.js';
import { clear, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'domain/servers-disagree',
  needs: { authorities: authorityViews, domain: domainSubject },
  says: {
    'domain.servers-disagree': {
      description: "The domain's authoritative servers give different answers for its MX.",
      variants: {
        mx: {
          title: 'The name servers of {domain} give different MX records.',
          explanation:
            'They say: {opinions}. Which answer a sender gets is a matter of chance, and it keeps it for the TTL. Usually a secondary has not taken over the last change of the zone.',
          severity: 'warning',
          responsible: 'recipient-dns',
          remedy: [
            'Compare the serial numbers: dig +nssearch {domain}',
            'Raise the serial of the SOA on the primary, and have the zone transferred. BIND: rndc reload {domain} there, rndc retransfer {domain} on the secondary. NSD: nsd-control transfer {domain}.',
            'Take servers that belong to a former provider out of the delegation and the NS records.',
          ],
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 1034 section 4.3.5', 'RFC 1912 section 2.2'],
      explains: [],
    },
  },
  evaluate({ authorities: { state, reason, groups }, domain }) {
    if (state === 'unknown') return { result: 'could-not-tell', reason: reason ?? 'the servers were not asked' };
    if (groups.length === 0) return { result: 'not-applicable', reason: 'no server of the domain answers with authority' };
    if (groups.length === 1) return clear;
    const opinions = groups.map(({ text, views }) => `"${text}" (${views.map(({ label }) => label).join(', ')})`);
    const evidence = groups.flatMap(({ views }) => views.flatMap(({ answer }) => answer.evidence));
    return {
      result: 'found',
      findings: [
        {
          code: 'domain.servers-disagree',
          says: 'mx',
          subject: domain,
          confidence: 'certain',
          arguments: { domain: domain.name, opinions },
          evidence,
        },
      ],
    };
  },
});
