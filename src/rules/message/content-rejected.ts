/**
 * Something in the message is refused: a kind of attachment, a link, a word.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'message/content-rejected',
  says: {
    'message.content-rejected': {
      description: 'Something in the message is refused: a kind of attachment, a link, a word.',
      variants: {
        content: {
          title: 'The content of the message is refused by {server}.',
          explanation:
            'The server read the message and found something that it never takes: programs and scripts, also within archives, archives with a password, office files with macros, a link, a forbidden word. It is about the content, not about sender or recipient: a plain message would pass.',
          severity: 'error',
          responsible: 'sender-user',
          alsoInform: ['recipient-mail'],
          remedy: [
            'Send a short plain message first, to see that it passes.',
            'Then send the file another way: a link to a share, another format. Renaming or zipping rarely helps.',
            'Where the reply names what it found, take that out: {reply}.',
            'At the recipient, if such files are wanted: allow the type for this sender (Microsoft 365: anti-malware policy, common attachments filter; Postfix: header_checks, mime_header_checks, body_checks; Amavis: banned_filename_re).',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 3463 section 3.8 (X.7.1)', 'Google: File types blocked in Gmail'],
      explains: [],
    },
  },
});
