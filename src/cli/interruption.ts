/**
 * Ctrl-C: the first one ends the work with what was found, the second one ends the command at once.
 */
import { setMaxListeners } from 'node:events';
import { exitStatuses } from '../model/vocabulary.js';

export interface Interruption {
  /** Raised with the reason `interrupted`. */
  readonly signal: AbortSignal;
  /** Gives Ctrl-C back to the system. */
  release(): void;
}

/** Listens from now on. `beforeExit` runs before the second Ctrl-C ends the process: it cleans up the terminal. */
export function listenForInterruption(beforeExit: () => void): Interruption {
  // Every open connection listens to a signal; Node takes more than ten listeners for a leak and says so.
  setMaxListeners(0);
  const ending = new AbortController();
  const onInterrupt = () => {
    if (!ending.signal.aborted) return ending.abort('interrupted');
    beforeExit();
    process.exit(exitStatuses.interrupted);
  };
  process.on('SIGINT', onInterrupt);
  return { signal: ending.signal, release: () => process.off('SIGINT', onInterrupt) };
}
