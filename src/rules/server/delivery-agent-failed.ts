/**
 * The program that puts the mail into the mailbox failed: behind the server, so a trace sees it only after the message.
 */
import { ownSide, replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'server/delivery-agent-failed',
  says: {
    'server.delivery-agent-failed': {
      description: 'The program that delivers into the mailbox fails.',
      variants: {
        ...ownSide({
          title: 'A program that the mail server itself delivers with fails.',
          explanation:
            'The mail server that has the mail hands it to a program or a service of its own for delivery: procmail, Dovecot, a filter, a script. That ended with an error, could not write the mailbox, or was not there.',
          alsoInform: ['recipient-user'],
          remedy: [
            'Look in the log of that mail server for the program and its exit status; 75 means "try again", 127 "not found", 126 "not allowed to run".',
            'See that the service which it hands mail to runs and listens where it is looked for (systemctl, ss -lx, ss -ltn), and that the mailbox can be written.',
          ],
          waitingHelps: 'unknown',
        }),
        ...withUntold('failed', {
          title: 'The program that delivers to the mailbox of {recipient} fails.',
          untold: 'The program that delivers to the mailbox fails.',
          explanation:
            'The server took the mail and handed it to another program: procmail, maildrop, Dovecot, a filter, a script in a .forward file. That program ended with an error or was not there. Sender and message are seldom the reason.',
          severity: 'error',
          responsible: 'recipient-mail',
          alsoInform: ['recipient-user'],
          remedy: [
            'At the recipient: look in the log for the command and its exit status; 75 means "try again", 127 "not found", 126 "not allowed to run".',
            'Run the command by hand as the user that the mail server uses, with a message on standard input.',
            "Dovecot: doveadm log errors, and the rights of mail_location. Postfix: mailbox_command, mailbox_transport. A user's own script: .forward, .procmailrc, Sieve.",
          ],
          waitingHelps: 'unknown',
        }),
      },
      references: ['RFC 3464 section 2.3.6', 'sysexits(3)'],
      explains: [],
    },
  },
});
