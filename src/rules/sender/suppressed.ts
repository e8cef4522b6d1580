/**
 * The sender's own service holds the recipient on its suppression list and does not even try.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'sender/suppressed',
  says: {
    'sender.suppressed': {
      description: "The sender's own provider holds the recipient on a suppression list.",
      variants: withUntold('suppressed', {
        title: 'The service that sends holds {recipient} on its suppression list and did not try.',
        untold: 'The service that sends holds the recipient on its suppression list and did not try.',
        explanation:
          'Services such as Amazon SES, SendGrid or Mailgun remember who bounced or complained, and send nothing more there. The recipient never saw this message, and the reason may be months old: a full mailbox or a fault that is long repaired.',
        severity: 'error',
        responsible: 'sender-mail',
        remedy: [
          'Look up why and when it was put there: aws sesv2 get-suppressed-destination --email-address {recipient} (Amazon SES), Suppressions in SendGrid, Mailgun, Postmark.',
          'Find out whether the address works now: mailwhy {recipient}.',
          'If it does, and the person wants the mail: remove it from the list (aws sesv2 delete-suppressed-destination --email-address {recipient}) and send again.',
          'After a complaint: leave it there.',
        ],
        waitingHelps: 'no',
      }),
      references: ['Amazon SES: Using the account-level suppression list'],
      explains: [],
    },
  },
});
