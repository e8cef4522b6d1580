/**
 * A reply or a report says that the recipient's domain does not exist, that its lookup failed, or that its signatures do not hold.
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
    'domain.dnssec-bogus': {
      description: 'The DNSSEC signatures of the domain or of an exchange do not validate.',
      variants: withUntold('reported', {
        title: 'The DNSSEC signatures of {domain} or of its exchanges do not validate, says {server}.',
        untold: "The DNSSEC signatures of the recipient's domain or of its exchanges do not validate.",
        explanation:
          'The sender validates, and takes no record whose signature does not hold: it has expired, is missing, or does not fit the DS record at the parent. Senders that do not validate get through.',
        severity: 'error',
        responsible: 'recipient-dns',
        alsoInform: ['sender-mail'],
        remedy: [
          'Look at the chain of {domain} and of the names in its MX: delv {domain} MX, or dnsviz.net.',
          'Sign the zone anew, or have its signer renew the signatures; if it is no longer signed, or its keys changed, correct or remove the DS record at the registrar.',
          'See whether it holds now: mailwhy {domain}.',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 4035 section 5.5', 'RFC 8914 section 4.7'],
      explains: [],
    },
  },
});
