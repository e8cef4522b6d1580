/**
 * The ARC chain of a forwarded message does not verify.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'sender/arc-failed',
  says: {
    'sender.arc-failed': {
      description: 'The ARC chain of a forwarded message does not verify.',
      variants: {
        failed: {
          title: 'The ARC seals of the forwarded message do not verify, says {server}.',
          explanation:
            'A forwarder or mailing list sealed the message, and the seals do not fit together: one was broken by a later change, a key is missing in DNS, or a header was cut away. Servers then do not believe what the forwarder says about SPF and DKIM of the original.',
          severity: 'error',
          responsible: 'sender-mail',
          remedy: [
            'Read the ARC-Seal headers of the message: the one with the highest i= that says cv=fail names where the chain broke.',
            'At the forwarder: seal as the very last step, and publish its key (dig SELECTOR._domainkey.DOMAIN TXT with s= and d= of the seal).',
            'If nobody relies on ARC there: switch sealing off rather than seal wrongly.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 8617 section 5.2', 'RFC 8617 section 10 (X.7.29)'],
      explains: [],
    },
  },
});
