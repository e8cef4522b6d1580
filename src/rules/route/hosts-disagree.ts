/**
 * Exchanges of the domain answer the same recipient differently.
 */
import { domainSubject } from '../../facts/case-subjects.js';
import { type HostResult, hostResults } from '../../facts/host-results.js';
import { clear, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'route/hosts-disagree',
  needs: { hosts: hostResults, domain: domainSubject },
  says: {
    'route.hosts-disagree': {
      description: 'Exchanges of the domain answer the same recipient differently.',
      variants: {
        disagree: {
          title: 'The exchanges of {domain} disagree about this recipient: it is taken by {accepting}, and refused by {refusing}.',
          explanation:
            'Whether a message arrives depends on which exchange a sender comes to. Their lists of recipients or their rules differ.',
          severity: 'warning',
          responsible: 'recipient-mail',
          remedy: ['Give all exchanges of {domain} the same list of recipients and the same rules.'],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5321 section 5.1'],
      explains: [],
    },
  },
  evaluate({ hosts, domain }) {
    const asked = hosts.filter((host) => host.onRoute && host.stage === 'rcpt' && host.decisive !== null);
    const accepting = asked.filter(({ result }) => result === 'accepted');
    const refusing = asked.filter(({ event }) => event === 'rcpt-5yz');
    if (asked.length < 2) return { result: 'not-applicable', reason: 'fewer than two exchanges were asked for the recipient' };
    if (accepting.length === 0 || refusing.length === 0) return clear;
    return {
      result: 'found',
      findings: [
        {
          code: 'route.hosts-disagree',
          says: 'disagree',
          subject: domain,
          confidence: 'certain',
          arguments: { domain: domain.name, accepting: accepting.map(nameHost), refusing: refusing.map(nameHost) },
          evidence: asked.flatMap(({ evidence }) => evidence),
        },
      ],
    };
  },
});

function nameHost({ exchange, address }: HostResult): string {
  return exchange.exchange === address ? address : `${exchange.exchange} [${address}]`;
}
