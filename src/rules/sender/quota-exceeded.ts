/**
 * The sender's own provider counts too many messages or recipients.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'sender/quota-exceeded',
  says: {
    'sender.quota-exceeded': {
      description: "The sender's own provider counts too many messages.",
      variants: {
        exceeded: {
          title: "The sender's own provider has counted too many messages or recipients.",
          explanation:
            'The refusal comes from the side of the sender, before the mail went out: a limit for a day or an hour is used up (2,000 messages at Google Workspace, 10,000 recipients at Microsoft 365, less in trials). The count frees itself by and by. Whoever has not sent so much should think of a stolen password.',
          severity: 'error',
          responsible: 'sender-user',
          alsoInform: ['sender-mail'],
          remedy: [
            'Wait for the span that the limit is counted over, mostly 24 hours, then send the message again.',
            'Look for mail that you did not write: sent folder, message trace; if there is some, change the password at once.',
            'For newsletters use a service made for that; for machines a relay with a limit of its own.',
          ],
          waitingHelps: 'yes',
        },
      },
      references: ['Google: Gmail sending limits in Google Workspace', 'Microsoft: Exchange Online limits, sending limits'],
      explains: [],
    },
  },
});
