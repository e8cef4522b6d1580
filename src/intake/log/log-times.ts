/**
 * Times of log lines, fast: those of the same hour look alike at their beginning and at their end.
 *
 * RFC 3164 times have neither year nor zone: the zone is the given one, the year the one that puts them before now.
 */
import { type LocalClock, parseMonthDay } from '../queue/listing-time.js';

const hourMs = 3_600_000;

export interface LogTimes {
  /** Milliseconds since 1970; null where unreadable. */
  read(time: string): number | null;
  /** The same, at the start of its hour. */
  readHour(time: string): number | null;
  /** What the times of the same hour look like, those written in the same way. */
  markHour(time: string): HourMarks;
}

/** Times of one length that begin and end so lie in one hour (UTC). */
export interface HourMarks {
  readonly start: string;
  readonly end: string;
}

/** A reader of times for one log. */
export function createLogTimes(clock: LocalClock): LogTimes {
  let key = '';
  let hour: number | null = null;
  let last = '';
  let lastMs: number | null = null;
  const read = (time: string) => {
    if (time !== last) {
      last = time;
      lastMs = parseLogTime(time, clock);
    }
    return lastMs;
  };
  return {
    read,
    markHour: (time) => markHour(time, clock),
    readHour(time) {
      const { start, end } = markHour(time, clock);
      if (start + end !== key) {
        key = start + end;
        const atMs = read(time);
        hour = atMs === null ? null : Math.floor(atMs / hourMs) * hourMs;
      }
      return hour;
    },
  };
}

/** `Nov 23 20`, `2026-11-23T20`; in a zone off the whole hour (India's, Nepal's) an hour ends within one of the clock: to the minute. */
function markHour(time: string, clock: LocalClock): HourMarks {
  if (time.charCodeAt(4) === 45) {
    const zone = findZone(time);
    return { start: time.slice(0, zoneMinutes(zone === '' ? undefined : zone, clock) % 60 === 0 ? 13 : 16), end: zone };
  }
  if (time.charCodeAt(3) === 32) return { start: time.slice(0, clock.offsetMinutes % 60 === 0 ? 9 : 12), end: '' };
  return { start: time, end: '' };
}

/** The zone that an ISO 8601 time ends with; `''` where it has none. */
function findZone(time: string): string {
  if (time.endsWith('Z')) return 'Z';
  const sign = Math.max(time.lastIndexOf('+'), time.lastIndexOf('-'));
  return sign > 10 ? time.slice(sign) : '';
}

/** ISO 8601 with or without a zone, `2026-11-23 20:15:01`, `Nov 23 20:15:01`, microseconds since 1970 (journald). */
function parseLogTime(time: string, clock: LocalClock): number | null {
  if (/^\d{16}$/.test(time)) return Number(time.slice(0, 13));
  const match = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?$/.exec(time);
  if (match === null) return parseMonthDay(time, clock) ?? parseForeign(time, clock);
  const [, year, month, day, hour, minute, second, fraction = '0', zone] = match;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return local + Math.floor(Number(fraction) * 1000) - zoneMinutes(zone, clock) * 60_000;
}

/** What PowerShell makes of a date where English is spoken: `11/23/2026 7:00:00 PM`, with or without `Z`. */
function parseForeign(time: string, { offsetMinutes }: LocalClock): number | null {
  const match = /^(\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)?)(Z?)$/.exec(time);
  if (match === null) return null;
  const atMs = Date.parse(`${match[1]} UTC`);
  return Number.isNaN(atMs) ? null : atMs - (match[2] === 'Z' ? 0 : offsetMinutes * 60_000);
}

function zoneMinutes(zone: string | undefined, { offsetMinutes }: LocalClock): number {
  if (zone === undefined) return offsetMinutes;
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}
