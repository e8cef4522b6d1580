/**
 * Refused for who connects, no list named: a block of the server's own.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'sender/blocked',
  says: {
    'sender.blocked': {
      description: 'The server refuses whoever connects from here, and names no list.',
      variants: {
        blocked: {
          title: 'The sending address is blocked by {server}, by a list of its own.',
          explanation:
            'The refusal is about the address or network that connects, not about sender, recipient or message. The reply names the address that it saw: {quotedAddresses}. Large providers keep such lists themselves: for spam from there, for neighbours in the same network, for dynamic addresses, for servers that they have never seen.',
          severity: 'error',
          responsible: 'sender-mail',
          alsoInform: ['recipient-mail'],
          remedy: [
            'First see that nothing here sends spam: queue, log, hacked accounts, other machines behind the same public address.',
            'Then ask to be removed, as the reply says: {links}.',
            'Microsoft 365: sender.office.com (5.7.606 to 5.7.649), or delist@microsoft.com (5.7.511). Outlook.com: the sender support form and SNDS. Yahoo: Sender Hub, support request. Telekom (t-online.de): tosa@rx.t-online.de.',
            'In a network that is blocked as a whole (many cheap hosts): send through a relay with a good name.',
            'At the recipient: allow the address where the mail is wanted.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 3463 section 3.8 (X.7.1)', 'Microsoft: Use the delist portal to remove yourself from the blocked senders list'],
      explains: [],
    },
  },
});
