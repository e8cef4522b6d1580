/**
 * One SMTP conversation, in the order of RFC 5321, and no further than asked.
 *
 * Greeting; EHLO, else HELO; STARTTLS where offered, and EHLO again; MAIL; RCPT, the real recipient first; RSET; QUIT, always.
 * DATA only with a message and `upTo: 'message'`, once. What the server does wrong is evidence; only a name or
 * an address that must never reach the wire throws.
 */
import type { SmtpEvidence, TlsEvidence } from '../../model/evidence.js';
import type { Reply } from '../../model/reply.js';
import { findExtension, parseEhloKeywords } from '../../parse/smtp/ehlo.js';
import { encodeMessageData } from '../../parse/smtp/message-data.js';
import { durationSince, elapsedMs, type ProbeContext } from '../context.js';
import { SmtpConversation } from './smtp-conversation.js';
import { assertSafeRequest, type SmtpRequest, stageLimitMs } from './smtp-request.js';
import { startTls } from './start-tls.js';

export type { SmtpRequest } from './smtp-request.js';

export interface SmtpProbe {
  readonly evidence: SmtpEvidence;
  /** Null where there was no handshake. */
  readonly tls: TlsEvidence | null;
}

type Extensions = readonly string[] | null;

/** What a conversation brought besides its exchanges. */
interface Gains {
  extensions: Extensions;
  extensionsBeforeTls: Extensions;
  tls: TlsEvidence | null;
}

/** Converses over the stream and ends it. Resolves to evidence whatever the server does. @throws UnsafeCommandError where a name or an address holds control characters; nothing was sent then */
export async function probeSmtp(context: ProbeContext, request: SmtpRequest): Promise<SmtpProbe> {
  try {
    assertSafeRequest(request);
  } catch (error) {
    request.stream.destroy();
    throw error;
  }
  const startedMs = elapsedMs(context);
  const { address, port } = request.stream.remote;
  const conversation = new SmtpConversation(context, request);
  const { extensions, extensionsBeforeTls, tls } = await converse(context, conversation, request);
  await conversation.close();
  const { id, exchange, purpose, identity } = request;
  const evidence: SmtpEvidence = {
    ...({ id, kind: 'smtp', origin: 'live', startedMs, durationMs: durationSince(context, startedMs) } as const),
    ...{ exchange, address, port, purpose, identity },
    exchanges: conversation.exchanges,
    extensions,
    extensionsBeforeTls,
    transcript: conversation.connection.transcript,
    tls: tls === null ? null : tls.id,
    anomalies: [...conversation.connection.anomalies],
    outcome: conversation.failure ?? { state: 'completed' },
  };
  return { evidence, tls };
}

async function converse(context: ProbeContext, conversation: SmtpConversation, request: SmtpRequest): Promise<Gains> {
  const gains: Gains = { extensions: null, extensionsBeforeTls: null, tls: null };
  if (!isPositive(await conversation.hearGreeting()) || request.upTo === 'greeting') return gains;
  const hello = await sayHello(conversation, request.identity.helo);
  gains.extensions = hello.extensions;
  if (!hello.accepted || request.upTo === 'hello') return gains;
  if (request.startTls && offers(gains.extensions, 'STARTTLS') && !(await goEncrypted(context, conversation, request, gains))) return gains;
  if (request.upTo !== 'tls') await sendEnvelope(conversation, request, gains.extensions);
  return gains;
}

interface Hello {
  readonly accepted: boolean;
  readonly extensions: Extensions;
}

/** EHLO; HELO where the server refuses it for good (RFC 5321 section 3.2). */
async function sayHello(conversation: SmtpConversation, helo: string): Promise<Hello> {
  const ehlo = await conversation.ask('hello', `EHLO ${helo}`);
  if (ehlo === null || (ehlo.code < 500 && !isPositive(ehlo))) return { accepted: false, extensions: null };
  if (isPositive(ehlo)) return { accepted: true, extensions: parseEhloKeywords(ehlo) };
  return { accepted: isPositive(await conversation.ask('hello', `HELO ${helo}`)), extensions: null };
}

/** STARTTLS and the second EHLO, which alone counts (RFC 3207 section 4.2). Whether the conversation goes on. */
async function goEncrypted(context: ProbeContext, conversation: SmtpConversation, request: SmtpRequest, gains: Gains): Promise<boolean> {
  gains.tls = await startTls(context, conversation, request);
  if (conversation.failure !== null) return false;
  // A refusal of STARTTLS leaves a conversation in plain text behind, but for a 421.
  if (gains.tls === null) return conversation.exchanges.at(-1)?.reply?.code !== 421;
  gains.extensionsBeforeTls = gains.extensions;
  const hello = await sayHello(conversation, request.identity.helo);
  gains.extensions = hello.extensions;
  return hello.accepted;
}

/** MAIL, RCPT, and the message or RSET. Stops before MAIL where the identity is not complete or the server lacks SMTPUTF8. */
async function sendEnvelope(conversation: SmtpConversation, request: SmtpRequest, extensions: Extensions): Promise<void> {
  const { sender, recipient } = request.identity;
  if (sender === null || recipient === null) return;
  if (request.smtpUtf8 && !offers(extensions, 'SMTPUTF8')) return;
  const mail = await conversation.ask('mail', `MAIL FROM:<${sender}>${mailParameters(request, extensions)}`);
  if (!isPositive(mail)) return;
  if (request.upTo === 'mail') return reset(conversation);
  const rcpt = await conversation.ask('rcpt', `RCPT TO:<${recipient}>`);
  if (rcpt === null || rcpt.code === 421) return;
  if (request.upTo === 'message' && request.message !== null) {
    if (isPositive(rcpt)) return sendMessage(conversation, request.message);
  } else if (!(await askExtraRecipients(conversation, request))) return;
  await reset(conversation);
}

async function reset(conversation: SmtpConversation): Promise<void> {
  await conversation.askInPassing('rset', 'RSET');
}

/** Parameters that are both needed and offered: SIZE (RFC 1870), BODY (RFC 6152), SMTPUTF8 (RFC 6531). */
function mailParameters({ sizeBytes, eightBit, smtpUtf8 }: SmtpRequest, extensions: Extensions): string {
  const size = sizeBytes !== null && offers(extensions, 'SIZE') ? ` SIZE=${sizeBytes}` : '';
  const body = eightBit && offers(extensions, '8BITMIME') ? ' BODY=8BITMIME' : '';
  return `${size}${body}${smtpUtf8 ? ' SMTPUTF8' : ''}`;
}

/** The real recipient has its answer, so nothing that happens here is a failure. Whether the server still answers. */
async function askExtraRecipients(conversation: SmtpConversation, request: SmtpRequest): Promise<boolean> {
  for (const recipient of request.extraRecipients) {
    const reply = await conversation.askInPassing('rcpt', `RCPT TO:<${recipient}>`, stageLimitMs(request, 'rcpt'));
    if (reply === null || reply.code === 421) return false;
  }
  return true;
}

async function sendMessage(conversation: SmtpConversation, message: Uint8Array): Promise<void> {
  const data = await conversation.ask('data', 'DATA');
  if (data?.code === 354) await conversation.sendMessage(encodeMessageData(message));
}

function isPositive(reply: Reply | null): boolean {
  return reply !== null && reply.code >= 200 && reply.code < 300;
}

function offers(extensions: Extensions, keyword: string): boolean {
  return extensions !== null && findExtension(extensions, keyword) !== null;
}
