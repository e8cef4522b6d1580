/**
 * A reply or a report says that the recipient's domain does not exist, or that its lookup failed.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'domain/reported',
  says: {
    'domain.not-found': {
      description: 'The domain does not exist.',
      variants: withUntold('reported', {
        title: 'The domain {domain} does not exist, says {server}.',
        untold: "The recipient's domain does not exist.",
        explanation:
          'The server that refused looked the domain up and found nothing: it is misspelt, has lapsed, or is not known in the DNS that this server asks. Where the domain can be found from here, that server has an old answer or a DNS of its own.',
        severity: 'error',
        responsible: 'sender-user',
        alsoInform: ['recipient-dns'],
        remedy: [
          'Compare the spelling of the domain with an older mail or with the web site of the recipient.',
          'See whether it exists: dig {domain} SOA, and whois {domain} for a lapsed one.',
          'It exists: at the server that refused, clear the cache of its resolver (rndc flushname {domain}, unbound-control flush_zone {domain}).',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 5321 section 5.1', 'RFC 3463 section 3.2 (X.1.2)'],
      explains: [],
    },
    'domain.lookup-failed': {
      description: 'The lookup of the domain failed.',
      variants: withUntold('reported', {
        title: 'The lookup of {domain} failed, says {server}.',
        untold: "The lookup of the recipient's domain failed.",
        explanation:
          'The server that refused asked for the domain or its MX and got an error or no answer. The name servers of the domain do not answer, disagree or fail DNSSEC, or the resolver of that server has trouble of its own. Senders keep the message and try again.',
        severity: 'error',
        responsible: 'recipient-dns',
        alsoInform: ['sender-mail'],
        remedy: [
          'See which name server fails: mailwhy {domain}, or dig +trace {domain} MX.',
          'At the server that refused: ask its own resolver (dig {domain} MX), and again with +cd: if only that answers, DNSSEC fails.',
          'At the recipient: let all name servers of the domain answer alike.',
        ],
        waitingHelps: 'unknown',
      }),
      references: ['RFC 5321 section 5.1', 'RFC 3463 section 3.5 (X.4.3, X.4.4)'],
      explains: [],
    },
  },
});
