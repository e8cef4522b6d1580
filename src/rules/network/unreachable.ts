/**
 * There is no route from here to the network of the host.
 */
import { connectFailedAs } from '../../facts/failed-connects.js';
import { hostArguments } from '../../facts/host-arguments.js';
import { hostResults } from '../../facts/host-results.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'network/unreachable',
  needs: { hosts: hostResults },
  says: {
    'network.unreachable': {
      description: 'There is no route from here to the network of the host.',
      variants: {
        unreachable: {
          title: 'There is no route from here to {exchange} [{address}].',
          explanation:
            'This machine or a router near it says "network unreachable": a route is missing here or at a provider on the way, or the network has left the internet.',
          severity: 'error',
          responsible: 'network',
          alsoInform: ['recipient-mail'],
          remedy: [
            'See whether other addresses can be reached from here; if not, mend the network here.',
            'If only this one cannot: its provider has to act.',
          ],
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 792', 'RFC 4443 section 3.1'],
      explains: [],
    },
  },
  evaluate({ hosts }) {
    return concludeFindings(
      connectFailedAs(hosts, ['network-unreachable', 'no-source', 'other']).map((host) => ({
        code: 'network.unreachable',
        says: 'unreachable',
        subject: host.subject,
        confidence: 'likely',
        arguments: hostArguments(host),
        evidence: host.evidence,
      })),
    );
  },
});
