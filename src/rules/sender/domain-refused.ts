/**
 * The server refuses the sender address because nobody could answer to it: its domain does not exist, or takes no mail.
 */
import { replyRule, withUntold } from '../reply-rule.js';

const common = { severity: 'error', responsible: 'sender-dns', alsoInform: ['sender-mail'], waitingHelps: 'no' } as const;

export default replyRule({
  id: 'sender/domain-refused',
  says: {
    'sender.domain-not-found': {
      description: "The sender's domain does not exist, or has neither MX nor address.",
      variants: withUntold('refused', {
        ...common,
        title: 'The domain of the sender address, {senderDomain}, is not found in DNS by {server}.',
        untold: "The sender's domain is not found in DNS by the server.",
        explanation:
          'A sender that could not be answered is refused: the domain does not exist, has neither MX nor address, or the lookup failed there. With a temporary code senders try again, in vain unless it was a passing failure of DNS. Sender addresses with the inner name of a machine (root@web1.local) are a common reason.',
        remedy: [
          'See what the world sees: dig {senderDomain} MX and dig {senderDomain} A, at a public resolver (dig @9.9.9.9 {senderDomain} MX).',
          'Nothing there: send from a domain that exists, or publish an MX record for it. Postfix: myorigin, sender_canonical_maps; Exim: qualify_domain.',
          'All there: mailwhy {senderDomain} tells whether name servers disagree, do not answer, or DNSSEC fails.',
        ],
      }),
      references: ['RFC 5321 section 3.6.2', 'RFC 3463 section 3.2 (X.1.8)', 'Postfix: reject_unknown_sender_domain'],
      explains: [],
    },
    'sender.null-mx': {
      description: "The sender's domain says by a null MX that it takes no mail.",
      variants: withUntold('refused', {
        ...common,
        title: "The sender's domain {senderDomain} takes no mail itself (a null MX), so {server} refuses mail from it.",
        untold: "The sender's domain takes no mail itself (a null MX), so the server refuses mail from it.",
        explanation:
          'A domain with "MX 0 ." says that nobody reads mail there. An answer or a bounce could not be delivered, so servers may refuse such a sender for good.',
        remedy: [
          'Send from a domain that takes mail.',
          'Or replace the null MX of {senderDomain} by a real one, and read what comes back (dig {senderDomain} MX).',
        ],
      }),
      references: ['RFC 7505 section 4.2', 'RFC 7505 section 6'],
      explains: [],
    },
  },
});
