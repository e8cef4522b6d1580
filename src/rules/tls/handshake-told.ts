/**
 * A reply says that TLS did not come about.
 */
import { replyRule } from '../reply-rule.js';

export default replyRule({
  id: 'tls/handshake-told',
  code: 'tls.handshake-failed',
  says: 'told',
  description: 'The TLS handshake fails.',
  title: 'TLS did not come about at {host}.',
  explanation: 'Protocol, cipher or certificate did not fit, or the server could not load its own.',
  responsible: 'recipient-mail',
  alsoInform: ['sender-mail'],
  remedy: ['At {domain}: check certificate, key and protocols of {host}.'],
  waitingHelps: 'unknown',
  references: ['RFC 3207 section 4.1'],
});
