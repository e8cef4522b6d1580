/**
 * The server is set up wrongly and says so, or lacks what the mail needs.
 */
import { ownSide, replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'server/misconfigured',
  says: {
    'server.misconfigured': {
      description: 'The server is set up wrongly, and says so.',
      variants: {
        misconfigured: {
          title: 'By its own word {server} is set up wrongly.',
          explanation:
            'The server met a setting that it cannot work with, and refuses mail rather than guess. Nothing at the sender can mend that. Postfix says so where a restriction or a table in its configuration does not exist or has a wrong value; the log there names it.',
          severity: 'error',
          responsible: 'recipient-mail',
          remedy: [
            'At the recipient: look in the log of {server} at the time of the reply; the line before it names the setting.',
            'Postfix: postfix check, postconf -n, and grep -E "fatal|error|warning" in the mail log. Exim: exim -bV and exim -bt {recipient}. Sendmail: sendmail -bv {recipient}.',
            'At the sender: tell the administrator there, by phone or through another address.',
          ],
          waitingHelps: 'no',
        },
        ...ownSide({
          title: 'The mail server that has the mail is set up wrongly, or a part of it does not run.',
          explanation:
            "It has no way to hand the message on: a transport, a connector or a setting is missing, or a process of its own does not start. Nobody outside was asked, so the recipient's domain has nothing to do with it.",
          remedy: [
            'Look in the log of that mail server at the time of the try: the warning before it names what is missing.',
            'Postfix: postfix check, postconf -n and postconf -M. Exim: exim -bV and exim -bt with the address. Sendmail: sendmail -bv with the address.',
          ],
          waitingHelps: 'no',
        }),
      },
      references: ['RFC 3463 section 3.4 (X.3.5)'],
      explains: [],
    },
  },
});
