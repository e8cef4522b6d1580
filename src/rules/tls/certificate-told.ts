/**
 * A reply says that a certificate was refused.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'tls/certificate-told',
  code: 'tls.certificate-untrusted',
  says: 'told',
  description: 'The certificate is not trusted.',
  title: 'The certificate is not trusted: so reports {host}.',
  explanation: 'A policy (MTA-STS, DANE or a local one) demands a certificate that can be verified.',
  responsible: 'recipient-mail',
  alsoInform: ['sender-mail'],
  remedy: ['At {domain}: install a certificate with its full chain from a trusted authority.'],
  waitingHelps: 'no',
  references: ['RFC 8461 section 4.2', 'RFC 7672 section 3.2'],
});
