/**
 * The server refuses the null sender, so no bounce and no receipt ever reaches it (RFC 5321 section 4.5.5).
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'sender/null-refused',
  says: {
    'sender.null-refused': {
      description: 'The server refuses the null sender <>.',
      variants: {
        refused: {
          title: 'The null sender <> is refused by {server}, so no bounce can reach it.',
          explanation:
            'Bounces, delay notices and receipts are sent with an empty sender, so that they cannot run in circles. A server must take them for every valid recipient. One that refuses them all keeps its own users from learning that their mail failed, and may be listed for it; ordinary mail passes all the same.',
          severity: 'error',
          responsible: 'recipient-mail',
          remedy: [
            'At the recipient: drop the rule that refuses the null sender (Postfix: check_sender_access with an entry for <>, smtpd_null_access_lookup_key; Exim: a deny for senders = :).',
            'Against forged bounces use BATV or a limit instead of refusing all of them.',
            'At the sender: to see what ordinary mail meets, trace with a real sender (--from).',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5321 section 4.5.5', 'RFC 5321 section 6.1'],
      explains: [],
    },
  },
});
