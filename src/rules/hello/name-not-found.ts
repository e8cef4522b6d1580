/**
 * The name given in EHLO has no address: some servers refuse it, often only at RCPT or after DATA.
 */
import { senderStanding } from '../../facts/sender-standing.js';
import { clear, defineRule } from '../../model/rule.js';

export default defineRule({
  id: 'hello/name-not-found',
  needs: { standing: senderStanding },
  says: {
    'hello.name-not-found': {
      description: 'The name given in EHLO does not exist or has no address.',
      variants: {
        'not-found': {
          title: 'The name given in EHLO, {name}, does not lead to any address.',
          explanation: 'Servers that look it up refuse it, often only at RCPT or after the message is sent.',
          severity: 'warning',
          responsible: 'sender-mail',
          alsoInform: ['sender-dns'],
          remedy: ['Give the mail server a full name that has an address record, and greet with that (--helo; Postfix: smtp_helo_name).'],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5321 section 4.1.1.1'],
      explains: [],
    },
  },
  evaluate({ standing: { helo } }) {
    if (helo === null) return { result: 'not-applicable', reason: 'no name was given in EHLO' };
    if (helo.state === 'unknown') return { result: 'could-not-tell', reason: 'the name given in EHLO could not be looked up' };
    if (helo.state === 'found') return clear;
    return {
      result: 'found',
      findings: [
        {
          code: 'hello.name-not-found',
          says: 'not-found',
          subject: { kind: 'sender', name: helo.name, within: [] },
          confidence: 'certain',
          arguments: { name: helo.name },
          evidence: helo.evidence,
        },
      ],
    };
  },
});
