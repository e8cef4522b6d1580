/**
 * One query over TCP (RFC 7766): a connection, the query, the answer, each behind its length in two octets.
 *
 * The time limit covers connecting and the whole answer, so that a server that sends an octet a second ends
 * nothing but itself. No more than the announced length is kept, at most 65,535 octets.
 */
import type { DnsFailure } from '../../model/dns.js';
import type { ConnectFailure } from '../../model/evidence.js';
import type { ByteStream } from '../../net/doors.js';
import type { ProbeContext } from '../context.js';
import { awaitFirst } from './await-first.js';
import type { ExchangeOptions, ExchangeResult } from './exchange-udp.js';
import { parseResponse, type SentQuery } from './parse-response.js';

/** Always resolves. There is nobody else on a connection: an answer with another id or question is `mismatched` at once. */
export async function exchangeTcp(context: ProbeContext, query: SentQuery, options: ExchangeOptions): Promise<ExchangeResult> {
  const { clock } = context.doors;
  const endsAt = clock.now() + options.timeoutMs;
  const { address, port } = query.question.server;
  const connection = await context.doors.connectTcp({ remote: { address, port }, ...options, signal: context.signal });
  if (connection.state === 'aborted') return { kind: 'aborted' };
  if (connection.state === 'failed') return failed(failureOfConnect[connection.failure], connection.detail ?? connection.failure);
  const leftMs = Math.max(0, endsAt - clock.now());
  const { stream } = connection;
  if (context.signal.aborted) stream.destroy();
  const result = await awaitFirst<ExchangeResult>(context, leftMs, (settle) => converse(stream, query, settle));
  if (result === 'aborted') return { kind: 'aborted' };
  return result === 'timeout' ? failed('timeout', 'the answer over TCP was not complete in time') : result;
}

const failureOfConnect: Readonly<Record<ConnectFailure, DnsFailure>> = {
  refused: 'refused',
  reset: 'refused',
  'host-unreachable': 'unreachable',
  'network-unreachable': 'unreachable',
  prohibited: 'unreachable',
  'no-source': 'unreachable',
  silent: 'timeout',
  other: 'unreachable',
};

function failed(failure: DnsFailure, detail: string): ExchangeResult {
  return { kind: 'failed', failure, detail };
}

function converse(stream: ByteStream, query: SentQuery, settle: (result: ExchangeResult) => void): () => void {
  const frame = createFrame();
  stream.start({
    onData(bytes) {
      if (frame.take(bytes)) settle(resultOf(frame.bytes(), query));
    },
    onEnd(reason, detail) {
      const received = frame.received();
      if (reason === 'reset') settle(failed('refused', `the connection was reset${detail === null ? '' : `: ${detail}`}`));
      else if (received === 0) settle(failed('refused', 'the server closed the connection without an answer'));
      else settle(failed('malformed', `the server closed the connection after ${received} octets of an answer`));
    },
  });
  stream.write(Uint8Array.of(query.bytes.length >> 8, query.bytes.length & 0xff, ...query.bytes));
  return () => (frame.isComplete() ? stream.end() : stream.destroy());
}

function resultOf(bytes: Uint8Array, query: SentQuery): ExchangeResult {
  const reception = parseResponse(bytes, query, 'tcp');
  if (reception.kind === 'response') return reception;
  if (reception.kind === 'malformed') return failed('malformed', reception.detail);
  return failed('mismatched', 'the answer over TCP has another id or question');
}

interface Frame {
  /** Takes what came; true once the message is complete. Octets behind it are dropped. */
  take(bytes: Uint8Array): boolean;
  bytes(): Uint8Array;
  received(): number;
  isComplete(): boolean;
}

/** A message behind its length (RFC 1035 section 4.2.2), put together from pieces of any size. */
function createFrame(): Frame {
  let prefix: readonly number[] = [];
  let body: Uint8Array | null = null;
  let filled = 0;
  const isComplete = (): boolean => body !== null && filled === body.length;
  return {
    take(bytes) {
      const missing = 2 - prefix.length;
      prefix = [...prefix, ...bytes.subarray(0, missing)];
      const [high, low] = prefix;
      if (high === undefined || low === undefined) return false;
      body ??= new Uint8Array((high << 8) | low);
      const piece = bytes.subarray(missing, missing + body.length - filled);
      body.set(piece, filled);
      filled += piece.length;
      return isComplete();
    },
    bytes: () => body ?? new Uint8Array(),
    received: () => prefix.length + filled,
    isComplete,
  };
}
