/**
 * No answer at all: not to ping, not on port 25, not on a second port. Down, or it drops us.
 */
import { hostArguments } from '../../facts/host-arguments.js';
import { silentHosts } from '../../facts/silent-hosts.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'host/silent',
  needs: { silent: silentHosts },
  says: {
    'host.silent': {
      description: 'The host answers nothing: no ping, not port 25, no second port.',
      variants: {
        silent: {
          title: '{exchange} [{address}] gives no sign of life: it is down, or drops what comes from here.',
          explanation:
            'Nothing answered on port {port} for {waitedMs}, and neither ping nor port 587 did. From here a dead host looks the same as a firewall that drops everything. This trace waited {waitedMs}; {patientSender} waits {patientMs}.',
          severity: 'error',
          responsible: 'recipient-mail',
          alsoInform: ['network'],
          remedy: [
            'At the recipient: see whether {exchange} [{address}] is up, and whether a firewall drops what comes from here.',
            'Trace the same address from another network: that tells a dead host from a filter against this one.',
          ],
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 5321 section 4.5.4.1'],
      explains: [],
    },
  },
  evaluate({ silent }) {
    return concludeFindings(
      silent
        .filter(({ how, signs }) => how === 'silent' && signs.length === 0)
        .map(({ host, waitedMs, patient, evidence }) => ({
          code: 'host.silent',
          says: 'silent',
          subject: host.subject,
          confidence: 'likely',
          arguments: {
            ...hostArguments(host),
            port: host.connect?.port ?? 25,
            waitedMs,
            patientSender: patient?.name ?? 'no common sender',
            patientMs: patient?.waitMs ?? waitedMs,
          },
          evidence,
        })),
    );
  },
});
