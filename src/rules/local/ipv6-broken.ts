/**
 * This machine has an IPv6 address, and nothing over IPv6 gets anywhere: told apart from IPv6 broken there.
 */
import { hereSubject } from '../../facts/case-subjects.js';
import { egress } from '../../facts/egress.js';
import { hostResults } from '../../facts/host-results.js';
import { defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'local/ipv6-broken',
  needs: { hosts: hostResults, egress },
  says: {
    'local.ipv6-broken': {
      description: 'The machine of the trace has an IPv6 address that leads nowhere.',
      variants: {
        'no-route': {
          title: 'This machine has an IPv6 address, but its packets find no way out.',
          explanation:
            'Every connection over IPv6 failed at once with "network unreachable" ({hosts}). A sender here loses time with each IPv6 address before it comes to an IPv4 one, and never reaches hosts that have IPv6 only.',
          severity: 'warning',
          responsible: 'local',
          remedy: [
            'Give this machine a working IPv6 default route, or take its global IPv6 address away.',
            'Try again with -4 to leave IPv6 out.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 8305 section 2'],
      explains: [
        { code: 'network.unreachable', scope: 'family' },
        { code: 'host.unreachable', scope: 'family' },
      ],
    },
  },
  evaluate({ hosts, egress: states }) {
    const tried = hosts.filter(({ family, connect }) => family === 6 && connect !== null && connect.outcome.state !== 'skipped');
    if (tried.length === 0) return { result: 'not-applicable', reason: 'nothing was tried over IPv6' };
    const stuck = tried.filter(({ connect }) => connect?.outcome.state === 'failed' && connect.outcome.failure === 'network-unreachable');
    if (stuck.length < tried.length || states[6].state === 'open') return { result: 'clear' };
    const allStop = hosts.every((host) => !host.onRoute || host.event !== null);
    return {
      result: 'found',
      findings: [
        {
          code: 'local.ipv6-broken',
          says: 'no-route',
          subject: hereSubject('IPv6'),
          confidence: tried.length > 1 ? 'certain' : 'likely',
          ...(allStop ? { severity: 'error' as const } : {}),
          arguments: { family: 6, hosts: stuck.map(({ address }) => address) },
          evidence: stuck.flatMap(({ evidence }) => evidence),
        },
      ],
    };
  },
});
