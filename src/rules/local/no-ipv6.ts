/**
 * Exchanges that can be reached over IPv6 only, while this machine has no IPv6.
 */
import { hereSubject } from '../../facts/case-subjects.js';
import { hostResults } from '../../facts/host-results.js';
import { defineRule, type RuleFinding } from '../../model/rule.js';

export default defineRule({
  id: 'local/no-ipv6',
  needs: { hosts: hostResults },
  says: {
    'local.no-ipv6': {
      description: 'The route, or a part of it, needs IPv6 and the machine of the trace has none.',
      variants: {
        'all-exchanges': {
          title: 'Every mail server of this domain has an IPv6 address only, and this machine has no IPv6.',
          explanation: 'A sender with IPv6 may get through; from here nothing can be asked of {exchanges}.',
          severity: 'error',
          responsible: 'local',
          alsoInform: ['recipient-mail'],
          remedy: [
            'Run the trace on a machine with IPv6, or give this one an IPv6 address and route.',
            'Tell the recipient that senders without IPv6, still many, cannot reach {exchanges}.',
          ],
          waitingHelps: 'no',
        },
        'some-exchanges': {
          title: 'Some of the mail servers have an IPv6 address only, and this machine has no IPv6.',
          explanation: '{exchanges} could not be asked from here; the others can be reached over IPv4.',
          severity: 'notice',
          responsible: 'local',
          remedy: [],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 3974 section 2'],
      explains: [],
    },
  },
  evaluate({ hosts }) {
    const onRoute = hosts.filter((host) => host.onRoute);
    const without = onRoute.filter(({ connect }) => connect?.outcome.state === 'skipped' && connect.outcome.reason === 'no-family');
    if (onRoute.every(({ family }) => family === 4)) return { result: 'not-applicable', reason: 'the route has no IPv6 addresses' };
    const names = new Set(without.filter(({ family }) => family === 6).map(({ exchange }) => exchange.exchange));
    const only = [...names].filter((name) => onRoute.every(({ exchange, family }) => exchange.exchange !== name || family === 6));
    if (only.length === 0) return { result: 'clear' };
    const finding: RuleFinding = {
      code: 'local.no-ipv6',
      says: without.length === onRoute.length ? 'all-exchanges' : 'some-exchanges',
      subject: hereSubject('IPv6'),
      confidence: 'certain',
      arguments: { exchanges: only },
      evidence: ['source/6', ...without.map(({ connect }) => connect?.id ?? '')].filter((id) => id !== ''),
    };
    return { result: 'found', findings: [finding] };
  },
});
