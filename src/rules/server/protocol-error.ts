/**
 * The server does not take a command that it should understand, or holds it to be out of order.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'server/protocol-error',
  says: {
    'server.protocol-error': {
      description: 'The server does not understand or not accept a command that it should.',
      variants: {
        refused: {
          title: 'A correct command is answered with a protocol error by {server}.',
          explanation:
            'What it refused was sent at {stage}, in the order and the grammar of RFC 5321. A server that does not understand that is broken, is a filter in front of one, or counts earlier errors of the same client. In a bounce it may also be the sending program that spoke wrongly.',
          severity: 'error',
          responsible: 'recipient-mail',
          alsoInform: ['sender-mail'],
          remedy: [
            'At the recipient: see what answers on port 25: a firewall with "SMTP inspection" or "fixup" (Cisco ASA: no inspect esmtp), a proxy, an anti-virus gateway. Switch its SMTP rewriting off.',
            'At the sender, where your own mail server gets this reply: compare its conversation with this one; parameters such as SIZE, BODY or SMTPUTF8 may only be sent where EHLO announced them.',
            'Play it by hand: swaks --to {recipient} --server {exchange} --quit-after RCPT.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5321 section 4.1.4', 'RFC 5321 section 4.2.4', 'RFC 3463 section 3.6 (X.5.0 to X.5.5)'],
      explains: [],
    },
  },
});
