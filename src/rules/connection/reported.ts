/**
 * A reply or a report says that the conversation broke off or came to a stop.
 */
import { ownSide, replyRule } from '../reply-rule.js';

const common = { severity: 'error', responsible: 'recipient-mail', alsoInform: ['sender-mail'], waitingHelps: 'unknown' } as const;

export default replyRule({
  id: 'connection/reported',
  says: {
    'connection.dropped': {
      description: 'The server hung up in mid-conversation.',
      variants: {
        reported: {
          ...common,
          title: 'The conversation with {server} broke off before the message was taken.',
          explanation:
            'The reply says so itself, or the sender reports it: {reply}. The server crashed or was restarted, a filter in front of it cut the line, or a limit of time or errors was reached. Senders keep the message and try again; large messages alone may point to a path that loses large packets.',
          remedy: [
            'Leave the message in the queue.',
            'At the recipient: look in the log of {server} for this connection and why it ended.',
            'If only large messages fail: let ICMP "fragmentation needed" through, and lower the MTU of a VPN or tunnel on the way.',
          ],
        },
        ...ownSide({
          title: 'The conversation with the service or relay that the mail server hands its mail to broke off.',
          explanation:
            "That service crashed, was restarted, or reached a limit before it had taken the message. The mail never came near the recipient's domain, which has nothing to do with it.",
          remedy: [
            'See that it runs and listens at the address and port that the reason names: ss -ltn there, nc -v from here.',
            'See that the mail server looks for it in the right place (Postfix: relayhost, transport_maps, content_filter, mailbox_transport; Exim: the routers; Exchange: the send connector).',
          ],
          waitingHelps: 'unknown',
        }),
      },
      references: ['RFC 5321 section 3.8', 'RFC 5321 section 4.2.3 (421)', 'RFC 3463 section 3.5 (X.4.2)'],
      explains: [],
    },
    'connection.stalled': {
      description: 'The server stopped answering in mid-conversation.',
      variants: {
        reported: {
          ...common,
          title: 'The conversation with {server} came to a stop before the message was taken.',
          explanation:
            'The reply says so itself, or the sender reports it: {reply}. One of the two waited for the other until its time was up: a scanner that takes too long, a slow lookup at the server, packets that get lost on the way. A message that was taken after all may arrive twice.',
          remedy: [
            'Leave the message in the queue.',
            'At the recipient: see how long filters and lookups take, and answer the final dot within 10 minutes.',
            'If only large messages fail: let ICMP "fragmentation needed" through; on a Cisco ASA or PIX switch SMTP inspection off.',
          ],
        },
        ...ownSide({
          title: 'The conversation with the service or relay that the mail server hands its mail to came to a stop.',
          explanation:
            "That service took longer to answer than the mail server waits: a scanner, a slow lookup, a full disk. The mail never came near the recipient's domain, which has nothing to do with it.",
          remedy: [
            'See that it runs and listens at the address and port that the reason names: ss -ltn there, nc -v from here.',
            'See that the mail server looks for it in the right place (Postfix: relayhost, transport_maps, content_filter, mailbox_transport; Exim: the routers; Exchange: the send connector).',
          ],
          waitingHelps: 'unknown',
        }),
      },
      references: ['RFC 5321 section 4.5.3.2', 'RFC 5321 section 6.2'],
      explains: [],
    },
  },
});
