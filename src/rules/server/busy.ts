/**
 * The server is too busy at the moment: overload, maintenance, a lookup of its own still under way.
 */
import { ownSide, replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'server/busy',
  says: {
    'server.busy': {
      description: 'The server is too busy at the moment and asks to be tried again.',
      variants: {
        busy: {
          title: 'Too busy to take the mail at the moment, says {server}.',
          explanation:
            'The server is up and postpones mail: load, maintenance, a verification of the recipient that still runs, or a limit on what it does at once. Every sender keeps the message and tries again by itself. It asks to come back after {retryAfterMs}. The same reply for hours means that something there is broken.',
          severity: 'error',
          responsible: 'nobody',
          alsoInform: ['recipient-mail'],
          remedy: [
            'Leave the message in the queue; it is tried again by itself.',
            'Still the same after some hours: tell the administrator of {server}, with the reply and the time.',
            'At the recipient: look at load, disk and queue there (Postfix: qshape active, postqueue -p; Exchange: Get-ServerComponentState and back pressure, event 15004).',
          ],
          waitingHelps: 'yes',
        },
        ...ownSide({
          title: 'A service or relay that the mail server itself uses is too busy at the moment.',
          explanation:
            "It is not the recipient's server that postpones the mail, but what the sending one hands it to: a content filter, a mailbox store, its relay. It is tried again by itself. The same for hours means that something there is broken.",
          remedy: [
            'Leave the message in the queue; it is tried again by itself.',
            'Still the same after some hours: look at load, disk and limits of that service (Postfix: qshape active; Exchange: Get-ServerComponentState and back pressure, event 15004).',
          ],
          waitingHelps: 'yes',
        }),
      },
      references: ['RFC 5321 section 4.5.4.1', 'RFC 3463 section 3.4 (X.3.2) and 3.5 (X.4.5)'],
      explains: [],
    },
  },
});
