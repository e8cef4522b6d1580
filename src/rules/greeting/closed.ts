/**
 * The server hangs up before it has greeted.
 */
import { brokenConversations } from '../../facts/broken-conversations.js';
import { hostArguments } from '../../facts/host-arguments.js';
import { hostResults } from '../../facts/host-results.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'greeting/closed',
  needs: { hosts: hostResults },
  says: {
    'greeting.closed': {
      description: 'The server accepts the connection and hangs up before it has greeted.',
      variants: {
        closed: {
          title: '{exchange} [{address}] accepts the connection and hangs up without a greeting.',
          explanation:
            'Often a firewall, a TCP wrapper or a connection limit does that to clients it does not like; a crashing mail server looks the same. Senders keep the message and try again.',
          severity: 'error',
          responsible: 'recipient-mail',
          remedy: [
            'At the recipient: look in the log of {exchange} for a connection from here at this minute, and at its connection limits and hosts.deny.',
          ],
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 5321 section 3.1'],
      explains: [],
    },
  },
  evaluate({ hosts }) {
    return concludeFindings(
      brokenConversations(hosts, ['closed', 'reset'])
        .filter(({ stage }) => stage === 'greeting')
        .map(({ host }) => ({
          code: 'greeting.closed',
          says: 'closed',
          subject: host.subject,
          confidence: 'certain',
          arguments: hostArguments(host),
          evidence: host.evidence,
        })),
    );
  },
});
