/**
 * The server refuses the country or network that the mail comes from: a decision of its administrator.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'sender/geo-blocked',
  says: {
    'sender.geo-blocked': {
      description: 'The server refuses the country that the mail comes from.',
      variants: {
        country: {
          title: 'Mail from the country of the sending address is refused by {server}.',
          explanation:
            'The server or a filter before it looks the address up in a table of countries and takes none from this one. Such tables are wrong at times, above all for networks that were sold. The reply names the address that it saw: {quotedAddresses}.',
          severity: 'error',
          responsible: 'recipient-mail',
          alsoInform: ['sender-mail'],
          remedy: [
            'Ask the recipient, another way, to have your address or network allowed.',
            'See where the tables place the address: {quotedAddresses} at maxmind.com or in whois; have a wrong entry corrected there.',
            'Until then: send through a relay in a country that it takes.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 3463 section 3.8 (X.7.1)'],
      explains: [],
    },
  },
});
