/**
 * 421 or another 4yz in place of the 220: come back later.
 */
import { ownSide, replyRule, withUntold } from '../reply-rule.js';

export default replyRule({
  id: 'greeting/busy',
  says: {
    'greeting.busy': {
      description: 'The server greets with a temporary refusal in place of a 220.',
      variants: {
        ...ownSide({
          title: 'The service or relay that the mail server hands its mail to takes no connection for the moment.',
          explanation:
            "It greets with a temporary refusal: all its processes are busy, or it is being restarted. The mail never came near the recipient's domain, which has nothing to do with it.",
          remedy: [
            'See that it runs and listens at the address and port that the reason names: ss -ltn there, nc -v from here.',
            'See that the mail server looks for it in the right place (Postfix: relayhost, transport_maps, content_filter, mailbox_transport; Exim: the routers; Exchange: the send connector).',
          ],
          waitingHelps: 'unknown',
        }),
        ...withUntold('busy', {
          title: 'Connections are turned away for the moment by {server}: it greets with {replyCode} in place of 220.',
          untold: 'Connections are turned away for the moment by the server.',
          explanation:
            'The server is up and takes nobody now, or nobody from here: too many sessions, maintenance, a restart, at some providers also a first refusal of whoever has no reverse name. Senders go on to the next exchange and otherwise keep the message. The reply: {reply}.',
          severity: 'error',
          responsible: 'nobody',
          alsoInform: ['recipient-mail'],
          remedy: [
            'Leave the message in the queue; it is tried again by itself.',
            'Still so after some hours: trace from another network. If it passes there, the refusal is about your address: look at its reverse name and at blocklists.',
            'At the recipient: raise the number of sessions if they really are used up (Postfix: smtpd process limit in master.cf, postscreen; Exim: smtp_accept_max; Exchange: MaxInboundConnection).',
          ],
          waitingHelps: 'yes',
        }),
      },
      references: ['RFC 5321 section 4.2.3 (421)', 'RFC 5321 section 3.1', 'RFC 5321 section 4.5.4.1'],
      explains: [],
    },
  },
});
