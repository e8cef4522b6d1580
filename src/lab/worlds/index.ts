/**
 * All worlds by name, and the dozen that `mailwhy demo` shows.
 */
import { describeWorld, expectDeliverable, type NamedWorld } from './base.js';

export type { NamedWorld, WorldExpectation } from './base.js';

export const worlds: readonly NamedWorld[] = [
  describeWorld('healthy', 'Everything is in order.', { expect: { ...expectDeliverable(), endsAt: '192.0.2.25' } }),
];

export const demoWorlds: readonly NamedWorld[] = worlds;
