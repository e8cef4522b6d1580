/**
 * The mailbox has moved, or the address belongs to somebody else now (RFC 7293).
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'recipient/moved',
  says: {
    'recipient.moved': {
      description: 'The mailbox has moved to another address, and mail is not forwarded.',
      variants: withUntold('moved', {
        title: 'The mailbox {recipient} has moved, and its mail is not forwarded.',
        untold: 'The mailbox has moved, and its mail is not forwarded.',
        explanation:
          'The server no longer delivers to this address. The new one stands in its reply where it gives one; no sender follows that by itself, since anybody could write it there. The reply: {reply}. It can also say that the address has a new owner, so that old mail is kept from a stranger.',
        severity: 'error',
        responsible: 'sender-user',
        alsoInform: ['recipient-mail'],
        remedy: [
          'Ask the person for the new address; check one that stands in the reply before you write to it.',
          'Correct the address in address books and lists.',
          'At the recipient: a forward for some months spares senders this (Postfix: virtual_alias_maps rather than relocated_maps; Exchange: Set-Mailbox -ForwardingSmtpAddress).',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 5321 section 3.4', 'RFC 3463 section 3.2 (X.1.6)', 'RFC 7293 section 6'],
      explains: [],
    },
  },
});
