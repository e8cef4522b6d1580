/**
 * A server says that the recipient's address is malformed, or that it takes no address outside ASCII.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'address/reported',
  says: {
    'address.malformed': {
      description: 'The text is no address that RFC 5321 allows.',
      variants: withUntold('reported', {
        title: 'The address {recipient} is malformed in the eyes of {server}.',
        untold: 'The address of the recipient is malformed in the eyes of the server.',
        explanation:
          'The server does not take the text for an address: a space, a comma for a dot, a missing domain, brackets or a display name left in. Some servers also refuse addresses that the standard allows, with a quoted part or an uncommon character before the @.',
        severity: 'error',
        responsible: 'sender-user',
        alsoInform: ['recipient-mail'],
        remedy: [
          'Look at the address character by character, in the address book too; type it anew rather than copy it.',
          'If it is right as it stands: ask the recipient for one with letters, digits, dot and hyphen only.',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 5321 section 4.1.2', 'RFC 3463 section 3.2 (X.1.3)'],
      explains: [],
    },
    'address.utf8-unsupported': {
      description: 'The address needs SMTPUTF8, and the server does not offer it.',
      variants: withUntold('reported', {
        title: 'The address {recipient} has characters outside ASCII, which {server} does not take.',
        untold: 'The address has characters outside ASCII, which the server does not take.',
        explanation:
          'Letters such as ø or 名 before the @ need SMTPUTF8 on every server that the message passes. One of them does not know it, so the message cannot go on. The domain alone may have such letters: it is translated.',
        severity: 'error',
        responsible: 'recipient-mail',
        alsoInform: ['sender-user'],
        remedy: [
          'Ask the recipient for an address in plain ASCII letters.',
          'At the recipient: switch SMTPUTF8 on at every server on the way (Postfix: smtputf8_enable = yes; Exim: smtputf8_advertise_hosts = *).',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 6531 section 3.2', 'RFC 6531 section 4.5 (X.6.7)'],
      explains: [],
    },
  },
});
