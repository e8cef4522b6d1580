/**
 * The command of each stage, as it stands in a sentence.
 */
import type { Stage } from '../model/vocabulary.js';

const commands: Readonly<Record<Stage, string>> = {
  connect: 'the connection',
  greeting: 'the connection',
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

export function stageCommand(stage: Stage): string {
  return commands[stage];
}
