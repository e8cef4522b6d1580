/**
 * The message is larger than the server, the mailbox or a rule there allows.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'message/too-large',
  says: {
    'message.too-large': {
      description: 'The message is too large.',
      variants: {
        'too-large': {
          title: 'The message is too large for {server}.',
          explanation:
            'Each server and each mailbox sets the largest message that it takes. This server announces {limitBytes}. The trace asked for {sizeBytes}. Attachments grow by a third on the way, since they are encoded; a limit of 25 MB takes files of about 18 MB.',
          severity: 'error',
          responsible: 'sender-user',
          alsoInform: ['recipient-mail'],
          remedy: [
            'Send a link to the file, or smaller parts.',
            'At the recipient, to take more: message_size_limit (Postfix, bytes; also mailbox_size_limit and virtual_mailbox_limit), message_size_limit (Exim), Set-TransportConfig -MaxReceiveSize and Set-Mailbox -MaxReceiveSize (Exchange, Microsoft 365).',
            'If the message is small: too many attachments or too long headers count as well at Gmail and Microsoft.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 1870 section 6', 'RFC 5321 section 4.5.3.1.7', 'RFC 3463 section 3.3 (X.2.3) and 3.4 (X.3.4)'],
      explains: [],
    },
  },
});
