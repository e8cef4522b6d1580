/**
 * The message is taken for a virus, or for one that carries malware or phishing.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'message/virus',
  says: {
    'message.virus': {
      description: 'A virus scanner holds the message to be infected.',
      variants: {
        virus: {
          title: 'The message is taken for infected by {server}.',
          explanation:
            'A scanner found malware in an attachment or a link, or a pattern that looks like it. It may be wrong, above all with self-made programs, macros and ClamAV rules from third parties. If nobody here wrote the message, somebody else uses the account or the machine.',
          severity: 'error',
          responsible: 'sender-user',
          alsoInform: ['sender-mail', 'recipient-mail'],
          remedy: [
            'Did you write this message? If not: change the password of the account, and look through the sent mail.',
            'Scan the machine and the file with another scanner (virustotal.com, unless the file is confidential).',
            'A wrong verdict: report the file to the maker of the scanner that the reply names: {reply}.',
            'Send the file another way, as a link to a share.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 3463 section 3.8 (X.7.1)', 'ClamAV: Report a false positive'],
      explains: [],
    },
  },
});
