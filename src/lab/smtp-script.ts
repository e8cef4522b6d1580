/**
 * The script of a mail server: what it says at each stage of a conversation, and how it misbehaves.
 *
 * What a script leaves out is what a healthy Postfix does. Texts are written as they go on the wire, without line
 * ends; characters up to U+00FF stand for one octet each in `raw`. Times in milliseconds of the lab's clock.
 */

/** What a server does about a command, in full. */
export interface ReplyAction {
  /** Lines with their codes; the server adds CR LF. */
  readonly lines?: readonly string[];
  /** Octets as they stand, in place of lines. */
  readonly raw?: string;
  /** Octets sent again and again, as fast as they are taken. */
  readonly endless?: string;
  readonly delayMs?: number;
  /** Milliseconds between single octets. */
  readonly dripMs?: number;
  /** What follows: `stall` never answers anything again. Default: go on. */
  readonly finally?: 'close' | 'reset' | 'stall';
}

/** A text with line feeds between lines, or an action. */
export type ScriptReply = string | ReplyAction;

/** By the address in the command, without its angle brackets; `default` for every other one. */
export type AddressTable = Readonly<Record<string, ScriptReply>> & { readonly default: ScriptReply };

/** Decides from the argument of the command and how often the address was asked before. */
export type ReplyFunction = (argument: string) => ScriptReply;

export type ScriptAnswer = ScriptReply | AddressTable | ReplyFunction;

/** `good` chains to the lab's authority; `untrusted` is signed by an authority that nobody knows. */
export type CertificateKind = 'good' | 'expired' | 'not-yet-valid' | 'wrong-name' | 'self-signed' | 'untrusted' | 'weak-key';

/** `old-protocol`: TLS 1.0 at most; `garbage`, `alert`, `close`, `stall`: in place of the ServerHello. */
export type HandshakeKind = 'modern' | 'tls12' | 'old-protocol' | 'garbage' | 'alert' | 'close' | 'stall';

export interface TlsScript {
  readonly certificate?: CertificateKind;
  readonly handshake?: HandshakeKind;
  /** Text that follows the 220 in the same segment, before the handshake. */
  readonly injected?: string;
}

export interface SmtpScript {
  /** The server's own name: in greeting, EHLO reply and certificate. */
  readonly name?: string;
  readonly greeting?: ScriptReply;
  readonly greetingDelayMs?: number;
  /** The reply to EHLO in place of the one made of `extensions`. */
  readonly ehlo?: ScriptAnswer;
  readonly helo?: ScriptAnswer;
  /** EHLO keywords without STARTTLS, which `tls` brings. */
  readonly extensions?: readonly string[];
  /** Null: not offered. */
  readonly tls?: TlsScript | null;
  /** The reply to STARTTLS in place of 220. */
  readonly starttls?: ScriptAnswer;
  readonly mail?: ScriptAnswer;
  readonly rcpt?: ScriptAnswer;
  readonly data?: ScriptAnswer;
  /** To the final dot. */
  readonly message?: ScriptAnswer;
  readonly rset?: ScriptAnswer;
  readonly quit?: ScriptAnswer;
  readonly noop?: ScriptAnswer;
  readonly vrfy?: ScriptAnswer;
  readonly auth?: ScriptAnswer;
  /** To whatever is no command that this server knows. */
  readonly unknown?: ScriptAnswer;
  /** Refuse the next commands of one kind by their count: sent once, unasked, right behind the greeting. */
  readonly unsolicited?: string;
}

/** The commands that a script may answer. */
export type ScriptStage =
  | 'greeting'
  | 'ehlo'
  | 'helo'
  | 'starttls'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'message'
  | 'rset'
  | 'quit'
  | 'noop'
  | 'vrfy'
  | 'auth'
  | 'unknown';

/** The action that a script's answer comes to for this argument of the command. */
export function resolveAnswer(answer: ScriptAnswer, argument: string): ReplyAction {
  if (typeof answer === 'function') return resolveReply(answer(argument));
  if (typeof answer === 'object' && isAddressTable(answer)) return resolveReply(answer[commandAddress(argument)] ?? answer.default);
  return resolveReply(answer);
}

function isAddressTable(answer: ReplyAction | AddressTable): answer is AddressTable {
  return 'default' in answer;
}

function resolveReply(reply: ScriptReply): ReplyAction {
  return typeof reply === 'string' ? { lines: reply.split('\n') } : reply;
}

/** The address in `FROM:<a@b> SIZE=1` or `TO:<a@b>`; the whole argument where there is none. */
export function commandAddress(argument: string): string {
  return /<([^>]*)>/.exec(argument)?.[1] ?? argument;
}

const defaultName = 'mx.example.com';

const defaultExtensions = ['PIPELINING', 'SIZE 52428800', 'VRFY', 'ETRN', 'ENHANCEDSTATUSCODES', '8BITMIME', 'DSN', 'SMTPUTF8', 'CHUNKING'];

/** What a healthy Postfix answers. */
const healthyAnswers: Readonly<Record<Exclude<ScriptStage, 'greeting' | 'ehlo' | 'helo'>, ScriptAnswer>> = {
  starttls: '220 2.0.0 Ready to start TLS',
  mail: '250 2.1.0 Ok',
  rcpt: '250 2.1.5 Ok',
  data: '354 End data with <CR><LF>.<CR><LF>',
  message: '250 2.0.0 Ok: queued as 4Zx1Yw2Kz9',
  rset: '250 2.0.0 Ok',
  quit: { lines: ['221 2.0.0 Bye'], finally: 'close' },
  noop: '250 2.0.0 Ok',
  vrfy: '252 2.0.0 Verify not available',
  auth: '503 5.5.1 Error: authentication not enabled',
  unknown: '500 5.5.2 Error: command not recognized',
};

/** The name that the server gives itself. */
export function scriptName(script: SmtpScript): string {
  return script.name ?? defaultName;
}

/** What the script does at this stage, a healthy server's answer where it says nothing of its own. */
export function scriptAction(script: SmtpScript, stage: ScriptStage, argument: string, encrypted: boolean): ReplyAction {
  const name = scriptName(script);
  if (stage === 'greeting') {
    const action = resolveReply(script.greeting ?? `220 ${name} ESMTP Postfix`);
    return script.greetingDelayMs === undefined ? action : { ...action, delayMs: script.greetingDelayMs };
  }
  if (stage === 'ehlo') return resolveAnswer(script.ehlo ?? formatEhlo(script, encrypted), argument);
  if (stage === 'helo') return resolveAnswer(script.helo ?? `250 ${name}`, argument);
  return resolveAnswer(script[stage] ?? healthyAnswers[stage], argument);
}

/** RFC 3207 section 4.2: STARTTLS is not offered again under TLS. */
function formatEhlo(script: SmtpScript, encrypted: boolean): string {
  const offersTls = script.tls !== null && !encrypted;
  const keywords = [...(script.extensions ?? defaultExtensions), ...(offersTls ? ['STARTTLS'] : [])];
  const lines = [scriptName(script), ...keywords];
  return lines.map((line, at) => `250${at === lines.length - 1 ? ' ' : '-'}${line}`).join('\n');
}
