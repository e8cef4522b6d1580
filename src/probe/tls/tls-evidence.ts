/**
 * A handshake's result → evidence.
 */
import type { DomainName } from '../../model/domain-name.js';
import type { SmtpPurpose, TlsEvidence } from '../../model/evidence.js';
import type { Endpoint, TlsResult } from '../../net/doors.js';
import { skipReasonOf } from '../skip-reason.js';

export interface TlsAttempt {
  readonly id: string;
  readonly exchange: DomainName | null;
  readonly remote: Endpoint;
  readonly purpose: SmtpPurpose;
  readonly startedMs: number;
  readonly durationMs: number;
  readonly limitMs: number;
  readonly signal: AbortSignal;
}

/** The evidence of one handshake; one that the signal ended is `skipped`. */
export function describeTls(attempt: TlsAttempt, result: TlsResult): TlsEvidence {
  const { id, exchange, remote, purpose, startedMs, durationMs } = attempt;
  const frame = { id, kind: 'tls', origin: 'live', startedMs, durationMs } as const;
  return { ...frame, exchange, address: remote.address, port: remote.port, purpose, outcome: describeOutcome(attempt, result) };
}

function describeOutcome({ durationMs, limitMs, signal }: TlsAttempt, result: TlsResult): TlsEvidence['outcome'] {
  if (result.state === 'aborted') return { state: 'skipped', reason: skipReasonOf(signal) };
  const wait = { waitedMs: durationMs, limitMs };
  if (result.state === 'timeout') return { state: 'failed', side: 'connection', detail: 'the handshake did not end in time', ...wait };
  if (result.state === 'failed') return { state: 'failed', side: result.side, detail: result.detail, ...wait };
  const { protocol, cipher, chain, chainFault, nameMatches } = result;
  return { state: 'established', protocol, cipher, chain, chainFault, nameMatches };
}
