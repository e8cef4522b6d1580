/**
 * A sender reports that TLS was not offered, that its handshake failed or the certificate was not trusted, and that it did
 * not deliver for that.
 */
import { replyRule, withUntold } from '../reply-rule.js';

const common = { severity: 'error', responsible: 'recipient-mail', alsoInform: ['sender-mail'], waitingHelps: 'unknown' } as const;

export default replyRule({
  id: 'tls/reported',
  says: {
    'tls.not-offered': {
      description: 'The server does not offer STARTTLS.',
      variants: withUntold('reported', {
        ...common,
        title: 'A sender that demands TLS reports that the mail server for {domain} does not offer it.',
        untold: 'A sender that demands TLS reports that the mail server does not offer it.',
        explanation:
          'The sender has a rule that mail to this place must be encrypted, and the server did not offer STARTTLS. Senders without such a rule deliver in plain text. It may be that only one of several servers lacks it, or that a firewall on the way hides it.',
        remedy: [
          'At the recipient: give every exchange a certificate and offer STARTTLS (Postfix: smtpd_tls_security_level = may and smtpd_tls_chain_files; Exim: tls_certificate, tls_privatekey).',
          'See who offers it now: mailwhy {recipient} --all.',
          'At the sender, where the rule is not meant so: smtp_tls_policy_maps or smtp_tls_security_level = may (Postfix), hosts_require_tls (Exim), RequireTLS of the send connector (Exchange).',
        ],
      }),
      references: ['RFC 3207 section 4', 'RFC 7435'],
      explains: [],
    },
    'tls.handshake-failed': {
      description: 'STARTTLS is offered, and the TLS handshake fails.',
      variants: withUntold('reported', {
        ...common,
        title: 'A sender reports that the TLS handshake with the mail server for {domain} fails.',
        untold: 'A sender reports that the TLS handshake with the mail server fails.',
        explanation:
          'STARTTLS was offered and did not come about: no protocol or cipher in common, a certificate that cannot be loaded or is not trusted, a connection that breaks. The report: {reply}. Exim goes on in plain text, Postfix after some minutes, others keep the message until it bounces.',
        remedy: [
          'See what fails now: mailwhy {recipient}.',
          'At the recipient: look at certificate, key and protocols (openssl s_client -starttls smtp -connect EXCHANGE:25); allow TLS 1.2 and 1.3, and send the whole chain.',
          'At the sender: see that its own library still speaks TLS 1.2 and its list of trusted roots is not years old.',
        ],
      }),
      references: ['RFC 3207 section 4.1', 'RFC 7435 section 3'],
      explains: [],
    },
    'tls.certificate-untrusted': {
      description: 'The certificate does not chain to a root that is trusted.',
      variants: withUntold('reported', {
        ...common,
        waitingHelps: 'no',
        title: 'A sender that demands a valid certificate does not trust the one of the mail server for {domain}.',
        untold: 'A sender that demands a valid certificate does not trust the one of the mail server.',
        explanation:
          'Most senders take any certificate; this one has a rule (MTA-STS, a connector, a policy table) that it must be valid. It is self-signed, has expired, names another host, or comes without the certificates between it and the root. The report: {reply}.',
        remedy: [
          'Look at what it is: mailwhy {recipient}, or openssl s_client -starttls smtp -connect EXCHANGE:25 -showcerts.',
          'At the recipient: install a certificate of a public authority for the name in the MX record, with the whole chain (fullchain.pem of certbot), and reload the mail server at each renewal.',
          'At the sender, where the rule is not meant so: relax it for this destination (Postfix: smtp_tls_policy_maps; Exchange: TlsAuthLevel of the send connector).',
        ],
      }),
      references: ['RFC 8461 section 4.2', 'RFC 5280 section 6'],
      explains: [],
    },
  },
});
