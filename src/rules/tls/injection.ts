/**
 * Plain text behind the 220 to STARTTLS, which careless clients take for encrypted (CVE-2011-0411 and its kin).
 */
import { hostArguments } from '../../facts/host-arguments.js';
import { hostResults } from '../../facts/host-results.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'tls/injection',
  needs: { hosts: hostResults },
  says: {
    'tls.injection': {
      description: 'Plain text stands behind the 220 to STARTTLS, where only TLS may follow.',
      variants: {
        'text-after-starttls': {
          title: '{exchange} [{address}] sends plain text behind its 220 to STARTTLS.',
          explanation:
            'Only the TLS handshake may follow there. A careless client takes the text for encrypted: somebody on the way may be slipping in replies. This trace discarded it.',
          severity: 'warning',
          responsible: 'recipient-mail',
          alsoInform: ['network'],
          remedy: [
            'At the recipient: update the mail server or the proxy before it.',
            'Compare with a trace from another network: if it is clean there, somebody on the way injects text.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 3207 section 4.2'],
      explains: [],
    },
  },
  evaluate({ hosts }) {
    return concludeFindings(
      hosts
        .filter(({ smtp }) => smtp?.anomalies.includes('text-after-starttls'))
        .map((host) => ({
          code: 'tls.injection',
          says: 'text-after-starttls',
          subject: host.subject,
          confidence: 'certain',
          arguments: hostArguments(host),
          evidence: host.evidence,
        })),
    );
  },
});
