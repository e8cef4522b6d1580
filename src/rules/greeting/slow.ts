/**
 * A greeting later than some senders wait.
 */
import { hostArguments } from '../../facts/host-arguments.js';
import { firstExchange, type HostResult, hostResults } from '../../facts/host-results.js';
import { impatientSenders, normalGreetingMs } from '../../knowledge/greeting-patience.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'greeting/slow',
  needs: { hosts: hostResults },
  says: {
    'greeting.slow': {
      description: 'The greeting comes later than some senders wait.',
      variants: {
        slow: {
          title: '{exchange} [{address}] greets after {waitedMs}.',
          explanation:
            'Mail servers grant five minutes, so most mail gets through. Some wait less, and people who test by hand take it for dead. Slow lookups about the client, load, or a deliberate pause against spammers cause it.',
          severity: 'warning',
          responsible: 'recipient-mail',
          remedy: ['At the recipient: look for slow DNS lookups (reverse names, blocklists) of {exchange} at connect time.'],
          waitingHelps: 'unknown',
        },
        'too-slow': {
          title: '{exchange} [{address}] greets after {waitedMs}, later than {impatient} would wait.',
          explanation: 'RFC 5321 grants five minutes and most senders wait that long; {impatient} would have hung up.',
          severity: 'warning',
          responsible: 'recipient-mail',
          remedy: ['At the recipient: look for slow DNS lookups (reverse names, blocklists) of {exchange} at connect time.'],
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 5321 section 4.5.3.2.1'],
      explains: [],
    },
  },
  evaluate({ hosts }) {
    const slow = hosts.flatMap((host) => {
      const waitedMs = greetingWaitMs(host);
      return waitedMs !== null && waitedMs > normalGreetingMs ? [{ host, waitedMs }] : [];
    });
    return concludeFindings(
      slow.map(({ host, waitedMs }) => {
        const impatient = impatientSenders.filter(({ waitMs }) => waitMs < waitedMs).map(({ name }) => name);
        return {
          code: 'greeting.slow',
          says: impatient.length > 0 ? 'too-slow' : 'slow',
          subject: host.subject,
          confidence: 'certain',
          arguments: { ...hostArguments(host), waitedMs: Math.round(waitedMs), impatient },
          evidence: host.evidence,
        };
      }),
    );
  },
});

function greetingWaitMs({ smtp }: HostResult): number | null {
  const greeting = smtp === null ? null : firstExchange(smtp, 'greeting');
  return greeting?.receivedMs == null ? null : greeting.receivedMs - greeting.sentMs;
}
