/**
 * Whether a resolver here still tells where the mail goes, or that it goes nowhere: then a fault of the domain's
 * servers stops no mail yet.
 */
import type { Fact } from '../model/fact.js';
import { mailRoute } from './mail-route.js';

export const routeStands: Fact<boolean> = {
  name: 'route-stands',
  derive(view) {
    const { state, source } = view.read(mailRoute);
    return source === 'resolver' && state !== 'lookup-failed' && state !== 'unknown';
  },
};
