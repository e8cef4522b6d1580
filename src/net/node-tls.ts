/**
 * TLS as a client over a stream that stands, as an opportunistic mail server does it: whatever certificate
 * comes is taken, and what is wrong with it is said.
 *
 * `node:tls` is loaded when the first handshake begins. Who refused is told from OpenSSL's word: an alert
 * that came is the server's, a broken connection is nobody's, everything else is our own library's.
 */
import type { Socket } from 'node:net';
import type { SecureContext, TLSSocket } from 'node:tls';
import type { TlsFailureSide } from '../model/evidence.js';
import { isCertificateFor } from './certificate-name.js';
import type { ByteStream, Clock, TlsOptions, TlsResult } from './doors.js';
import { errnoOf } from './errno.js';
import { createNodeStream, isNodeStream } from './node-stream.js';

/** `ca`: PEM certificates that are trusted in place of the machine's roots; null: those. */
export interface TlsTrust {
  readonly ca: string | null;
}

const contexts = new Map<string, SecureContext>();

/** Reading some 150 roots takes milliseconds, so each context is made once. */
function secureContext(tls: typeof import('node:tls'), allowOld: boolean, ca: string | null): SecureContext {
  const key = `${allowOld} ${ca}`;
  const context =
    contexts.get(key) ??
    tls.createSecureContext({
      // With OpenSSL 3 the lower protocol is of no use without the lower security level.
      ...(allowOld ? { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } : {}),
      ...(ca === null ? {} : { ca }),
    });
  contexts.set(key, context);
  return context;
}

/** Upgrades a stream that `createNodeStream` made. Always resolves; the old stream is dead afterwards, also on failure. @throws TypeError on a stream of another make */
export async function upgradeNodeTls(clock: Clock, stream: ByteStream, options: TlsOptions, trust: TlsTrust): Promise<TlsResult> {
  if (!isNodeStream(stream)) throw new TypeError('only a stream on a socket can be upgraded');
  const socket = stream.takeSocket();
  const [tls, { describeChain }] = await Promise.all([import('node:tls'), import('./certificate-facts.js')]);
  if (socket.readableEnded || socket.destroyed) {
    socket.destroy();
    return closedEarly;
  }
  const secured = tls.connect({
    socket,
    secureContext: secureContext(tls, options.allowOld, trust.ca),
    ...(options.serverName === null ? {} : { servername: options.serverName }),
    ...(options.allowOld ? { minVersion: 'TLSv1' as const } : {}),
    rejectUnauthorized: false,
    // The name is judged by itself, so that a fault of the chain is not hidden behind it.
    checkServerIdentity: () => undefined,
  });
  const result = await awaitHandshake(clock, secured, options);
  if (result !== 'secured') {
    destroyBoth(secured, socket);
    return result;
  }
  const chain = describeChain(secured.getPeerCertificate(true));
  return {
    state: 'established',
    stream: createNodeStream(secured, { local: stream.local, remote: stream.remote }),
    protocol: secured.getProtocol() ?? 'unknown',
    cipher: secured.getCipher().standardName,
    chain,
    chainFault: secured.authorized ? null : String(secured.authorizationError),
    nameMatches: options.serverName === null ? null : isCertificateFor(chain[0]?.names ?? [], options.serverName),
  };
}

function destroyBoth(secured: TLSSocket, socket: Socket): void {
  secured.on('error', () => undefined);
  secured.destroy();
  socket.destroy();
}

/** Node's TLS waits for ever on a socket whose end it was not there to see. */
const closedEarly: Extract<TlsResult, { state: 'failed' }> = {
  state: 'failed',
  side: 'connection',
  detail: 'the connection was closed during the handshake',
};

type Handshake = 'secured' | Exclude<TlsResult, { state: 'established' }>;

function awaitHandshake(clock: Clock, secured: TLSSocket, { timeoutMs, signal }: TlsOptions): Promise<Handshake> {
  return new Promise((resolve) => {
    const settle = (result: Handshake) => {
      timer.cancel();
      signal.removeEventListener('abort', onAbort);
      secured.off('error', onError).off('close', onClose).off('secureConnect', onSecure);
      resolve(result);
    };
    const onAbort = () => settle({ state: 'aborted' });
    const onError = (error: Error) => settle({ state: 'failed', side: failureSide(error), detail: failureDetail(error) });
    const onClose = () => settle(closedEarly);
    const onSecure = () => {
      secured.pause();
      settle('secured');
    };
    const timer = clock.after(timeoutMs, () => settle({ state: 'timeout' }));
    signal.addEventListener('abort', onAbort);
    secured.once('error', onError).once('close', onClose).once('secureConnect', onSecure);
    if (signal.aborted) onAbort();
  });
}

/** OpenSSL names an alert that was received `…_ALERT_…`. */
function failureSide(error: Error): TlsFailureSide {
  const code = errnoOf(error) ?? '';
  if (code.includes('_ALERT_')) return 'server';
  return code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO' ? 'here' : 'connection';
}

/** OpenSSL's reason without the lines of its source. */
function failureDetail(error: Error): string {
  if ('reason' in error && typeof error.reason === 'string') return error.reason;
  return error.message.split('\n')[0] ?? '';
}
