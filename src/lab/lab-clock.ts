/**
 * The lab's clock: as many of its milliseconds pass as the world wants while one of the wall's does.
 */
import type { Clock, Timer } from '../net/doors.js';

export interface LabClock extends Clock {
  /** Cancels every timer that is still running; later ones are never called back. */
  stop(): void;
}

/** A clock on top of the real one. `speed` 60: a minute's silence lasts a second. */
export function createLabClock(wall: Clock, speed: number): LabClock {
  const originMs = wall.now();
  const timers = new Set<Timer>();
  let stopped = false;
  return {
    now: () => originMs + (wall.now() - originMs) * speed,
    wallNow: () => wall.wallNow(),
    after(delayMs, callback) {
      if (stopped) return { cancel: () => undefined };
      const timer = wall.after(delayMs / speed, () => {
        timers.delete(timer);
        callback();
      });
      timers.add(timer);
      return {
        cancel() {
          timers.delete(timer);
          timer.cancel();
        },
      };
    },
    stop() {
      stopped = true;
      for (const timer of timers) timer.cancel();
      timers.clear();
    },
  };
}
