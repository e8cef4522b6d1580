/**
 * A delegated name server is not authoritative for the domain (RFC 1912 section 2.8): it refuses, fails, answers without
 * AA, or points back up.
 */
import { type AuthorityView, authorityViews, type Lameness } from '../../facts/authority-views.js';
import { domainSubject } from '../../facts/case-subjects.js';
import { routeStands } from '../../facts/route-standing.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

const signs: Readonly<Record<Lameness, string>> = {
  refused: 'it refuses the question (REFUSED)',
  servfail: 'it fails (SERVFAIL)',
  'not-authoritative': 'it answers without authority (no AA)',
  upwards: 'it points to other servers further up',
  'other-rcode': 'it answers with an error',
};

export default defineRule({
  id: 'domain/lame-delegation',
  needs: { authorities: authorityViews, stands: routeStands, domain: domainSubject },
  says: {
    'domain.lame-delegation': {
      description: 'A name server that the domain is delegated to is not authoritative for it.',
      variants: {
        one: {
          title: 'The name server {server} is not authoritative for {domain}, which is delegated to it.',
          explanation:
            'Asked for {domain}, {sign}. Resolvers that come to it must ask another server, and some give up. Often the zone was never loaded there, has expired on a secondary, or has moved away.',
          severity: 'warning',
          responsible: 'recipient-dns',
          remedy: [
            'Load the zone {domain} on {server}, or mend its transfer from the primary. BIND: rndc zonestatus {domain}. NSD: nsd-control zonestatus {domain}.',
            'If the zone has left {server} for good, take it out of the delegation at the registrar.',
          ],
          waitingHelps: 'no',
        },
        all: {
          title: 'No name server of {domain} that answers is authoritative for it.',
          explanation:
            'The zone is missing on all that answer: {servers}. Senders keep the message and try again, and nothing changes until the zone is loaded or the delegation corrected.',
          severity: 'error',
          responsible: 'recipient-dns',
          remedy: [
            'Load the zone {domain} where it belongs: {servers}.',
            'If the zone is served elsewhere, correct the delegation at the registrar of {domain}.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 1912 section 2.8', 'RFC 1034 section 4.2.2'],
      explains: [
        { code: 'domain.lookup-failed', scope: 'same' },
        { code: 'mx.target-lookup-failed', scope: 'beneath' },
      ],
    },
  },
  evaluate({ authorities, stands, domain }) {
    const { state, reason, views } = authorities;
    if (state === 'unknown') return { result: 'could-not-tell', reason: reason ?? 'the servers were not asked' };
    if (state === 'no-delegation') return { result: 'not-applicable', reason: 'the domain is not delegated' };
    const lame = views.filter((view) => view.state === 'lame');
    const finding = { code: 'domain.lame-delegation' as const, confidence: 'certain' as const };
    if (lame.length > 0 && !views.some((view) => view.state === 'answers')) {
      const servers = lame.map(({ label }) => label);
      const evidence = lame.flatMap(({ answer }) => answer.evidence);
      const severity = stands ? ('warning' as const) : ('error' as const);
      return concludeFindings([
        { ...finding, says: 'all', severity, subject: domain, arguments: { domain: domain.name, servers }, evidence },
      ]);
    }
    return concludeFindings(
      lame.map((view) => ({
        ...finding,
        says: 'one',
        subject: { kind: 'name-server', name: view.label, within: [domain.name] },
        arguments: { domain: domain.name, server: view.label, sign: describeSign(view) },
        evidence: view.answer.evidence,
      })),
    );
  },
});

function describeSign({ lameness, answer }: AuthorityView): string {
  if (lameness === null) return '';
  return lameness === 'other-rcode' ? `it answers with ${answer.rcode ?? 'an error'}` : signs[lameness];
}
