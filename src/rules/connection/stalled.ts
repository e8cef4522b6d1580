/**
 * The server stopped answering in mid-conversation.
 */
import { brokenConversations } from '../../facts/broken-conversations.js';
import { hostArguments } from '../../facts/host-arguments.js';
import { hostResults } from '../../facts/host-results.js';
import { senderProfiles } from '../../knowledge/senders.js';
import { concludeFindings, defineRule } from '../../model/rule.js';
import { stageWords } from '../../model/stage-words.js';

export default defineRule({
  id: 'connection/stalled',
  needs: { hosts: hostResults },
  says: {
    'connection.stalled': {
      description: 'The server stopped answering in mid-conversation.',
      variants: {
        stalled: {
          title: '{exchange} [{address}] stopped answering at {stage}.',
          explanation:
            'It was silent for {waitedMs}; {patientSender} waits {patientMs}. The server is overloaded, waits for something behind it (a recipient check, a filter), or holds unknown clients up on purpose.',
          severity: 'error',
          responsible: 'recipient-mail',
          remedy: [
            'Run the trace again with --patient to wait as long as mail servers do.',
            'At the recipient: look what {exchange} waits for at {stage}: recipient verification, a filter, a directory.',
          ],
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 5321 section 4.5.3.2'],
      explains: [],
    },
  },
  evaluate({ hosts }) {
    const patient = senderProfiles[0];
    return concludeFindings(
      brokenConversations(hosts, ['timeout'])
        .filter(({ stage }) => stage !== 'greeting')
        .map(({ host, stage, waitedMs }) => ({
          code: 'connection.stalled',
          says: 'stalled',
          subject: host.subject,
          confidence: (patient?.replyTimeoutMs ?? 0) > waitedMs ? 'likely' : 'certain',
          arguments: {
            ...hostArguments(host),
            stage: stageWords[stage],
            waitedMs: Math.round(waitedMs),
            patientSender: patient?.name ?? '',
            patientMs: patient?.replyTimeoutMs ?? 0,
          },
          evidence: host.evidence,
        })),
    );
  },
});
