/**
 * The other side says nothing useful: a refusal of which only the class can be read.
 */
import { ownSide, replyRule } from '../reply-rule.js';

const common = { severity: 'error', responsible: 'recipient-mail', alsoInform: ['sender-mail'] } as const;
const askThere =
  'Ask the postmaster there, from another address or by phone, with the reply as it is, its time, and the address that you send from.';
const look = 'At the recipient: look in the log of {server} at the time of the reply, and let the reply say the reason.';

export default replyRule({
  id: 'reply/undisclosed',
  says: {
    'reply.undisclosed': {
      description: 'The reply refuses and says nothing useful.',
      variants: {
        ...ownSide({
          title: 'A service or relay that the mail server itself uses does not take the mail, and gives no reason at all.',
          explanation:
            "The whole reason is: {reply}. From it nobody can tell what is wrong, and mailwhy does not guess. It comes from that mail server, its own services or its relay, so nothing is laid at the recipient's door.",
          remedy: [
            'Look in the log of that service or relay at the time of the try: it says more there.',
            'Look in the log of that mail server as well: the lines before it may name what failed.',
          ],
          waitingHelps: 'unknown',
        }),
        'for-good': {
          ...common,
          title: 'The mail is refused by {server}, which gives no reason at all.',
          explanation:
            'The whole reply is: {reply}. From it nobody can tell whether sender, recipient or message is meant, and mailwhy does not guess. It was the answer to {stage}, which narrows it down a little. Senders bounce the message.',
          remedy: [
            'Try another sender (--from), another recipient there, and another network to send from: what passes shows what the refusal is about.',
            askThere,
            look,
          ],
          waitingHelps: 'unknown',
        },
        'for-now': {
          ...common,
          title: 'The mail is put off by {server}, which gives no reason at all.',
          explanation:
            'The whole reply is: {reply}. From it nobody can tell whether sender, recipient or message is meant, and mailwhy does not guess. It was the answer to {stage}, which narrows it down a little. Senders keep the message and try again.',
          remedy: ['Leave the message in the queue; many such replies are gone at the second try.', askThere, look],
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 5321 section 4.2.1', 'RFC 3463 section 3.1 (X.0.0)'],
      explains: [],
    },
  },
  choose: ({ reply }) => (reply.code >= 400 && reply.code < 500 ? 'for-now' : 'for-good'),
});
