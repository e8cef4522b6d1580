/**
 * The sending address is not one that the SPF record of the sender's domain allows, or the record cannot be evaluated.
 */
import { replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'sender/spf-failed',
  says: {
    'sender.spf-failed': {
      description: 'The sending address is not one that SPF allows for the sender.',
      variants: withUntold('failed', {
        title: 'The SPF record of {senderDomain} does not allow mail from this address, says {server}.',
        untold: "The SPF record of the sender's domain does not allow mail from the sending address.",
        explanation:
          "The domain in MAIL FROM lists in DNS who may send for it, and the address that connected is not among them, or the record has a fault (more than 10 lookups, two records). The reply names the address that it saw: {quotedAddresses}. Forwarding breaks SPF as well: the forwarder's address is not in the record.",
        severity: 'error',
        responsible: 'sender-dns',
        alsoInform: ['sender-mail'],
        remedy: [
          'Look at the record: dig {senderDomain} TXT; there must be exactly one that begins with v=spf1.',
          'Add the address that sends, as ip4: or ip6:, before the "all" at the end.',
          "Or add the include of the service that sends: include:spf.protection.outlook.com (Microsoft 365), include:_spf.google.com (Google), or the sender's own one.",
          'A trace that runs elsewhere than your mail server is refused rightly: run it on the mail server.',
          'Forwarded mail: rewrite the sender at the forwarder (SRS), or have DKIM pass.',
        ],
        waitingHelps: 'no',
      }),
      references: ['RFC 7208 section 8.4', 'RFC 7208 section 4.6.4', 'RFC 7372 section 3.2 (X.7.23, X.7.24)'],
      explains: [],
    },
  },
});
