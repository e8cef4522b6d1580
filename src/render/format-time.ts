/**
 * Times for people. The report's times are UTC, so that sender and recipient read the same.
 */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "24 Nov 2026 10:42 UTC" of an ISO time. */
export function formatDate(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()} ${formatClock(date, false)} UTC`;
}

/** "10:42:03", so many milliseconds after an ISO time. */
export function formatMoment(iso: string, atMs: number): string {
  const date = new Date(Date.parse(iso) + atMs);
  return Number.isNaN(date.getTime()) ? '?' : formatClock(date, true);
}

function formatClock(date: Date, seconds: boolean): string {
  return date.toISOString().slice(11, seconds ? 19 : 16);
}

/** "18 ms", "6.1 s", "15 s": short, for a table. */
export function formatSpan(ms: number): string {
  if (ms < 1) return '<1 ms';
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  return ms < 9950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`;
}

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** "5 min", "1 h 40 min", "5 d": up to two units. */
export function formatDuration(ms: number): string {
  const parts: string[] = [];
  let rest = Math.round(ms / 1000) * 1000;
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    if (count > 0 && parts.length < 2) parts.push(`${count} ${unit}`);
    rest -= count * size;
  }
  return parts.length === 0 ? '0 s' : parts.join(' ');
}

/** "3.004": seconds from the start of the trace, for a transcript. */
export function formatOffset(atMs: number): string {
  return (atMs / 1000).toFixed(3);
}
