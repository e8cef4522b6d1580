/**
 * The message needs an encoding that the server does not take: 8-bit, binary, UTF-8 headers, a media type.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'message/encoding',
  says: {
    'message.encoding': {
      description: 'The message needs an encoding that the server does not take.',
      variants: {
        encoding: {
          title: 'The encoding of the message is not taken by {server}.',
          explanation:
            'The message has octets above 127, headers in plain UTF-8 or a media type that a server on its way can neither pass on nor convert. A sending server should convert what the next one does not announce (8BITMIME, SMTPUTF8), or bounce.',
          severity: 'error',
          responsible: 'sender-mail',
          alsoInform: ['recipient-mail'],
          remedy: [
            'Send text and attachments as quoted-printable or base64, and headers as encoded words (=?UTF-8?...?=).',
            'Postfix converts by itself unless disable_mime_output_conversion = yes; look also at smtputf8_enable, and set smtputf8_autodetect_classes = sendmail, verify.',
            'At the recipient: announce 8BITMIME and SMTPUTF8 on every server that the message passes, the filter behind the first one too.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 6152 section 3', 'RFC 6531 section 3.5', 'RFC 3463 section 3.7 (X.6.1 to X.6.5)'],
      explains: [],
    },
  },
});
