/**
 * The mail runs in a circle at the recipient: too many hops, a forward that leads back, two servers that each think the other has the mailbox.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'server/routing-loop',
  says: {
    'server.routing-loop': {
      description: 'The mail runs in a circle behind the server.',
      variants: withUntold('loop', {
        title: 'Mail for {recipient} runs in a circle behind {server}.',
        untold: 'The mail runs in a circle behind the server.',
        explanation:
          'The message came through more servers than is allowed, or came back to one that it had passed. Two servers hand it to each other: a forward that leads back, a domain that is set to internal relay at both ends, or an MX that leads to a server that forwards to the MX. The Received lines of the bounced message, read from the bottom, show the circle.',
        severity: 'error',
        responsible: 'recipient-mail',
        alsoInform: ['recipient-user'],
        remedy: [
          'At the recipient: read the Received lines of the bounced message from the bottom up, and find the two servers that repeat.',
          'Look for a forward or a rule of {recipient} that leads back to it.',
          'Microsoft 365 and Exchange: a domain that has all its mailboxes in one place must be "Authoritative" there, not "Internal relay" (Get-AcceptedDomain); look at the connectors.',
          'Postfix: postmap -q {recipient} over virtual_alias_maps and transport_maps. Exim: exim -bt {recipient}.',
        ],
        waitingHelps: 'unknown',
      }),
      references: [
        'RFC 5321 section 6.3',
        'RFC 3463 section 3.5 (X.4.6)',
        'Microsoft: Fix email delivery issues for error code 5.4.6 or 5.4.14',
      ],
      explains: [],
    },
  },
});
