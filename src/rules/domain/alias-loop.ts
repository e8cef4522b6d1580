/**
 * The domain is an alias whose chain never ends (RFC 1034 section 3.6.2).
 */

import { aliasLoop } from '../../facts/alias-chain.js';
import { domainSubject } from '../../facts/case-subjects.js';
import { mailRoute } from '../../facts/mail-route.js';
import { clear, defineRule } from '../../model/rule.js';

/** Enough of a circle to find it. */
const namedLimit = 4;

export default defineRule({
  id: 'domain/alias-loop',
  needs: { route: mailRoute, loop: aliasLoop, domain: domainSubject },
  says: {
    'domain.alias-loop': {
      description: 'The domain is an alias, and its chain of aliases never ends.',
      variants: {
        loop: {
          title: 'The aliases of {domain} lead round in a circle, or never end.',
          explanation: 'Its CNAME records lead by {aliases}, and on without an end, so that no sender learns where the mail goes.',
          severity: 'error',
          responsible: 'recipient-dns',
          remedy: [
            'Break the circle: dig {domain} CNAME shows where it begins.',
            'Replace the CNAME of {domain} by the MX and address records that it was to stand for.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 1034 section 3.6.2', 'RFC 5321 section 5.1'],
      explains: [{ code: 'domain.lookup-failed', scope: 'same' }],
    },
  },
  evaluate({ route, loop, domain }) {
    if (route.source === 'option' || route.source === 'literal') return { result: 'not-applicable', reason: 'no domain was looked up' };
    if (route.state === 'unknown') return { result: 'could-not-tell', reason: 'no server answered' };
    if (loop === null) return clear;
    return {
      result: 'found',
      findings: [
        {
          code: 'domain.alias-loop',
          says: 'loop',
          subject: domain,
          confidence: 'certain',
          arguments: { domain: domain.name, aliases: loop.aliases.slice(0, namedLimit) },
          evidence: loop.evidence,
        },
      ],
    };
  },
});
