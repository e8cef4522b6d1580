/**
 * The message is taken for spam.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'message/spam',
  says: {
    'message.spam': {
      description: 'The message is taken for spam.',
      variants: {
        spam: {
          title: 'The message is taken for spam by {server}.',
          explanation:
            'A filter added up what it does not like: words and links, missing authentication, the reputation of the sender, a message that many got alike. A wrong verdict is common for short messages with one link, for templates, and for new domains. The reply may name the filter: {provider}.',
          severity: 'error',
          responsible: 'sender-mail',
          alsoInform: ['sender-user', 'recipient-mail'],
          remedy: [
            'Send a plain message of two lines from the same account: if that passes, it is the content, otherwise the sender.',
            'Content: take out link shorteners, links that show another address than they lead to, and lone images; look each domain up at check.spamhaus.org and uribl.com.',
            'Sender: see that SPF, DKIM and DMARC pass, and that no hacked account or form sends through you.',
            'Newsletters: send only to who asked for it, with List-Unsubscribe (RFC 8058).',
            'At the recipient: find the message in the log or quarantine of the filter and release it, or report it as wrongly taken (Microsoft 365: Submissions; rspamd: rspamc learn_ham; SpamAssassin: sa-learn --ham).',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 3463 section 3.8 (X.7.1)', 'RFC 8058', 'Google: Email sender guidelines'],
      explains: [],
    },
  },
});
