/**
 * The host is up (ping or another port says so) and port 25 is silent, or a firewall says that it is prohibited.
 */
import { hostArguments } from '../../facts/host-arguments.js';
import { silentHosts } from '../../facts/silent-hosts.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

const remedy = [
  "At the recipient: let TCP port 25 in to {exchange} [{address}] on its firewall and its provider's.",
  'Trace the same address from another network: if it gets through there, the filter is against this network.',
];
const common = { severity: 'error', responsible: 'network', alsoInform: ['recipient-mail'], remedy, waitingHelps: 'no' } as const;

export default defineRule({
  id: 'port/filtered',
  needs: { silent: silentHosts },
  says: {
    'port.filtered': {
      description: 'The host is up, and port 25 is silent or prohibited: a filter drops it.',
      variants: {
        silent: {
          ...common,
          title: '{exchange} [{address}] is up, but its port {port} is filtered.',
          explanation:
            'It answers ({signs}), yet nothing came back from port {port} for {waitedMs}: a firewall on the way or on the host drops it. This trace waited {waitedMs}; {patientSender} waits {patientMs}.',
        },
        prohibited: {
          ...common,
          title: 'A firewall prohibits the connection to port {port} of {exchange} [{address}].',
          explanation:
            'An ICMP message says that the connection is administratively prohibited. It comes from the host, or from a router on the way.',
        },
      },
      references: ['RFC 5321 section 4.5.4.1', 'RFC 1812 section 5.2.7.1'],
      explains: [],
    },
  },
  evaluate({ silent }) {
    return concludeFindings(
      silent
        .filter(({ how, signs }) => how === 'prohibited' || signs.length > 0)
        .map(({ host, how, signs, waitedMs, patient, evidence }) => ({
          code: 'port.filtered',
          says: how,
          subject: host.subject,
          confidence: how === 'prohibited' ? 'certain' : 'likely',
          arguments: {
            ...hostArguments(host),
            port: host.connect?.port ?? 25,
            signs: [...signs],
            waitedMs,
            patientSender: patient?.name ?? 'no common sender',
            patientMs: patient?.waitMs ?? waitedMs,
          },
          evidence,
        })),
    );
  },
});
