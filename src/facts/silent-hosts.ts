/**
 * Hosts whose port 25 stays silent: what else of them shows life, and which sender would have waited longer.
 */
import { senderProfiles } from '../knowledge/senders.js';
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
  if (outcome?.state !== 'failed' || (outcome.failure !== 'silent' && outcome.failure !== 'prohibited')) return null;
  const signs = signsOfLife(host);
  const evidence = [...host.evidence, ...(host.ping === null ? [] : [host.ping.id])];
  return { host, how: outcome.failure, signs, waitedMs: Math.round(outcome.waitedMs), patient: patientSender(outcome.waitedMs), evidence };
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
