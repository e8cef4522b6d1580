/**
 * A firewall on the way rewrites SMTP: asterisks in the greeting, XXXX in the place of STARTTLS (Cisco PIX and ASA "fixup").
 */
import { hostArguments } from '../../facts/host-arguments.js';
import { type HostResult, hostResults } from '../../facts/host-results.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'path/smtp-rewritten',
  needs: { hosts: hostResults },
  says: {
    'path.smtp-rewritten': {
      description: 'A firewall rewrites SMTP on its way.',
      variants: {
        rewritten: {
          title: 'A firewall rewrites SMTP on the way to {exchange} [{address}].',
          explanation:
            '{sign}. Such an "SMTP fixup" hides what the server can do (STARTTLS, SIZE) and is known to break messages whose final dot arrives in a packet of its own.',
          severity: 'warning',
          responsible: 'recipient-mail',
          alsoInform: ['network'],
          remedy: [
            'On the firewall before {exchange}: switch SMTP inspection off (Cisco ASA: no inspect esmtp; PIX: no fixup protocol smtp 25).',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 2979 section 3.1.1', 'RFC 3207 section 6'],
      explains: [{ code: 'tls.not-offered', scope: 'same' }],
    },
  },
  evaluate({ hosts }) {
    return concludeFindings(
      hosts.flatMap((host) => {
        const sign = signOf(host);
        return sign === null
          ? []
          : [
              {
                code: 'path.smtp-rewritten',
                says: 'rewritten',
                subject: host.subject,
                confidence: 'likely',
                arguments: { ...hostArguments(host), sign },
                evidence: host.evidence,
              },
            ];
      }),
    );
  },
});

function signOf({ smtp }: HostResult): string | null {
  const greeting = smtp?.exchanges.find(({ stage }) => stage === 'greeting')?.reply?.lines[0]?.text ?? '';
  if (/^220[ -][*0 2]*\*{6,}/.test(greeting)) return 'Its greeting consists of asterisks';
  const keywords = smtp?.extensionsBeforeTls ?? smtp?.extensions ?? [];
  return keywords.some((keyword) => /^X{4,}[A-Z]?$/.test(keyword)) ? 'The keywords of its EHLO reply are crossed out with X' : null;
}
