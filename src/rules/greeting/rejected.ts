/**
 * 554 or another 5yz in place of the 220: no mail from this address.
 */
import { ownSide, replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'greeting/rejected',
  says: {
    'greeting.rejected': {
      description: 'The server greets with a permanent refusal in place of a 220.',
      variants: {
        ...ownSide({
          title: 'The service or relay that the mail server hands its mail to refuses its connections.',
          explanation:
            "It greets with a permanent refusal: it does not know this client, or is set up for other ones. The mail never came near the recipient's domain, which has nothing to do with it.",
          remedy: [
            'See that it runs and listens at the address and port that the reason names: ss -ltn there, nc -v from here.',
            'See that the mail server looks for it in the right place (Postfix: relayhost, transport_maps, content_filter, mailbox_transport; Exim: the routers; Exchange: the send connector).',
          ],
          waitingHelps: 'unknown',
        }),
        ...withUntold('rejected', {
          title: 'Connections from this address are refused by {server}: it greets with {replyCode} in place of 220.',
          untold: 'Connections from this address are refused by the server.',
          explanation:
            'Nothing but the address that connects was known to the server when it refused, so the refusal is about that: a list of its own, an address of a home or cloud network, a new address that nobody has registered there. The reply: {reply}. Senders differ: Exim bounces at once, Postfix and Sendmail try the next exchange first.',
          severity: 'error',
          responsible: 'sender-mail',
          alsoInform: ['recipient-mail'],
          remedy: [
            'See that the sending address has a reverse name that leads back, and stands on no blocklist (check.spamhaus.org).',
            'Ask the postmaster there to let the address in; the reply or the web pages of the provider name a contact: {links}.',
            'Trace from another network: if that is greeted with 220, it is the address.',
            'From a home or mobile line: send through the relay of your provider (Postfix: relayhost).',
          ],
          waitingHelps: 'no',
        }),
      },
      references: ['RFC 5321 section 3.1', 'RFC 5321 section 4.2.3 (554)', 'RFC 7504 section 4'],
      explains: [],
    },
  },
});
