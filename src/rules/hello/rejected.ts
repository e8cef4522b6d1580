/**
 * The name given at EHLO and HELO is refused.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'hello/rejected',
  says: {
    'hello.rejected': {
      description: 'The name given at EHLO and HELO is refused.',
      variants: withUntold('rejected', {
        title: 'The name {helo}, with which the sender introduces itself, is refused by {server}.',
        untold: 'The name with which the sender introduces itself is refused by the server.',
        explanation:
          'A sending server gives its full name in EHLO. Refused are names without a dot, localhost, bare addresses, names that do not exist in DNS, and, as plain forgery, the name of the recipient itself. Some servers refuse at EHLO, many only at RCPT.',
        severity: 'error',
        responsible: 'sender-mail',
        alsoInform: ['sender-dns'],
        remedy: [
          'Let the server introduce itself with a full name of its own: myhostname or smtp_helo_name (Postfix), primary_hostname or helo_data on the smtp transport (Exim), Set-SendConnector -Fqdn (Exchange).',
          'See that the name has an address: dig {helo} A; best is the name that the PTR record of the sending address gives.',
          'Trace with the name that your mail server uses: --helo.',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 5321 section 4.1.1.1', 'RFC 5321 section 2.3.5', 'Postfix: smtpd_helo_restrictions'],
      explains: [],
    },
  },
});
