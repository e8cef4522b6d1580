/**
 * The signal that ends a whole undertaking: everything under way listens to it, which is no leak.
 */
import { setMaxListeners } from 'node:events';

/** A controller whose signal may have as many listeners as there are waits under way. */
export function createEndController(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
