/**
 * Outbound port 25 is blocked where the trace runs: unrelated hosts are alive and silent on 25 as well.
 */
import { hereSubject } from '../../facts/case-subjects.js';
import { egress } from '../../facts/egress.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

const families = [4, 6] as const;

export default defineRule({
  id: 'local/egress-blocked',
  needs: { egress },
  says: {
    'local.egress-blocked': {
      description: 'Connections to port 25 do not leave the network in which the trace runs.',
      variants: {
        blocked: {
          title: 'Outbound port 25 over IPv{family} is blocked where this trace runs.',
          explanation:
            'Hosts that have nothing to do with each other ({witnesses}) are alive and yet all silent on port 25. Many access providers and clouds block it for their customers, so this says nothing about the recipient.',
          severity: 'error',
          responsible: 'local',
          alsoInform: ['network'],
          remedy: [
            'Run the trace on the mail server that sends the message, or on a machine whose provider lets port 25 out.',
            'Ask the provider of this network to open outbound port 25, or send through its relay on port 587.',
            'Look for a firewall rule of your own on TCP port 25 outbound.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5068 section 3.1'],
      explains: [
        { code: 'host.silent', scope: 'family' },
        { code: 'port.filtered', scope: 'family' },
        { code: 'route.primary-down', scope: 'all' },
        { code: 'mx.missing', scope: 'all' },
      ],
    },
  },
  evaluate({ egress: states }) {
    const asked = families.filter((family) => states[family].state !== 'not-asked');
    const blocked = asked.filter((family) => states[family].state === 'blocked');
    if (asked.length === 0) return { result: 'not-applicable', reason: 'nothing was silent on port 25' };
    if (blocked.length === 0 && asked.some((family) => states[family].state === 'unknown')) {
      return { result: 'could-not-tell', reason: 'nothing answered on port 25, and no unrelated host could be asked or showed life' };
    }
    return concludeFindings(
      blocked.map((family) => ({
        code: 'local.egress-blocked',
        says: 'blocked',
        subject: hereSubject(`port 25 over IPv${family}`),
        confidence: 'likely',
        arguments: { family, witnesses: [...states[family].witnesses] },
        evidence: states[family].evidence,
      })),
    );
  },
});
