/**
 * The message is not authenticated: neither SPF nor DKIM passes, and the provider demands one.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'sender/unauthenticated',
  says: {
    'sender.unauthenticated': {
      description: 'The message is authenticated neither by SPF nor by DKIM.',
      variants: withUntold('unauthenticated', {
        title: 'Mail from {senderDomain} is not authenticated, and {server} demands that it is.',
        untold: 'The mail is not authenticated, and the server demands that it is.',
        explanation:
          'Gmail, Yahoo, Microsoft and others take mail only where SPF or DKIM passes, and from whoever sends much only where both pass and DMARC is published. The sender passed none of what was asked. Over IPv6 the rules are stricter.',
        severity: 'error',
        responsible: 'sender-dns',
        alsoInform: ['sender-mail'],
        remedy: [
          'Publish SPF for {senderDomain}: one TXT record "v=spf1 … -all" that names whoever sends for it.',
          'Sign with DKIM as {senderDomain} at the server that sends last.',
          'Publish DMARC: _dmarc.{senderDomain} TXT "v=DMARC1; p=none; rua=mailto:dmarc@{senderDomain}".',
          'Check with a message to a mailbox of your own there: its Authentication-Results header says what passed.',
        ],
        waitingHelps: 'no',
      }),
      references: [
        'RFC 7372 section 3.4 (X.7.26)',
        'Google: Email sender guidelines',
        'Yahoo Sender Hub: Sender best practices',
        'Microsoft: Outlook requirements for high-volume senders (5.7.515)',
      ],
      explains: [],
    },
  },
});
