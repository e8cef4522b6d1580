/**
 * What times without a year or a zone are read against.
 */

export interface LogClock {
  /** ISO 8601: "now" for times without a year; left out: now. */
  readonly startedAt?: string;
  /** Minutes east of UTC of the machine that logged, for times without a zone; left out: this machine's. */
  readonly offsetMinutes?: number;
}

/** The given "now" and zone, else this machine's. */
export function readLogClock({ startedAt, offsetMinutes }: LogClock): {
  readonly startedAt: string;
  readonly nowMs: number;
  readonly offsetMinutes: number;
} {
  const nowMs = startedAt === undefined ? Date.now() : Date.parse(startedAt);
  return {
    startedAt: startedAt ?? new Date(nowMs).toISOString(),
    nowMs,
    offsetMinutes: offsetMinutes ?? -new Date(nowMs).getTimezoneOffset(),
  };
}
