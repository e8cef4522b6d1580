/**
 * The server holds the sending address or domain to be of low reputation.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'sender/reputation-low',
  says: {
    'sender.reputation-low': {
      description: 'The server holds the sending address or domain to be of low reputation.',
      variants: {
        low: {
          title: 'The reputation of the sender is too low for {server}.',
          explanation:
            "Providers keep a score of each address, network and domain from complaints, unknown recipients, spam traps, and how evenly it sends. This one's is bad, or it has none yet. No form lifts it: it recovers over days to weeks of mail that people want. Temporary refusals of this kind become fewer as it does.",
          severity: 'error',
          responsible: 'sender-mail',
          remedy: [
            'Go the way that the reply offers: {links}.',
            'See how the provider sees you: Google Postmaster Tools, Microsoft SNDS and JMRP, Yahoo Sender Hub with its complaint feedback loop.',
            'Send less, and first to those who answer or open; drop addresses that bounce and people who never asked.',
            'See that SPF, DKIM and DMARC pass, and that no hacked account or form sends through you.',
            'A new address or domain: warm it up, some dozens of messages a day at first.',
          ],
          waitingHelps: 'unknown',
        },
      },
      references: [
        'RFC 3463 section 3.8 (X.7.1)',
        'Google: Email sender guidelines',
        'Microsoft: Outlook.com postmaster, Smart Network Data Services',
        'Yahoo Sender Hub',
      ],
      explains: [],
    },
  },
});
