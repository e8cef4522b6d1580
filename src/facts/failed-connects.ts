/**
 * Hosts whose connect failed in a given way.
 */
import type { ConnectFailure } from '../model/evidence.js';
import type { HostResult } from './host-results.js';

/** Those among the hosts whose connect failed in one of these ways. */
export function connectFailedAs(hosts: readonly HostResult[], failures: readonly ConnectFailure[]): readonly HostResult[] {
  return hosts.filter(({ connect }) => connect?.outcome.state === 'failed' && failures.includes(connect.outcome.failure));
}
