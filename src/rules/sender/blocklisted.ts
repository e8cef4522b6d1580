/**
 * The sending address, or the sender's domain, stands on a list that the reply names or speaks of.
 */
import { replyRule, withUntold } from '../reply-rule.js';

const common = { severity: 'error', responsible: 'sender-mail', waitingHelps: 'no' } as const;
const cleanUp =
  'First stop what got it there: a hacked account or web form, an infected machine behind the same address, an open relay, mail to bought addresses. A listing that is lifted too early comes back.';
const ask = 'Delisted, and still refused after a day: ask the administrator of the server; it may use an old copy of the list.';

export default replyRule({
  id: 'sender/blocklisted',
  says: {
    'sender.blocklisted': {
      description: 'The sending address stands on a blocklist.',
      variants: withUntold('listed', {
        ...common,
        title: 'The sending address stands on the blocklist {blocklist}, so {server} refuses it.',
        untold: 'The sending address stands on a blocklist, so it is refused.',
        explanation:
          'The server asks a list of addresses that are known for spam or are not meant to send mail at all. The reply names the address that it saw: {quotedAddresses}. Addresses of home and mobile lines are listed by policy: they should send through a relay. Where the quoted address is not yours, the mail left by another way than you think.',
        remedy: [
          'Look the address up at the list and read why it is there: {links}.',
          cleanUp,
          'Then ask the list to remove it; serious lists do so for free, many by themselves after some days without spam.',
          'A dynamic or home address: send through the relay of your provider (Postfix: relayhost).',
          ask,
        ],
      }),
      references: ['RFC 5782 section 2', 'RFC 6471 section 3', 'Spamhaus: IP and Domain Reputation Checker (check.spamhaus.org)'],
      explains: [],
    },
    'sender.domain-blocklisted': {
      description: "The sender's domain, or one in the message, stands on a blocklist.",
      variants: withUntold('listed', {
        ...common,
        title: 'A domain of the sender or in the message stands on the blocklist {blocklist}, so {server} refuses it.',
        untold: 'A domain of the sender or in the message stands on a blocklist, so it is refused.',
        explanation:
          'Lists of domains hold those that are seen in spam, are very new, or belong to hacked web sites. What is looked up is the domain of the sender, of the HELO name, and of the links in the message. Another sending address does not help.',
        alsoInform: ['sender-user'],
        remedy: [
          'Look {senderDomain} and the domains of all links in the message up at the list: {links}.',
          'A hacked web site or a link shortener in the text is a common reason: clean the site, take the link out.',
          cleanUp,
          'A domain that was registered in the last weeks: wait, and send little.',
          ask,
        ],
      }),
      references: ['RFC 5782 section 4', 'Spamhaus: Domain Blocklist (DBL)', 'SURBL: lists', 'URIBL: about'],
      explains: [],
    },
  },
});
