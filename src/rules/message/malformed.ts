/**
 * The message itself is malformed: headers that are missing or doubled, bare line feeds, lines that are too long.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'message/malformed',
  says: {
    'message.malformed': {
      description: 'The form of the message is not what the standards ask for.',
      variants: {
        malformed: {
          title: 'The message is malformed, says {server}.',
          explanation:
            'A message needs exactly one From and one Date, at most one of most other headers, lines of at most 998 characters, and CR LF at the end of each. Home-made scripts miss some of that. Since SMTP smuggling became known in 2023, many servers refuse a bare line feed.',
          severity: 'error',
          responsible: 'sender-mail',
          alsoInform: ['sender-user'],
          remedy: [
            'Save the message and look at its headers: From, Date and Message-ID once each, From with one valid address.',
            'Scripts: let a library build the message (Nodemailer, PHPMailer, the email package of Python), and do not print headers by hand.',
            'Bare line feeds (550 5.6.11): send CR LF. Long lines: quoted-printable or base64.',
            'A message that a gateway of yours has changed: compare what went in with what came out.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5322 section 3.6', 'RFC 5322 section 2.1.1', 'RFC 5321 section 2.3.8', 'RFC 3463 section 3.7 (X.6.0)'],
      explains: [],
    },
  },
});
