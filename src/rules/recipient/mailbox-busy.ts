/**
 * The mailbox receives too much at the moment: a limit of the provider for each mailbox.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'recipient/mailbox-busy',
  says: {
    'recipient.mailbox-busy': {
      description: 'The mailbox receives too much mail at the moment.',
      variants: withUntold('busy', {
        title: 'The mailbox {recipient} receives more mail than its provider allows at the moment.',
        untold: 'The mailbox receives more mail than its provider allows at the moment.',
        explanation:
          'Providers count the mail that a mailbox gets in an hour, from everybody or from one sender (Gmail 4.2.1, Microsoft 365 5.2.121 and 5.2.122). Something floods it: an alert that fires every second, a list, a loop of automatic answers, an attack. The limit falls away when the flood ends. It asks to come back after {retryAfterMs}.',
        severity: 'error',
        responsible: 'nobody',
        alsoInform: ['recipient-user', 'recipient-mail'],
        remedy: [
          'Leave the message in the queue; a message that has bounced already: send it again in some hours.',
          'If the flood is yours: stop the program that writes so often to {recipient}, or let it send one summary (Postfix: qshape deferred and mailq show what waits).',
          'At the recipient: find who floods the mailbox (Get-MessageTrace in Microsoft 365, Email Log Search in Google Workspace); machines should write to a group or a list, not to a mailbox.',
        ],
        waitingHelps: 'yes',
      }),
      references: [
        'RFC 3463 section 3.3 (X.2.1)',
        'Google: Limits for messages received (support.google.com/mail/?p=ReceivingRate)',
        'Microsoft: Exchange Online limits, receiving limits',
      ],
      explains: [],
    },
  },
});
