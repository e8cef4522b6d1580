/**
 * One bounded wait: whichever comes first of a result, the time limit and the end of the trace.
 *
 * Everything that the wait holds (timer, abort listener, socket) is let go of in every case, once.
 */
import type { ProbeContext } from '../context.js';

/**
 * Runs `start` and resolves to what it settles with, to `timeout` after so many milliseconds of the doors'
 * clock, or to `aborted` when the signal is raised. `start` returns what lets go of its resources.
 */
export function awaitFirst<Value>(
  context: ProbeContext,
  timeoutMs: number,
  start: (settle: (value: Value) => void) => () => void,
): Promise<Value | 'timeout' | 'aborted'> {
  const { doors, signal } = context;
  if (signal.aborted) return Promise.resolve('aborted');
  return new Promise((resolve) => {
    let release: (() => void) | null = null;
    let settled = false;
    const settle = (value: Value | 'timeout' | 'aborted'): void => {
      if (settled) return;
      settled = true;
      timer.cancel();
      signal.removeEventListener('abort', onAbort);
      release?.();
      resolve(value);
    };
    const onAbort = (): void => settle('aborted');
    const timer = doors.clock.after(timeoutMs, () => settle('timeout'));
    signal.addEventListener('abort', onAbort);
    release = start(settle);
    // An opener may report a failure before it returns.
    if (settled) release();
  });
}
