/**
 * A clock that counts its timers: what a probe started must not run when the probe has resolved.
 */
import type { Clock } from '../../src/net/doors.js';
import { createNodeClock } from '../../src/net/node-clock.js';

/** The machine's clock; `running` has an element for each timer that was neither cancelled nor has fired. */
export function createCountingClock(): Clock & { readonly running: Set<object> } {
  const clock = createNodeClock();
  const running = new Set<object>();
  return {
    ...clock,
    running,
    after(delayMs, callback) {
      const key = {};
      running.add(key);
      const timer = clock.after(delayMs, () => {
        running.delete(key);
        callback();
      });
      return {
        cancel() {
          running.delete(key);
          timer.cancel();
        },
      };
    },
  };
}
