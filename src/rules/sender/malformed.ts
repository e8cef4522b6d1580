/**
 * The server holds the address in MAIL FROM to be malformed.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'sender/malformed',
  says: {
    'sender.malformed': {
      description: 'The server holds the sender address to be malformed.',
      variants: withUntold('malformed', {
        title: 'The sender address {sender} is malformed in the eyes of {server}.',
        untold: 'The sender address is malformed in the eyes of the server.',
        explanation:
          'The address in MAIL FROM must be a full mailbox: local part, @, a domain with at least one dot. Programs and scripts often send from root, www-data or a name without a domain, or with a display name where only an address belongs.',
        severity: 'error',
        responsible: 'sender-mail',
        alsoInform: ['sender-user'],
        remedy: [
          'Correct the address that the program or server sends from.',
          'Postfix: myorigin and sender_canonical_maps; look at postconf myorigin. Exim: qualify_domain. PHP: sendmail_path = "/usr/sbin/sendmail -t -i -f you@your-domain.example".',
          'Test with swaks --from you@your-domain.example --to {recipient} --quit-after RCPT.',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 5321 section 4.1.2', 'RFC 3463 section 3.2 (X.1.7)'],
      explains: [],
    },
  },
});
