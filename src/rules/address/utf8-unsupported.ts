/**
 * The address needs SMTPUTF8 and the server does not offer it (RFC 6531 section 3.2).
 */
import { hostArguments } from '../../facts/host-arguments.js';
import { hostResults, needsMissingSmtpUtf8 } from '../../facts/host-results.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'address/utf8-unsupported',
  needs: { hosts: hostResults },
  says: {
    'address.utf8-unsupported': {
      description: 'The address needs SMTPUTF8, and the server does not offer it.',
      variants: {
        'not-offered': {
          title: '{exchange} [{address}] does not offer SMTPUTF8, which this address needs.',
          explanation:
            'The part before the @ has characters outside ASCII. A sender may not hand it to a server that does not announce SMTPUTF8, so the message bounces.',
          severity: 'error',
          responsible: 'recipient-mail',
          alsoInform: ['sender-user'],
          remedy: [
            'Ask the recipient for an address in plain ASCII letters.',
            'At the recipient: switch SMTPUTF8 on (Postfix: smtputf8_enable = yes).',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 6531 section 3.2'],
      explains: [],
    },
  },
  evaluate({ hosts }) {
    return concludeFindings(
      hosts
        .filter(({ smtp, stage, decisive }) => smtp !== null && stage === 'mail' && decisive === null && needsMissingSmtpUtf8(smtp))
        .map((host) => ({
          code: 'address.utf8-unsupported',
          says: 'not-offered',
          subject: host.subject,
          confidence: 'certain',
          arguments: hostArguments(host),
          evidence: host.evidence,
        })),
    );
  },
});
