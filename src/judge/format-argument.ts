/**
 * Arguments as sentences show them: lists with "and", times, durations and sizes in the unit that people use.
 *
 * The unit follows from the argument's name: `…Ms`, `…Seconds`, `…Bytes`. A name that ends in `At`, or is
 * `until`, holds an ISO 8601 time. Nothing is escaped here; that is the renderer's duty.
 */
import type { Argument } from '../model/rule.js';

/** The argument in words; null where there is nothing to say: null, an empty text, an empty list. */
export function formatArgument(name: string, value: Argument): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return formatNumber(name, value);
  if (typeof value !== 'string') return formatList(value);
  return /(At|^until)$/.test(name) ? (formatTime(value) ?? value) : value;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "25 Nov 2026 07:12 UTC" of an ISO 8601 time in UTC; null where it is none. */
function formatTime(iso: string): string | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(:\d\d(\.\d+)?)?Z$/.exec(iso);
  const month = months[Number(parts?.[2]) - 1];
  return parts === null || month === undefined ? null : `${Number(parts[3])} ${month} ${parts[1]} ${parts[4]} UTC`;
}

function formatNumber(name: string, value: number): string {
  if (/(Ms|^ms)$/.test(name)) return formatDuration(value);
  if (/(Seconds|^seconds)$/.test(name)) return formatDuration(value * 1_000);
  if (/(Bytes|^bytes)$/.test(name)) return formatBytes(value);
  return String(value);
}

/** "a", "a and b", "a, b and c"; null for an empty list. */
export function formatList(items: readonly string[]): string | null {
  const last = items.at(-1);
  if (last === undefined) return null;
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** 1 day and more is told in days and hours, and so on: two units at most, the second where it is not 0. */
const units = [
  { ms: 86_400_000, word: 'd' },
  { ms: 3_600_000, word: 'h' },
  { ms: 60_000, word: 'min' },
  { ms: 1_000, word: 's' },
] as const;

/** "640 ms", "6.1 s", "15 s", "2 min", "1 min 30 s", "4 h 10 min", "5 days". */
export function formatDuration(durationMs: number): string {
  if (durationMs < 1_000) return `${Math.max(0, Math.round(durationMs))} ms`;
  if (durationMs < 9_950) return `${Math.round(durationMs / 100) / 10} s`;
  const at = units.findIndex(({ ms }) => roundTo(durationMs, ms) >= ms);
  const larger = units[at] ?? units[3];
  const smaller = units[at + 1];
  const roundedMs = roundTo(durationMs, larger.ms);
  const whole = Math.floor(roundedMs / larger.ms);
  const rest = smaller === undefined ? 0 : Math.round((roundedMs - whole * larger.ms) / smaller.ms);
  const head = larger.word === 'd' ? `${whole} ${whole === 1 ? 'day' : 'days'}` : `${whole} ${larger.word}`;
  return rest === 0 || smaller === undefined ? head : `${head} ${rest} ${smaller.word}`;
}

/** Rounded to the unit below the one that leads, so that 59.9 s is a minute and no "60 s". */
function roundTo(durationMs: number, leadingMs: number): number {
  const below = units.find(({ ms }) => ms < leadingMs)?.ms ?? leadingMs;
  return Math.round(durationMs / below) * below;
}

/** Decimal units, as administrators configure them: "35 MB", "1.5 kB", "512 bytes". */
export function formatBytes(sizeBytes: number): string {
  if (sizeBytes < 1_000) return `${sizeBytes} bytes`;
  const [size, unit] = sizeBytes < 1_000_000 ? [sizeBytes / 1_000, 'kB'] : [sizeBytes / 1_000_000, 'MB'];
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${unit}`;
}
