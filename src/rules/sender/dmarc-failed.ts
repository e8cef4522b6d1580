/**
 * The message fails DMARC: neither SPF nor DKIM passes for the domain in From, and that domain wants such mail refused.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'sender/dmarc-failed',
  says: {
    'sender.dmarc-failed': {
      description: 'The message fails DMARC.',
      variants: withUntold('failed', {
        title: 'The message from {senderDomain} fails DMARC, says {server}.',
        untold: 'The message fails DMARC.',
        explanation:
          'Neither SPF nor DKIM passes for the very domain in the From header, or, at providers that demand it, that domain has no DMARC record. SPF that passes for another domain does not count, and neither does a signature by the service that sends. With p=reject it is the domain itself that asks for the refusal.',
        severity: 'error',
        responsible: 'sender-dns',
        alsoInform: ['sender-mail'],
        remedy: [
          'Look at the policy: dig _dmarc.{senderDomain} TXT.',
          'Sign with DKIM as the domain of the From header (d= equal to it, or a parent or child of it): that survives forwarding.',
          'Let MAIL FROM be of the same domain too, and let its SPF record name the address that sends (newsletter services call it a custom return path or bounce domain).',
          'Mailing lists and forwarders: rewrite From, or keep the message unchanged so that DKIM goes on to verify.',
          'No record at all: publish _dmarc.{senderDomain} TXT "v=DMARC1; p=none; rua=mailto:dmarc@{senderDomain}" and read the reports before you tighten it.',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 7489 section 3.1', 'RFC 7489 section 10.3', 'RFC 7372 section 3.4 (X.7.26)'],
      explains: [],
    },
  },
});
