/**
 * Too many recipients at once, or recipients that cannot share a message.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'sender/too-many-recipients',
  says: {
    'sender.too-many-recipients': {
      description: 'The message has too many recipients at once.',
      variants: {
        recipients: {
          title: 'Too many recipients at once for {server}.',
          explanation:
            'A server must take 100 recipients in one message and may refuse more; some take fewer, or none that belong to different customers. With a temporary code the sender delivers to the first ones now and to the others at the next try. With a permanent code those that were too many bounce.',
          severity: 'error',
          responsible: 'sender-mail',
          remedy: [
            'With a temporary code: leave the rest in the queue; it goes out at the next try.',
            'Hand over fewer at once: smtp_destination_recipient_limit = 50 (Postfix, default 50), max_rcpt on the smtp transport (Exim), Set-TransportConfig -MaxRecipientEnvelopeLimit (Exchange).',
            'For many recipients use a mailing list or a newsletter service, not one message with a long list.',
          ],
          waitingHelps: 'yes',
        },
      },
      references: ['RFC 5321 section 4.5.3.1.8', 'RFC 5321 section 4.5.3.1.10', 'RFC 3463 section 3.6 (X.5.3)'],
      explains: [],
    },
  },
});
