/**
 * The server refuses this sender address or its domain.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'sender/rejected',
  says: {
    'sender.rejected': {
      description: 'The server refuses the sender address.',
      variants: withUntold('rejected', {
        title: 'The sender {sender} is refused by {server}.',
        untold: 'The sender address is refused by the server.',
        explanation:
          'The refusal is about the address in MAIL FROM or its domain: it stands on a list of the recipient, is not allowed to write there, does not exist at its own domain (some servers ask back), or claims a domain that belongs to the recipient. The same message from another sender may pass.',
        severity: 'error',
        responsible: 'sender-mail',
        alsoInform: ['recipient-mail'],
        remedy: [
          'See that the sender address exists and takes mail: mailwhy and that address.',
          "If it is of the recipient's own domain: send through the server of that domain, with a login.",
          'Trace with another sender of yours (--from): where that passes, ask the administrator there to take {sender} off the list.',
          'At the recipient: look in the log at the time of the reply (Postfix: check_sender_access, reject_unverified_sender, reject_sender_login_mismatch; Microsoft 365: Tenant Allow/Block List).',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 5321 section 3.3', 'RFC 3463 section 3.2 (X.1.0) and 3.8 (X.7.1)'],
      explains: [],
    },
  },
});
