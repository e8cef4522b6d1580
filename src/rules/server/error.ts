/**
 * The server has a fault of its own: a lookup table, a database, a directory, a filter that does not answer.
 */
import { ownSide, replyRule } from '../reply-rule.js';

const common = { severity: 'error', responsible: 'recipient-mail', waitingHelps: 'unknown' } as const;

export default replyRule({
  id: 'server/error',
  says: {
    'server.error': {
      description: 'The server has a fault of its own.',
      variants: {
        'for-now': {
          ...common,
          title: 'A fault of its own keeps {server} from taking the mail.',
          explanation:
            'Something behind the server does not work: a lookup table, a directory, a database, a filter. It has nothing to do with sender or message, and senders try again. Faults of this kind pass in minutes, or stay until somebody looks in the log.',
          remedy: [
            'At the sender: leave the message in the queue.',
            'At the recipient: look in the log of {server} at the time of the reply ({reply}).',
            'Postfix: test each table with postmap -q {recipient} hash:/etc/postfix/virtual, and look for "warning:" and "fatal:" in the log. Exim: paniclog. Exchange: Test-ServiceHealth.',
          ],
        },
        'for-good': {
          ...common,
          title: 'A fault of its own makes {server} refuse the mail for good.',
          explanation:
            'The server reports trouble of its own and refuses with a permanent code, so senders bounce at once although nothing is wrong with sender or message. Sent again later the message may pass.',
          remedy: [
            'At the sender: send the message again in some hours.',
            'At the recipient: look in the log of {server} at the time of the reply ({reply}), and answer trouble of your own with 4yz, so that senders keep the mail.',
          ],
        },
        ...ownSide({
          title: 'A fault of its own keeps the mail server that has the mail from delivering it.',
          explanation:
            "Something that it delivers with does not work: a lookup table, a directory, a database, a filter, a service on the same machine. The recipient's domain has nothing to do with it. The message stays in the queue and is tried again.",
          remedy: [
            'Look in the log of that mail server at the time of the try: the lines before it say what failed.',
            'Postfix: look for "warning:" and "fatal:" there, and ask each table with postmap -q. Exim: paniclog. Dovecot: doveadm log errors. Exchange: Test-ServiceHealth.',
          ],
          waitingHelps: 'unknown',
        }),
      },
      references: ['RFC 5321 section 4.2.3 (451)', 'RFC 3463 section 3.4 (X.3.0)'],
      explains: [],
    },
  },
  choose: ({ reply }) => (reply.code >= 500 ? 'for-good' : 'for-now'),
});
