/**
 * A date of a header field → milliseconds since 1970, in the forms of RFC 5322 section 3.3 and 4.3 and those seen besides.
 *
 * The day of the week is not read: it is often wrong. A missing or unknown zone counts as UTC (RFC 5322 section 4.3).
 */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?`;
const dayFirst = new RegExp(
  String.raw`(?<!\d)(\d{1,2})[ -]{1,3}([A-Za-z]{3})[a-z]{0,6}[ -]{1,3}(\d{4}|\d{2})[ ,]{1,3}${clock}\s{0,3}([+-]\d{4}|[A-Za-z]{1,5})?`,
);
/** `date` and ctime: "Mon Nov 23 10:00:00 UTC 2026". */
const monthFirst = new RegExp(String.raw`([A-Za-z]{3}) {1,2}(\d{1,2}) ${clock}\s{1,3}(?:([+-]\d{4}|[A-Za-z]{1,5})\s{1,3})?(\d{4})`);

/** Hours east of UTC of the zones that RFC 5322 section 4.3 knows, and of those seen besides. */
const zoneHours: ReadonlyMap<string, number> = new Map([
  ['est', -5],
  ['edt', -4],
  ['cst', -6],
  ['cdt', -5],
  ['mst', -7],
  ['mdt', -6],
  ['pst', -8],
  ['pdt', -7],
  ['bst', 1],
  ['cet', 1],
  ['cest', 2],
  ['eet', 2],
  ['eest', 3],
  ['msk', 3],
  ['jst', 9],
]);

/** Milliseconds since 1970, null where no date stands in the text. */
export function parseHeaderDate(text: string): number | null {
  const bounded = text.slice(0, 300);
  const [, day, month, year, hour, minute, second, zone] = dayFirst.exec(bounded) ?? [];
  if (day !== undefined) return compose({ day, month, year, hour, minute, second, zone });
  const [, month2, day2, hour2, minute2, second2, zone2, year2] = monthFirst.exec(bounded) ?? [];
  if (day2 === undefined) return null;
  return compose({ day: day2, month: month2, year: year2, hour: hour2, minute: minute2, second: second2, zone: zone2 });
}

type Part = string | undefined;
interface Parts {
  readonly day: Part;
  readonly month: Part;
  readonly year: Part;
  readonly hour: Part;
  readonly minute: Part;
  readonly second: Part;
  readonly zone: Part;
}

function compose({ day, month, year, hour, minute, second, zone }: Parts): number | null {
  const at = months.indexOf((month ?? '').toLowerCase());
  const [d, h, m, s] = [day, hour, minute, second ?? '0'].map(Number);
  if (at < 0 || d === undefined || h === undefined || m === undefined || s === undefined) return null;
  if (d < 1 || d > 31 || h > 23 || m > 59 || s > 60) return null;
  return Date.UTC(fullYear(Number(year)), at, d, h, m, s) - zoneMinutes(zone) * 60_000;
}

/** RFC 5322 section 4.3: two digits up to 49 are of this century. */
function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function zoneMinutes(zone: Part): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone ?? '') ?? [];
  if (sign === undefined) return (zoneHours.get((zone ?? '').toLowerCase()) ?? 0) * 60;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
