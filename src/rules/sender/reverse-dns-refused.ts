/**
 * The server refuses because the sending address has no reverse name, or one that does not lead back.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'sender/reverse-dns-refused',
  says: {
    'sender.no-reverse-dns': {
      description: 'The sending address has no reverse name (PTR), or one that does not lead back to it.',
      variants: {
        refused: {
          title: 'The sending address has no reverse name that leads back to it, and {server} refuses it for that.',
          explanation:
            'The server looks up the name of the address that connects (PTR) and the address of that name; both must be there and fit. The reply names the address that it saw: {quotedAddresses}. It is often the IPv6 address that was forgotten. With a temporary code senders try again until they give up; that helps only where a lookup had failed for a moment.',
          severity: 'error',
          responsible: 'sender-dns',
          alsoInform: ['sender-mail'],
          remedy: [
            'Look it up as they do: dig -x {quotedAddresses}, then the address of the name that comes out.',
            'Ask the provider of the address to set its PTR record to the full name of the mail server; only whoever owns the network can.',
            'Give that name an A or AAAA record with the same address, and let the server greet with that name (Postfix: myhostname; Exim: primary_hostname; Exchange: Set-SendConnector -Fqdn).',
            'If only IPv6 lacks it: send over IPv4 until it is set (Postfix: smtp_address_preference = ipv4, or inet_protocols = ipv4).',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 1912 section 2.1', 'RFC 7372 section 3.3 (X.7.25)', 'Postfix: reject_unknown_client_hostname'],
      explains: [],
    },
  },
});
