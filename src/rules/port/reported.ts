/**
 * A sender reports that port 25 refuses connections.
 */
import { ownSide, replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'port/reported',
  says: {
    'port.refused': {
      description: 'The host is up and refuses connections to port 25.',
      variants: {
        ...ownSide({
          title: 'The service or relay that the mail server hands its mail to refuses the connection.',
          explanation:
            "It is up, and nothing listens at that port, or a firewall rejects the connection: a content filter, a delivery service or a relay is stopped. The mail never came near the recipient's domain, which has nothing to do with it.",
          remedy: [
            'See that it runs and listens at the address and port that the reason names: ss -ltn there, nc -v from here.',
            'See that the mail server looks for it in the right place (Postfix: relayhost, transport_maps, content_filter, mailbox_transport; Exim: the routers; Exchange: the send connector).',
          ],
          waitingHelps: 'unknown',
        }),
        ...withUntold('reported', {
          title: 'A sender reports that the mail server for {domain} refuses connections on port 25.',
          untold: 'A sender reports that the mail server refuses connections on port 25.',
          explanation:
            'The host is up, and nothing listens on port 25, or a firewall rejects the connection. It is refused at once, so this is not a matter of load. Where DNS has no MX record, senders try the web server of the domain and meet the same.',
          severity: 'error',
          responsible: 'recipient-mail',
          alsoInform: ['recipient-dns'],
          remedy: [
            'See what refuses now: mailwhy {recipient}.',
            'At the recipient: start the mail server, or let it listen on the address that DNS gives (ss -ltn; Postfix: inet_interfaces = all).',
            'If mail has moved elsewhere: correct the MX records.',
          ],
          waitingHelps: 'unknown',
        }),
      },
      references: ['RFC 5321 section 4.5.4.1'],
      explains: [],
    },
  },
});
