/**
 * The stages of a conversation in the words of a report.
 */
import type { Stage } from './vocabulary.js';

export const stageWords: Readonly<Record<Stage, string>> = {
  connect: 'the connection',
  greeting: 'the greeting',
  hello: 'EHLO',
  starttls: 'STARTTLS',
  tls: 'the TLS handshake',
  auth: 'AUTH',
  mail: 'MAIL FROM',
  rcpt: 'RCPT TO',
  data: 'DATA',
  message: 'the message',
  rset: 'RSET',
  quit: 'QUIT',
};
