/**
 * The reply says something that the knowledge does not cover: read it yourself, it is not guessed at.
 */
import { ownSide, replyRule } from '../reply-rule.js';

const common = { severity: 'error', responsible: 'recipient-mail', alsoInform: ['sender-mail'] } as const;
const readIt = 'Read the reply itself, in a translation where need be: {reply}.';
const follow = 'Follow the link that it gives: {links}.';
const askThere = 'Ask the postmaster there, from another address or by phone, with the reply as it is and its time.';
const report = 'Report the reply to the makers of mailwhy, with the meaning where you learn it: it is then known next time.';

export default replyRule({
  id: 'reply/unrecognised',
  says: {
    'reply.unrecognised': {
      description: 'The reply says something that the knowledge does not cover.',
      variants: {
        ...ownSide({
          title: 'The mail server that has the mail cannot deliver it, for a reason in words that mailwhy does not know.',
          explanation:
            "The reason: {reply}. It comes from that mail server, its own services or its relay, so nothing is laid at the recipient's door; what it means is not guessed.",
          remedy: [
            'Read the reason itself, in a translation where need be: {reply}.',
            'Look in the log of that mail server at the time of the try: the lines before it say more.',
            'Report the reason to the makers of mailwhy, with the meaning where you learn it: it is then known next time.',
          ],
          waitingHelps: 'unknown',
        }),
        'for-good': {
          ...common,
          title: 'The mail is refused by {server} in words that mailwhy does not know.',
          explanation:
            'The reply: {reply}. It gives a reason, and that reason is not among those known here, so nothing is guessed. The code says that it is meant for good: senders bounce the message. It was the answer to {stage}.',
          remedy: [readIt, follow, askThere, report],
          waitingHelps: 'unknown',
        },
        'for-now': {
          ...common,
          title: 'The mail is put off by {server} in words that mailwhy does not know.',
          explanation:
            'The reply: {reply}. It gives a reason, and that reason is not among those known here, so nothing is guessed. The code says that it is meant for now: senders keep the message and try again. It was the answer to {stage}.',
          remedy: ['Leave the message in the queue: it is tried again by itself.', readIt, follow, askThere, report],
          waitingHelps: 'unknown',
        },
      },
      references: ['RFC 5321 section 4.2.1', 'RFC 3463 section 2'],
      explains: [],
    },
  },
  choose: ({ reply }) => (reply.code >= 400 && reply.code < 500 ? 'for-now' : 'for-good'),
});
