/**
 * The machine's own clock.
 */
import type { Clock } from './doors.js';

/** setTimeout counts in 32 bits; a longer delay would fire at once. */
const delayLimitMs = 2_147_483_647;

/** A clock that runs as fast as the wall's. */
export function createNodeClock(): Clock {
  return {
    now: () => performance.now(),
    wallNow: () => Date.now(),
    after(delayMs, callback) {
      const timer = setTimeout(callback, Math.min(Math.max(delayMs, 0), delayLimitMs));
      return { cancel: () => clearTimeout(timer) };
    },
  };
}
