/**
 * All worlds by name, and the dozen that `mailwhy demo` shows.
 */
import type { NamedWorld } from './base.js';
import { conversationWorlds } from './conversation.js';
import { domainWorlds } from './domain.js';
import { exchangeWorlds } from './exchanges.js';
import { healthyWorlds } from './healthy.js';
import { hostileWorlds } from './hostile.js';
import { identityWorlds } from './identity.js';
import { reachWorlds } from './reach.js';
import { recipientReplyWorlds } from './recipient-replies.js';
import { resolverWorlds } from './resolver.js';
import { senderReplyWorlds } from './sender-replies.js';
import { serverReplyWorlds } from './server-replies.js';

export type { NamedWorld } from './base.js';

/** Every named world, in the order of a trace. */
export const worlds: readonly NamedWorld[] = [
  ...healthyWorlds,
  ...resolverWorlds,
  ...domainWorlds,
  ...exchangeWorlds,
  ...reachWorlds,
  ...conversationWorlds,
  ...recipientReplyWorlds,
  ...senderReplyWorlds,
  ...serverReplyWorlds,
  ...identityWorlds,
  ...hostileWorlds,
];

/** One for each kind of trouble that an administrator meets. */
const demoNames = [
  'healthy',
  'recipient-unknown',
  'sender-greylisted',
  'sender-blocklisted',
  'resolver-stale',
  'domain-lame-and-dead',
  'mx-missing-web-server',
  'mx-forgotten-dot',
  'primary-silent',
  'egress-blocked',
  'greeting-slow',
  'tls-handshake-failed',
];

export const demoWorlds: readonly NamedWorld[] = demoNames.flatMap((name) => findWorld(name) ?? []);

/** The world of this name, null where there is none. */
export function findWorld(name: string): NamedWorld | null {
  return worlds.find((world) => world.name === name) ?? null;
}
