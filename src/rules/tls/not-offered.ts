/**
 * The server does not offer STARTTLS: mail goes there in plain text.
 */
import { hostArguments } from '../../facts/host-arguments.js';
import { type HostResult, hostResults } from '../../facts/host-results.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'tls/not-offered',
  needs: { hosts: hostResults },
  says: {
    'tls.not-offered': {
      description: 'The server does not offer STARTTLS.',
      variants: {
        'not-offered': {
          title: '{exchange} [{address}] does not offer TLS.',
          explanation:
            'Mail reaches it in plain text. Senders that demand encryption (by MTA-STS, DANE or a rule of their own) do not deliver there.',
          severity: 'notice',
          responsible: 'recipient-mail',
          remedy: ['At the recipient: give {exchange} a certificate and offer STARTTLS.'],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 3207 section 4', 'RFC 7435'],
      explains: [],
    },
  },
  evaluate({ hosts }) {
    const greeted = hosts.filter(saidHello);
    if (greeted.length === 0) return { result: 'not-applicable', reason: 'no server got as far as EHLO' };
    return concludeFindings(
      greeted
        .filter(({ smtp }) => !offersTls(smtp?.extensionsBeforeTls ?? smtp?.extensions ?? []))
        .map((host) => ({
          code: 'tls.not-offered',
          says: 'not-offered',
          subject: host.subject,
          confidence: 'certain',
          arguments: hostArguments(host),
          evidence: host.evidence,
        })),
    );
  },
});

function saidHello({ smtp }: HostResult): boolean {
  return smtp?.exchanges.some(({ stage, reply }) => stage === 'hello' && reply !== null && reply.code < 300) ?? false;
}

function offersTls(keywords: readonly string[]): boolean {
  return keywords.some((keyword) => keyword.toUpperCase() === 'STARTTLS');
}
