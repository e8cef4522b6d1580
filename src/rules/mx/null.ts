/**
 * The domain says that it takes no mail: a null MX (RFC 7505), alone or contradicted by others beside it.
 */
import { domainSubject } from '../../facts/case-subjects.js';
import { mailRoute } from '../../facts/mail-route.js';
import { clear, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'mx/null',
  needs: { route: mailRoute, domain: domainSubject },
  says: {
    'mx.null': {
      description: 'The domain says by a null MX that it takes no mail.',
      variants: {
        alone: {
          title: '{domain} says that it takes no mail (a null MX).',
          explanation: 'Its owner publishes "MX 0 ." to say that nobody there reads mail. Every sender bounces at once.',
          severity: 'error',
          responsible: 'sender-user',
          alsoInform: ['recipient-dns'],
          remedy: [
            'Look for another address of the person; this domain has no mailboxes.',
            'If it should have: remove the null MX and publish the real one.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 7505 section 3'],
      explains: [],
    },
    'mx.null-not-alone': {
      description: 'The domain publishes a null MX and names mail servers as well.',
      variants: {
        contradicted: {
          title: '{domain} says that it takes no mail, and names mail servers as well.',
          explanation: 'A null MX must stand alone. Senders differ: most ignore it beside {exchanges}, some bounce at once.',
          severity: 'warning',
          responsible: 'recipient-dns',
          remedy: ['Remove the record "MX 0 ." of {domain}, or all the others.'],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 7505 section 3'],
      explains: [],
    },
  },
  evaluate({ route, domain }) {
    if (route.nullMx === 'none') return clear;
    const alone = route.nullMx === 'alone';
    return {
      result: 'found',
      findings: [
        {
          code: alone ? 'mx.null' : 'mx.null-not-alone',
          says: alone ? 'alone' : 'contradicted',
          subject: domain,
          confidence: 'certain',
          arguments: { domain: domain.name, exchanges: route.exchanges.map(({ exchange }) => exchange) },
          evidence: route.evidence,
        },
      ],
    };
  },
});
