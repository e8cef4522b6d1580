/**
 * Times of queue listings and logs: without a year, without a zone, as an age, or in seconds since 1970.
 */

/** What a time without year and zone is read against. */
export interface LocalClock {
  readonly nowMs: number;
  readonly offsetMinutes: number;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day is granted for clocks that differ; a time further ahead belongs to the year before. */
const aheadMs = 86_400_000;

/** `Nov 23 20:15:01` in the year that puts it at or before now; null where it is no such time. */
export function parseMonthDay(text: string, { nowMs, offsetMinutes }: LocalClock): number | null {
  const match = /([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{2}):(\d{2})(?::(\d{2}))?/.exec(text);
  const month = months.indexOf((match?.[1] ?? '').toLowerCase());
  if (match === null || month < 0) return null;
  const year = new Date(nowMs + offsetMinutes * 60_000).getUTCFullYear();
  const inYear = (chosen: number) =>
    Date.UTC(chosen, month, Number(match[2]), Number(match[3]), Number(match[4]), Number(match[5] ?? 0)) - offsetMinutes * 60_000;
  const atMs = inYear(year);
  return atMs > nowMs + aheadMs ? inYear(year - 1) : atMs;
}

/** Exim's age: `25m`, `4h`, `3d`, `2w` before now; null where it is none. */
export function parseAge(text: string, nowMs: number): number | null {
  const match = /^(\d+)([smhdwy])$/.exec(text);
  if (match === null) return null;
  const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000, y: 31_536_000_000 }[match[2] ?? ''];
  return unitMs === undefined ? null : nowMs - Number(match[1]) * unitMs;
}

/** ISO 8601, PowerShell's `/Date(1700000000000)/`, or what the machine's language makes of a date (month first); null where unreadable. */
export function parseDateText(text: string): number | null {
  const ticks = /\/Date\((-?\d+)/.exec(text)?.[1];
  if (ticks !== undefined) return Number(ticks);
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : atMs;
}
