/**
 * STARTTLS and the handshake (RFC 3207).
 */
import type { TlsEvidence } from '../../model/evidence.js';
import { durationSince, elapsedMs, type ProbeContext } from '../context.js';
import { describeTls } from '../tls/tls-evidence.js';
import type { SmtpConversation } from './smtp-conversation.js';
import { type SmtpRequest, stageLimitMs } from './smtp-request.js';

/**
 * What is slipped in behind the 220 may come a segment later; a short look is enough on a path where both travel together.
 * It is not waited for longer: a healthy server says nothing, and every conversation would pay.
 */
const surplusWaitMs = 5;

/**
 * Asks for TLS and shakes hands. Evidence only where the server said yes; null where it refused (RFC 3207
 * section 4.1: the conversation may go on in plain text) or the conversation broke off. A handshake that fails is a
 * failure of the conversation.
 */
export async function startTls(context: ProbeContext, conversation: SmtpConversation, request: SmtpRequest): Promise<TlsEvidence | null> {
  const reply = await conversation.ask('starttls', 'STARTTLS');
  if (reply === null || reply.code !== 220) return null;
  await new Promise<void>((resolve) => void context.doors.clock.after(surplusWaitMs, resolve));
  if (conversation.connection.discardSurplus()) conversation.connection.anomalies.add('text-after-starttls');
  return shakeHands(context, conversation, request);
}

async function shakeHands(context: ProbeContext, conversation: SmtpConversation, request: SmtpRequest): Promise<TlsEvidence> {
  const { connection, signal } = conversation;
  const startedMs = elapsedMs(context);
  const limitMs = stageLimitMs(request, 'tls');
  const { remote } = connection.stream;
  const settings = { serverName: request.exchange, allowOld: request.allowOldTls, timeoutMs: limitMs, signal };
  const result = await context.doors.upgradeTls(connection.stream, settings);
  const durationMs = durationSince(context, startedMs);
  const { tlsId: id, exchange, purpose } = request;
  const evidence = describeTls({ id, exchange, remote, purpose, startedMs, durationMs, limitMs, signal }, result);
  if (result.state === 'established') {
    connection.note('tls', `${result.protocol} ${result.cipher}`);
    connection.continueOver(result.stream);
  } else if (result.state === 'aborted') conversation.fail('tls', 'cut-short', { waitedMs: durationMs, limitMs });
  else {
    const waited = result.state === 'timeout' ? { waitedMs: limitMs, limitMs } : {};
    const detail = result.state === 'failed' ? result.detail : 'the handshake did not end in time';
    conversation.fail('tls', 'tls', { detail, ...waited });
  }
  request.onStage?.('tls', result.state === 'established' ? result.protocol : result.state);
  return evidence;
}
