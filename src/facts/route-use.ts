/**
 * Whether a route can be gone at all: what is wrong with one exchange stops the mail only where no other is left.
 */
import type { Fact } from '../model/fact.js';
import type { Severity } from '../model/vocabulary.js';
import { mailRoute } from './mail-route.js';

/** The severity of a fault that takes one exchange out: an error where none is left, else a warning. */
export const lostExchangeSeverity: Fact<Severity> = {
  name: 'lost-exchange-severity',
  derive(view) {
    const { exchanges } = view.read(mailRoute);
    return exchanges.some(({ addresses }) => addresses.length > 0) ? 'warning' : 'error';
  },
};
