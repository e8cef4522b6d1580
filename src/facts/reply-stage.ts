/**
 * What the stage of a conversation lets a reply mean: who is greeted cannot be told about a recipient yet.
 */
import type { Code, Stage } from '../model/vocabulary.js';

/** Of the address in MAIL FROM, which nobody has named before MAIL. */
const envelopeSenderCodes: readonly Code[] = [
  'sender.malformed',
  'sender.domain-not-found',
  'sender.null-mx',
  'sender.null-refused',
  'sender.rejected',
];

/** What may be said of who connects, before a name or an address was given. */
function isAboutClient(code: Code): boolean {
  return code.startsWith('sender.') && !envelopeSenderCodes.includes(code);
}

/** The meaning of the reply at its stage, where the entry's own is not possible there. */
export function fitToStage(code: Code, stage: Stage | null, replyCode: number): Code {
  const temporary = replyCode < 500;
  switch (stage) {
    case 'connect':
    case 'greeting':
      return fitToGreeting(code, replyCode, temporary);
    case 'hello':
      return fitToHello(code, replyCode, temporary);
    case 'auth':
      return fitToLogin(code);
    case 'mail':
      return fitToMail(code);
    default:
      return code;
  }
}

/** RFC 7504 section 4: 521 at the greeting says that the host takes no mail. */
function fitToGreeting(code: Code, replyCode: number, temporary: boolean): Code {
  if (replyCode === 521) return 'host.takes-no-mail';
  if (code === 'host.takes-no-mail' || isAboutClient(code)) return code;
  return temporary ? 'greeting.busy' : 'greeting.rejected';
}

function fitToHello(code: Code, replyCode: number, temporary: boolean): Code {
  if (replyCode === 521) return 'host.takes-no-mail';
  if (code === 'host.takes-no-mail' || code === 'tls.required' || isAboutClient(code) || code === 'hello.rejected') return code;
  if (temporary) return code.startsWith('server.') ? code : 'server.busy';
  return 'hello.rejected';
}

/** RFC 4954 section 4: the only mailbox spoken of at AUTH is that of who logs in. */
function fitToLogin(code: Code): Code {
  return code.startsWith('recipient.') ? 'sender.login-failed' : code;
}

/** At MAIL no recipient was named: "user unknown" is the sender's user. */
function fitToMail(code: Code): Code {
  if (code === 'recipient.mailbox-full') return 'server.storage-full';
  if (code === 'address.malformed') return 'sender.malformed';
  if (code === 'domain.not-found') return 'sender.domain-not-found';
  if (code === 'mx.null') return 'sender.null-mx';
  return code.startsWith('recipient.') ? 'sender.rejected' : code;
}
