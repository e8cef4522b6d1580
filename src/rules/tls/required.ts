/**
 * No mail without TLS.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'tls/required',
  code: 'tls.required',
  description: 'The server takes mail only over TLS.',
  title: 'The server {host} takes mail only over an encrypted connection.',
  explanation:
    'It refuses commands until STARTTLS was used. Mail servers use TLS where it is offered, unless that is switched off or fails.',
  responsible: 'sender-mail',
  alsoInform: ['recipient-mail'],
  remedy: [
    'Switch on TLS for outgoing mail (Postfix: smtp_tls_security_level = may).',
    'At {domain}: a public mail exchange should not demand TLS of everybody.',
  ],
  waitingHelps: 'no',
  references: ['RFC 3207 section 4'],
});
