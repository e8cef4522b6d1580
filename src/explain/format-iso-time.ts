/**
 * Times as reports have them.
 */

/** The furthest time that a Date can hold, ms (ECMA-262 section 21.4.1.1). */
const furthestMs = 8.64e15;

/** ISO 8601 of milliseconds since 1970; null where there is none, or one that no calendar holds. */
export function formatIsoTime(atMs: number | null): string | null {
  return atMs === null || !(Math.abs(atMs) <= furthestMs) ? null : new Date(atMs).toISOString();
}
