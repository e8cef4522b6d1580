/**
 * There is no DKIM signature that verifies: seen only after the message.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'sender/dkim-failed',
  says: {
    'sender.dkim-failed': {
      description: 'The message has no DKIM signature that verifies.',
      variants: withUntold('failed', {
        title: 'The message from {senderDomain} has no DKIM signature that verifies, says {server}.',
        untold: 'The message has no DKIM signature that verifies.',
        explanation:
          'Either the server that sent does not sign, or the signature does not fit: the key in DNS is missing or another one, or something changed the message on its way (a list that adds a footer, a gateway that adds a banner). Large providers demand a signature from whoever sends much.',
        severity: 'error',
        responsible: 'sender-mail',
        alsoInform: ['sender-dns'],
        remedy: [
          'Send a message to a mailbox of your own at Gmail or Outlook.com, and read dkim= in its Authentication-Results header with the selector (s=) and domain (d=) of the signature.',
          'Look at the key: dig SELECTOR._domainkey.{senderDomain} TXT, with the selector of the signature.',
          'Switch signing on: OpenDKIM or rspamd (dkim_signing) for Postfix, dkim_domain, dkim_selector and dkim_private_key on the smtp transport (Exim), Set-DkimSigningConfig -Enabled $true (Microsoft 365), "Authenticate email" (Google Workspace).',
          'Sign at the last server, behind everything that changes messages.',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 6376 section 6', 'RFC 7372 section 3.1 (X.7.20 to X.7.22)'],
      explains: [],
    },
  },
});
