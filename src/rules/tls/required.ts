/**
 * The server takes no mail without TLS, and says so: the sender's to mend, unless the server offers none.
 */
import type { RefusalSurroundings } from '../../facts/refusal-surroundings.js';
import type { SpokenReply } from '../../facts/spoken-replies.js';
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'tls/required',
  says: {
    'tls.required': {
      description: 'The server takes no mail without TLS.',
      variants: {
        required: {
          title: 'No mail is taken by {server} without TLS.',
          explanation:
            'The server refuses commands until STARTTLS has been given. Either the sender does not use TLS, or the handshake failed and it went on in plain text, or STARTTLS is not even offered to it. A public mail exchange must not demand TLS of everybody (RFC 3207), yet more and more do.',
          severity: 'error',
          responsible: 'sender-mail',
          alsoInform: ['recipient-mail'],
          remedy: [
            'At the sender: use TLS wherever it is offered: smtp_tls_security_level = may (Postfix; empty means never), hosts_avoid_tls without this host (Exim), Set-SendConnector -IgnoreSTARTTLS $false (Exchange).',
            'See whether it is offered and works: openssl s_client -starttls smtp -connect {address}:25.',
            'At the recipient, where STARTTLS is demanded and not offered: give the server a certificate (Postfix: smtpd_tls_chain_files), or do not demand it (smtpd_tls_security_level = may).',
            'Between the two a firewall may hide STARTTLS ("SMTP inspection", XXXXXXXA in the EHLO reply): switch that off.',
          ],
          waitingHelps: 'no',
        },
        'not-offered': {
          title: 'No mail is taken by {server} without TLS, and it offers none.',
          explanation:
            'The server refuses commands until STARTTLS has been given, and does not list STARTTLS among what it can do. So no sender gets through, whatever it supports. Either TLS is demanded there without a certificate that it could use, or a firewall on the way hides the offer.',
          severity: 'error',
          responsible: 'recipient-mail',
          alsoInform: ['network'],
          remedy: [
            'At the recipient: give the server a certificate (Postfix: smtpd_tls_chain_files), or do not demand TLS (smtpd_tls_security_level = may).',
            'Trace the same address from another network: if STARTTLS is offered there, a firewall in between hides it ("SMTP inspection", XXXXXXXA in the EHLO reply): switch that off.',
          ],
          waitingHelps: 'no',
        },
      },
      references: ['RFC 3207 section 4', 'RFC 5248 section 2.4 (X.7.10)'],
      explains: [{ code: 'tls.not-offered', scope: 'same' }],
    },
  },
  choose: chooseWords,
});

function chooseWords({ address }: SpokenReply, { hosts }: RefusalSurroundings): string {
  const smtp = hosts.find((host) => host.address === address)?.smtp ?? null;
  const offered = smtp?.extensionsBeforeTls ?? smtp?.extensions ?? null;
  return offered === null || smtp?.tls !== null || offered.some((keyword) => keyword.toUpperCase() === 'STARTTLS')
    ? 'required'
    : 'not-offered';
}
