/**
 * All that is known about replies. The order says nothing.
 */
import { replyCodeEntries } from './codes/reply-codes.js';
import { statusEntries } from './codes/status-entries.js';
import { providerEntries } from './providers/all-providers.js';
import type { ReplyEntry } from './reply-entry.js';
import { addressEntries } from './text/addresses.js';
import { authenticationEntries } from './text/authentication.js';
import { blockEntries } from './text/blocks.js';
import { clientEntries } from './text/clients.js';
import { foreignEntries } from './text/languages/foreign-entries.js';
import { loginEntries } from './text/logins.js';
import { mailboxEntries } from './text/mailboxes.js';
import { messageEntries } from './text/messages.js';
import { ownDeliveryEntries } from './text/own-deliveries.js';
import { ownSideEntries } from './text/own-side.js';
import { policyEntries } from './text/policies.js';
import { rateEntries } from './text/rates.js';
import { relayEntries } from './text/relays.js';
import { senderEntries } from './text/senders.js';
import { serverEntries } from './text/servers.js';
import { transportEntries } from './text/transport.js';
import { unknownMailboxEntries } from './text/unknown-mailboxes.js';

export const allReplyEntries: readonly ReplyEntry[] = [
  ...statusEntries,
  ...replyCodeEntries,
  ...addressEntries,
  ...authenticationEntries,
  ...blockEntries,
  ...clientEntries,
  ...foreignEntries,
  ...loginEntries,
  ...mailboxEntries,
  ...messageEntries,
  ...ownDeliveryEntries,
  ...ownSideEntries,
  ...policyEntries,
  ...rateEntries,
  ...relayEntries,
  ...senderEntries,
  ...serverEntries,
  ...transportEntries,
  ...unknownMailboxEntries,
  ...providerEntries,
];
