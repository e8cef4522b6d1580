/**
 * One TCP connect to one address: does somebody answer there, and if not, who says so?
 *
 * Nothing is sent once the connection stands; the stream is handed on, and whoever receives it ends it.
 */
import type { DomainName } from '../../model/domain-name.js';
import type { ConnectEvidence, ConnectPurpose } from '../../model/evidence.js';
import type { IpAddress } from '../../model/ip-address.js';
import type { ByteStream, TcpResult } from '../../net/doors.js';
import { durationSince, elapsedMs, type ProbeContext } from '../context.js';
import { skipReasonOf } from '../skip-reason.js';

export interface ConnectRequest {
  readonly id: string;
  readonly address: IpAddress;
  readonly port: number;
  readonly exchange: DomainName | null;
  readonly purpose: ConnectPurpose;
  readonly timeoutMs: number;
  /** Cuts this connect short: it counts as silent then, with fewer `waitedMs` than `limitMs`. */
  readonly signal?: AbortSignal;
}

export interface ConnectProbe {
  readonly evidence: ConnectEvidence;
  /** Null where there is no connection. */
  readonly stream: ByteStream | null;
}

/** Connects and tells. Always resolves; the context's signal makes it `skipped`. */
export async function probeConnect(context: ProbeContext, request: ConnectRequest): Promise<ConnectProbe> {
  const { id, address, port, exchange, purpose, timeoutMs } = request;
  const startedMs = elapsedMs(context);
  const signal = request.signal === undefined ? context.signal : AbortSignal.any([context.signal, request.signal]);
  const neverBegan = signal.aborted;
  const result = await context.doors.connectTcp({ remote: { address, port }, source: context.source, timeoutMs, signal });
  const durationMs = durationSince(context, startedMs);
  const outcome =
    result.state === 'aborted' && (neverBegan || context.signal.aborted)
      ? ({ state: 'skipped', reason: skipReasonOf(signal) } as const)
      : describeResult(result, { waitedMs: durationMs, limitMs: timeoutMs });
  return {
    evidence: { id, kind: 'connect', origin: 'live', startedMs, durationMs, address, port, exchange, purpose, outcome },
    stream: result.state === 'connected' ? result.stream : null,
  };
}

interface Wait {
  readonly waitedMs: number;
  readonly limitMs: number;
}

function describeResult(result: TcpResult, wait: Wait): ConnectEvidence['outcome'] {
  if (result.state === 'connected') return { state: 'connected', source: result.stream.local.address };
  if (result.state === 'aborted') return { state: 'failed', failure: 'silent', detail: null, ...wait };
  return { state: 'failed', failure: result.failure, detail: result.detail, ...wait };
}
