/**
 * The sender's own provider has blocked the account or the whole customer.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'sender/account-blocked',
  says: {
    'sender.account-blocked': {
      description: "The sender's own provider has blocked the account.",
      variants: {
        blocked: {
          title: "The sender's own provider has blocked the account from sending.",
          explanation:
            'The refusal comes from the side of the sender, before the mail went out. Providers block an account that sends spam, mostly because somebody else has its password, or that is not paid for. The recipient has nothing to do with it.',
          severity: 'error',
          responsible: 'sender-mail',
          alsoInform: ['sender-user'],
          remedy: [
            'Change the password, end all sessions, switch on a second factor, and remove rules and forwards that are not yours.',
            'Microsoft 365: an administrator lifts it under security.microsoft.com, Restricted entities (Remove-BlockedSenderAddress); a whole tenant only through support. Google Workspace: restore the user in the Admin console.',
            'Elsewhere: ask the support of the provider, and say what you have repaired.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 5248 section 2.4 (X.7.13)', 'Microsoft: Remove blocked users from the Restricted entities page'],
      explains: [],
    },
  },
});
