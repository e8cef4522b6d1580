/**
 * What every probe is given: the doors, the trace's zero, and the signal that ends everything.
 *
 * A probe always resolves to evidence. When the signal is raised it ends at once with what it has; a
 * conversation says QUIT first.
 */
import type { IpAddress } from '../model/ip-address.js';
import type { Doors } from '../net/doors.js';

export interface ProbeContext {
  readonly doors: Doors;
  /** The clock's reading when the trace began: the zero of every `startedMs`. */
  readonly originMs: number;
  readonly signal: AbortSignal;
  /** The source address that `--source` asks for; null: the system chooses. */
  readonly source: IpAddress | null;
  /** What mail servers and name servers have sent in the whole trace, counted by the probes; left out: nobody counts. */
  readonly received?: { octets: number; dnsOctets: number };
}

/** Milliseconds since the trace began, to a tenth. */
export function elapsedMs(context: ProbeContext): number {
  return Math.round((context.doors.clock.now() - context.originMs) * 10) / 10;
}

/** Milliseconds since an earlier reading of `elapsedMs`, to a tenth. */
export function durationSince(context: ProbeContext, startedMs: number): number {
  return Math.round((elapsedMs(context) - startedMs) * 10) / 10;
}
