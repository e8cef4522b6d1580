/**
 * The exchange of the domain that is this very machine (RFC 5321 section 5.1), asked like any other.
 */
import type { Fact } from '../model/fact.js';
import { type HostResult, hostResults } from './host-results.js';
import { mailRoute } from './mail-route.js';
import { ownAddresses } from './own-place.js';

/** Null where none of them is, and where the host was given instead of looked up. */
export const ownExchange: Fact<HostResult | null> = {
  name: 'own-exchange',
  derive(view) {
    if (view.read(mailRoute).source === 'option') return null;
    const own = view.read(ownAddresses);
    return view.read(hostResults).find(({ address, onRoute }) => onRoute && own.has(address)) ?? null;
  },
};
