/**
 * No MX record, so mail goes to the domain's own address (RFC 5321 section 5.1).
 */
import { domainSubject } from '../../facts/case-subjects.js';
import { mailRoute } from '../../facts/mail-route.js';
import { clear, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'mx/implicit',
  needs: { route: mailRoute, domain: domainSubject },
  says: {
    'mx.implicit': {
      description: 'The domain has no MX record, so mail goes to its own address.',
      variants: {
        implicit: {
          title: '{domain} has no MX record; mail goes to its own address.',
          explanation:
            'That is allowed, and senders do it, but a domain that moves its website then moves its mail without wanting to, and some filters take a missing MX for a bad sign. The address is {addresses}.',
          severity: 'notice',
          responsible: 'recipient-dns',
          remedy: ['Publish an MX record for {domain} that names its mail server.'],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5321 section 5.1'],
      explains: [],
    },
  },
  evaluate({ route, domain }) {
    const implicit = route.exchanges.find((exchange) => exchange.implicit);
    if (implicit === undefined) return clear;
    return {
      result: 'found',
      findings: [
        {
          code: 'mx.implicit',
          says: 'implicit',
          subject: domain,
          confidence: 'certain',
          arguments: { domain: domain.name, addresses: [...implicit.addresses] },
          evidence: route.evidence,
        },
      ],
    };
  },
});
