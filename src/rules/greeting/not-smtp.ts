/**
 * What answers on port 25 does not speak SMTP.
 */
import { brokenConversations } from '../../facts/broken-conversations.js';
import { hostArguments } from '../../facts/host-arguments.js';
import { hostResults } from '../../facts/host-results.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'greeting/not-smtp',
  needs: { hosts: hostResults },
  says: {
    'greeting.not-smtp': {
      description: 'What answers on port 25 does not speak SMTP.',
      variants: {
        'not-smtp': {
          title: 'What answers on port {port} of {exchange} [{address}] is no mail server.',
          explanation: 'Its first words are no SMTP greeting: {heard}. Senders keep the message and try again for days.',
          severity: 'error',
          responsible: 'recipient-mail',
          alsoInform: ['recipient-dns'],
          remedy: [
            'At the recipient: see what listens on port {port} of {exchange}, and start the mail server there.',
            'Or correct the MX record, if mail is handled elsewhere.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5321 section 3.1'],
      explains: [],
    },
  },
  evaluate({ hosts }) {
    return concludeFindings(
      brokenConversations(hosts, ['not-smtp'])
        .filter(({ stage }) => stage === 'greeting')
        .map(({ host }) => ({
          code: 'greeting.not-smtp',
          says: 'not-smtp',
          subject: host.subject,
          confidence: 'certain',
          arguments: {
            ...hostArguments(host),
            port: host.connect?.port ?? 25,
            heard: host.smtp?.transcript.find(({ direction }) => direction === 'received')?.line.text.slice(0, 80) ?? 'no text',
          },
          evidence: host.evidence,
        })),
    );
  },
});
