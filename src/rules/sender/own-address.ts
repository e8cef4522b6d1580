/**
 * The reverse name of the address that the trace comes from: many servers refuse without one, some only after DATA.
 */
import { senderStanding } from '../../facts/sender-standing.js';
import { spokenReplies } from '../../facts/spoken-replies.js';
import { concludeFindings, defineRule } from '../../model/rule.js';

const common = { severity: 'warning', responsible: 'sender-dns', waitingHelps: 'no' } as const;

export default defineRule({
  id: 'sender/own-address',
  needs: { standing: senderStanding, replies: spokenReplies },
  says: {
    'sender.no-reverse-dns': {
      description: 'The sending address has no reverse name (PTR), or one that does not lead back to it.',
      variants: {
        'no-ptr': {
          ...common,
          title: 'The address {address} that this trace comes from has no reverse name (PTR).',
          explanation:
            'Many servers, Gmail among them, refuse mail from such an address, some only after the message is sent: an accepted recipient then proves little.',
          remedy: [
            'Ask the provider of {address} to set its PTR record to the full name of the mail server.',
            'Give that name an address record that leads back to {address}.',
          ],
        },
        'not-confirmed': {
          ...common,
          title: 'The reverse name of {address}, {names}, does not lead back to it.',
          explanation: 'Servers compare both directions and refuse mail where they differ, some only after the message is sent.',
          remedy: ['Give {names} an address record with {address}, or correct the PTR record.'],
        },
      },
      references: ['RFC 1912 section 2.1', 'RFC 8601 section 3'],
      explains: [],
    },
  },
  evaluate({ standing, replies }) {
    if (replies.some(({ meaning }) => meaning.code === 'sender.no-reverse-dns'))
      return { result: 'not-applicable', reason: 'a server has refused for it' };
    if (standing.sources.length === 0) return { result: 'not-applicable', reason: 'no public source address is known' };
    const bad = standing.sources.filter(({ reverse }) => reverse === 'no-name' || reverse === 'not-confirmed');
    if (bad.length === 0 && standing.sources.every(({ reverse }) => reverse === 'unknown')) {
      return { result: 'could-not-tell', reason: 'the reverse name of the source address could not be looked up' };
    }
    return concludeFindings(
      bad.map(({ address, reverse, names, evidence }) => ({
        code: 'sender.no-reverse-dns',
        says: reverse === 'no-name' ? 'no-ptr' : 'not-confirmed',
        subject: { kind: 'source', name: address, within: [] },
        confidence: 'certain',
        arguments: { address, names: [...names] },
        evidence,
      })),
    );
  },
});
