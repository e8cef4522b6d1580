/**
 * Whether mail could come back to the sender's domain: many servers refuse where it cannot.
 */
import { senderStanding } from '../../facts/sender-standing.js';
import { spokenReplies } from '../../facts/spoken-replies.js';
import { clear, defineRule } from '../../model/rule.js';

const common = { severity: 'warning', responsible: 'sender-dns', waitingHelps: 'no' } as const;

export default defineRule({
  id: 'sender/own-domain',
  needs: { standing: senderStanding, replies: spokenReplies },
  says: {
    'sender.domain-not-found': {
      description: "The sender's domain does not exist, or has neither MX nor address.",
      variants: {
        'own-domain': {
          ...common,
          title: 'The domain of the sender address, {domain}, cannot receive mail: it has neither MX nor address.',
          explanation: 'Many servers refuse a sender that could not be answered, some only after the message is sent.',
          remedy: ['Correct the sender address, or publish an MX record for {domain}.'],
        },
      },
      references: ['RFC 5321 section 3.6.2', 'RFC 7505 section 4.2'],
      explains: [],
    },
    'sender.null-mx': {
      description: "The sender's domain says by a null MX that it takes no mail.",
      variants: {
        'own-domain': {
          ...common,
          title: 'The domain of the sender address, {domain}, says that it takes no mail (a null MX).',
          explanation: 'Many servers refuse a sender that could not be answered, some only after the message is sent.',
          remedy: ['Send from a domain that takes mail, or replace the null MX of {domain} by a real one.'],
        },
      },
      references: ['RFC 7505 section 4.2'],
      explains: [],
    },
  },
  evaluate({ standing: { senderDomain }, replies }) {
    if (replies.some(({ meaning: { code } }) => code === 'sender.domain-not-found' || code === 'sender.null-mx')) {
      return { result: 'not-applicable', reason: 'a server has refused for it' };
    }
    if (senderDomain === null) return { result: 'not-applicable', reason: 'there is no sender domain' };
    if (senderDomain.state === 'unknown') return { result: 'could-not-tell', reason: "the sender's domain could not be looked up" };
    if (senderDomain.state === 'found') return clear;
    return {
      result: 'found',
      findings: [
        {
          code: senderDomain.state === 'null-mx' ? 'sender.null-mx' : 'sender.domain-not-found',
          says: 'own-domain',
          subject: { kind: 'sender', name: senderDomain.name, within: [] },
          confidence: 'certain',
          arguments: { domain: senderDomain.name },
          evidence: senderDomain.evidence,
        },
      ],
    };
  },
});
