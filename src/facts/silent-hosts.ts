/**
 * Hosts whose port 25 stays silent: what else of them shows life, and which sender would have waited longer.
 */
import { senderProfiles } from '../knowledge/senders.js';
import type { ConnectFailure } from '../model/evidence.js';
import type { Fact } from '../model/fact.js';
import { type HostResult, hostResults } from './host-results.js';

export interface SilentHost {
  readonly host: HostResult;
  /** `silent`: packets vanish; `prohibited`: a firewall says so. */
  readonly how: 'silent' | 'prohibited';
  /** "ping", "port 587": what answered; empty where nothing did. */
  readonly signs: readonly string[];
  /** How long we waited, in ms. */
  readonly waitedMs: number;
  /** The sender that would have waited longest, where any would; its name and wait. */
  readonly patient: { readonly name: string; readonly waitMs: number } | null;
  readonly evidence: readonly string[];
}

export const silentHosts: Fact<readonly SilentHost[]> = {
  name: 'silent-hosts',
  derive: (view) => view.read(hostResults).flatMap((host) => describeSilence(host) ?? []),
};

function describeSilence(host: HostResult): SilentHost | null {
  const outcome = host.connect?.outcome;
  if (outcome?.state !== 'failed') return null;
  const signs = signsOfLife(host);
  const how = outcome.failure === 'silent' ? 'silent' : isProhibited(outcome.failure, signs) ? 'prohibited' : null;
  if (how === null) return null;
  const evidence = [...host.evidence, ...(host.ping === null ? [] : [host.ping.id])];
  return { host, how, signs, waitedMs: Math.round(outcome.waitedMs), patient: patientSender(outcome.waitedMs), evidence };
}

/** Linux tells "administratively prohibited" (ICMP type 3, codes 9, 10 and 13) as host unreachable: a host that answers a ping is not. */
function isProhibited(failure: ConnectFailure, signs: readonly string[]): boolean {
  return failure === 'prohibited' || (failure === 'host-unreachable' && signs.length > 0);
}

function signsOfLife({ ping, life }: HostResult): string[] {
  const answered =
    life?.outcome.state === 'connected' ||
    (life?.outcome.state === 'failed' && (life.outcome.failure === 'refused' || life.outcome.failure === 'reset'));
  return [...(ping?.outcome.state === 'answered' ? ['ping'] : []), ...(answered ? [`port ${life.port}`] : [])];
}

/** The most patient sender among those that wait longer than we did. */
function patientSender(waitedMs: number): SilentHost['patient'] {
  const longer = senderProfiles.flatMap(({ name, connectTimeoutMs }) =>
    connectTimeoutMs !== null && connectTimeoutMs > waitedMs ? [{ name, waitMs: connectTimeoutMs }] : [],
  );
  return longer.sort((a, b) => b.waitMs - a.waitMs)[0] ?? null;
}
