/**
 * The network says that the host cannot be reached (ICMP host unreachable).
 */
import { connectFailedAs } from '../../facts/failed-connects.js';
import { hostArguments } from '../../facts/host-arguments.js';
import { hostResults } from '../../facts/host-results.js';
import { silentHosts } from '../../facts/silent-hosts.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'host/unreachable',
  needs: { hosts: hostResults, filtered: silentHosts },
  says: {
    'host.unreachable': {
      description: 'The network says that the host cannot be reached.',
      variants: {
        unreachable: {
          title: 'The network says that {exchange} [{address}] cannot be reached.',
          explanation: 'A router on the way answers "host unreachable": the host is off, or its network has lost it.',
          severity: 'error',
          responsible: 'recipient-mail',
          alsoInform: ['network'],
          remedy: ['At the recipient: see whether {exchange} [{address}] is up and connected to its network.'],
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 792', 'RFC 4443 section 3.1'],
      explains: [],
    },
  },
  evaluate({ hosts, filtered }) {
    const unreachable = connectFailedAs(hosts, ['host-unreachable']).filter(({ address }) =>
      filtered.every(({ host }) => host.address !== address),
    );
    return concludeFindings(
      unreachable.map((host) => ({
        code: 'host.unreachable',
        says: 'unreachable',
        subject: host.subject,
        confidence: 'certain',
        arguments: hostArguments(host),
        evidence: host.evidence,
      })),
    );
  },
});
