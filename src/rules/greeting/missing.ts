/**
 * Connected, and no greeting within the limit.
 */
import { hostArguments } from '../../facts/host-arguments.js';
import { hostResults } from '../../facts/host-results.js';
import { senderProfiles } from '../../knowledge/senders.js';
import type { SmtpEvidence } from '../../model/evidence.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'greeting/missing',
  needs: { hosts: hostResults },
  says: {
    'greeting.missing': {
      description: 'The connection stands, and the server sends no greeting within the limit.',
      variants: {
        silent: {
          title: '{exchange} [{address}] accepts the connection and then says nothing.',
          explanation:
            'No 220 came for {waitedMs}; {patientSender} waits {patientMs}. The server is overloaded, waits for a slow lookup about the client, or a firewall accepts connections in its place.',
          severity: 'error',
          responsible: 'recipient-mail',
          remedy: [
            'At the recipient: look at the load and the DNS lookups of the mail server on {exchange}; it may wait for the reverse name of its client.',
            'Run the trace again with --patient to wait as long as mail servers do.',
          ],
          waitingHelps: 'unknown',
        },
        unfinished: {
          title: '{exchange} [{address}] never finishes its greeting.',
          explanation:
            'Something came, but no complete reply within {waitedMs}; {patientSender} waits {patientMs}. The server is very slow on purpose (a tarpit), overloaded, or no mail server at all.',
          severity: 'error',
          responsible: 'recipient-mail',
          remedy: [
            'At the recipient: see what listens on port {port} of {exchange}, and whether it slows clients down on purpose.',
            'Run the trace again with --patient to wait as long as mail servers do.',
          ],
          waitingHelps: 'unknown',
        },
        endless: {
          title: '{exchange} [{address}] sends a greeting that never ends.',
          explanation: 'What came filled the bounds of this trace without being a complete reply. A mail server would give up too.',
          severity: 'error',
          responsible: 'recipient-mail',
          remedy: ['At the recipient: see what really listens on port {port} of {exchange}.'],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5321 section 4.5.3.2.1'],
      explains: [],
    },
  },
  evaluate({ hosts }) {
    const patient = senderProfiles[0];
    return concludeFindings(
      hosts.flatMap((host) => {
        const outcome = host.smtp?.outcome;
        if (outcome?.state !== 'failed' || outcome.stage !== 'greeting' || (outcome.failure !== 'timeout' && outcome.failure !== 'flood'))
          return [];
        const waits = { patientSender: patient?.name ?? '', patientMs: patient?.greetingTimeoutMs ?? outcome.waitedMs };
        const waitedMs = Math.round(outcome.waitedMs);
        return [
          {
            code: 'greeting.missing' as const,
            says: outcome.failure === 'flood' ? 'endless' : hasBegunToSpeak(host.smtp) ? 'unfinished' : 'silent',
            subject: host.subject,
            confidence: outcome.failure === 'timeout' && waits.patientMs > waitedMs ? 'likely' : 'certain',
            arguments: { ...hostArguments(host), port: host.connect?.port ?? 25, waitedMs, ...waits },
            evidence: host.evidence,
          } as const,
        ];
      }),
    );
  },
});

/** Whether some of the greeting came, be it an octet. */
function hasBegunToSpeak(smtp: SmtpEvidence | null): boolean {
  return smtp?.transcript.some(({ direction, stage }) => direction === 'received' && stage === 'greeting') ?? false;
}
