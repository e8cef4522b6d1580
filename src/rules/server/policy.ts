/**
 * Refused by a rule of the server that the reply does not name further: only its administrator can tell which.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'server/policy',
  says: {
    'server.policy': {
      description: 'The server refuses by a rule that its reply does not name further.',
      variants: withUntold('policy', {
        title: 'A rule of {server} refuses the mail for {recipient}, and the reply does not say which.',
        untold: 'A rule of the server refuses the mail, and the reply does not say which.',
        explanation:
          'The reply speaks of policy or of access and no more, often so on purpose. Behind it may stand a block of the sending address or domain, missing authentication (SPF, DKIM, DMARC), a filter of content, or a list of who may write. Only the log of that server tells. The number {ticket} in the reply lets its administrator find the entry.',
        severity: 'error',
        responsible: 'recipient-mail',
        alsoInform: ['sender-mail'],
        remedy: [
          'Ask the postmaster there, from another address or by phone, with the reply as it is and its time.',
          'The reply gives an address to read: {links}.',
          "Meanwhile see that your own side is in order: reverse name, SPF, DKIM and DMARC of the sender's domain, and no entry on a blocklist.",
          'At the recipient: search the log of {server} for this time; the rule that refused stands there (Postfix: "NOQUEUE: reject"; Exchange: Get-MessageTrackingLog, Get-TransportRule).',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 5321 section 7.9', 'RFC 3463 section 3.8 (X.7.0, X.7.1)'],
      explains: [],
    },
  },
});
