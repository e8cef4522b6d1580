/**
 * Something in this network answers port 25 for everyone: unrelated hosts give the very same greeting.
 */

import { hereSubject } from '../../facts/case-subjects.js';
import { greetingTwins } from '../../facts/greeting-twins.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'local/egress-intercepted',
  needs: { twins: greetingTwins },
  says: {
    'local.egress-intercepted': {
      description: 'Something in the network of the trace answers port 25 in place of the hosts that were called.',
      variants: {
        'same-greeting': {
          title: 'Something in this network answers port 25 in place of the servers that were called.',
          explanation:
            "Hosts of different operators ({hosts}) give the very same greeting, {greeting}. A firewall or a provider redirects port 25 to a proxy of its own, so every reply in this trace may be its own and not the recipient's.",
          severity: 'error',
          responsible: 'local',
          alsoInform: ['network'],
          remedy: [
            'Run the trace from a network that does not redirect port 25.',
            "Ask who runs this network's firewall to leave outbound port 25 of the mail server alone.",
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 2979 section 3.1.1'],
      explains: [
        { code: 'greeting.rejected', scope: 'all' },
        { code: 'greeting.busy', scope: 'all' },
        { code: 'server.relay-denied', scope: 'all' },
        { code: 'server.auth-required', scope: 'all' },
        { code: 'server.policy', scope: 'all' },
        { code: 'sender.blocked', scope: 'all' },
        { code: 'recipient.rejected', scope: 'all' },
        { code: 'path.smtp-rewritten', scope: 'all' },
        { code: 'tls.not-offered', scope: 'all' },
        { code: 'tls.handshake-failed', scope: 'all' },
        { code: 'tls.certificate-name', scope: 'all' },
        { code: 'tls.certificate-untrusted', scope: 'all' },
      ],
    },
  },
  evaluate({ twins }) {
    return concludeFindings(
      twins.map(({ greeting, hosts, evidence }) => ({
        code: 'local.egress-intercepted',
        says: 'same-greeting',
        subject: hereSubject('port 25'),
        confidence: 'likely',
        arguments: { greeting, hosts },
        evidence,
      })),
    );
  },
});
