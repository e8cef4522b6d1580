/**
 * The server hung up in mid-conversation.
 */
import { brokenConversations } from '../../facts/broken-conversations.js';
import { hostArguments } from '../../facts/host-arguments.js';
import { hostResults } from '../../facts/host-results.js';
import { concludeFindings, defineRule } from '../../model/rule.js';
import { stageWords } from '../../model/stage-words.js';

const common = { severity: 'error', responsible: 'recipient-mail', waitingHelps: 'unknown' } as const;

export default defineRule({
  id: 'connection/dropped',
  needs: { hosts: hostResults },
  says: {
    'connection.dropped': {
      description: 'The server hung up in mid-conversation.',
      variants: {
        closed: {
          ...common,
          title: '{exchange} [{address}] hung up at {stage}, without a reply.',
          explanation:
            'A server that goes away without a 421 has crashed, ran into a limit, or a filter before it cut the line. Senders keep the message and try again.',
          remedy: ['At the recipient: look in the log of {exchange} for this connection and why it ended.'],
        },
        flood: {
          ...common,
          title: '{exchange} [{address}] sends without end at {stage}.',
          explanation: 'Its reply went beyond the bounds of this trace without being complete. A mail server would give up too.',
          remedy: ['At the recipient: see what really answers at {exchange}.'],
        },
      },
      references: ['RFC 5321 section 3.8'],
      explains: [],
    },
  },
  evaluate({ hosts }) {
    return concludeFindings(
      brokenConversations(hosts, ['closed', 'reset', 'flood', 'not-smtp'])
        .filter(({ stage }) => stage !== 'greeting')
        .map(({ host, stage, failure }) => ({
          code: 'connection.dropped',
          says: failure === 'flood' || failure === 'not-smtp' ? 'flood' : 'closed',
          subject: host.subject,
          confidence: 'certain',
          arguments: { ...hostArguments(host), stage: stageWords[stage] },
          evidence: host.evidence,
        })),
    );
  },
});
