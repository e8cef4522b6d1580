/**
 * Refused at RCPT, and the reply does not say why.
 */
import { replyRule, withUntold } from '../reply-rule.js';

const common = { severity: 'error', responsible: 'recipient-mail', alsoInform: ['sender-user'] } as const;
const steps = [
  'Compare the spelling of {recipient} with an older mail from the person, or phone.',
  'Ask for postmaster@{domain} from the same server (mailwhy {recipient} --postmaster): if that is refused as well, the refusal is about you, not about the mailbox.',
  'At the recipient: look in the log of {server} at the time of the reply, and let the reply say the reason.',
];

export default replyRule({
  id: 'recipient/rejected',
  says: {
    'recipient.rejected': {
      description: 'The recipient is refused for a reason that the reply does not give.',
      variants: {
        ...withUntold('for-good', {
          ...common,
          title: 'The recipient {recipient} is refused by {server}, which does not say why.',
          untold: 'The recipient is refused, and the reply does not say why.',
          explanation:
            'The server said no when the recipient was named, and gave no reason that can be read. Most often such a reply means that the mailbox does not exist; it may also be a block of the sender that shows only here. It is not taken for either.',
          remedy: steps,
          waitingHelps: 'no',
        }),
        ...withUntold('for-now', {
          ...common,
          title: 'The recipient {recipient} is put off by {server}, which does not say why.',
          untold: 'The recipient is put off, and the reply does not say why.',
          explanation:
            'The server answered with a temporary code when the recipient was named, and gave no reason that can be read: greylisting, a limit, a check that could not be made. Senders keep the message and try again.',
          remedy: ['Leave the message in the queue; many such replies are gone at the second try.', ...steps],
          waitingHelps: 'unknown',
        }),
      },
      references: ['RFC 5321 section 3.3', 'RFC 5321 section 4.2.3 (550, 450)'],
      explains: [],
    },
  },
  choose: ({ reply }) => (reply.code >= 500 ? 'for-good' : 'for-now'),
});
