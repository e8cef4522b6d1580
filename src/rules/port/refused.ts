/**
 * The host is up and refuses port 25: no mail server listens there.
 */
import { connectFailedAs } from '../../facts/failed-connects.js';
import { hostArguments } from '../../facts/host-arguments.js';
import { hostResults } from '../../facts/host-results.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

const common = { severity: 'error', responsible: 'recipient-mail', waitingHelps: 'unknown' } as const;

export default defineRule({
  id: 'port/refused',
  needs: { hosts: hostResults },
  says: {
    'port.refused': {
      description: 'The host is up and refuses connections to port 25.',
      variants: {
        refused: {
          ...common,
          title: '{exchange} [{address}] is up and refuses port {port}: no mail server listens there.',
          explanation:
            'The connection was refused at once. The mail server is stopped, listens on another address, or a firewall rejects it.',
          remedy: [
            'At the recipient: start the mail server on {exchange} [{address}], or see that it listens on this address (ss -ltn).',
            'If mail has moved elsewhere: correct the MX records.',
          ],
        },
        reset: {
          ...common,
          title: '{exchange} [{address}] resets connections to port {port}.',
          explanation:
            'The connection was reset before the server said anything: by the host itself, or by a firewall that breaks connections to port {port}.',
          remedy: ['At the recipient: look at the firewall and at the mail server of {exchange} [{address}].'],
        },
      },
      references: ['RFC 5321 section 4.5.4.1'],
      explains: [],
    },
  },
  evaluate({ hosts }) {
    return concludeFindings(
      connectFailedAs(hosts, ['refused', 'reset']).map((host) => ({
        code: 'port.refused',
        says: host.connect?.outcome.state === 'failed' && host.connect.outcome.failure === 'reset' ? 'reset' : 'refused',
        subject: host.subject,
        confidence: 'certain',
        arguments: { ...hostArguments(host), port: host.connect?.port ?? 25 },
        evidence: host.evidence,
      })),
    );
  },
});
