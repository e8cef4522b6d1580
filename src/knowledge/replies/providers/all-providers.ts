/**
 * What is known of single providers, joined.
 */
import type { ReplyEntry } from '../reply-entry.js';
import { accessProviderEntries } from './access-providers.js';
import { appleEntries } from './apple.js';
import { asianEntries } from './asian-providers.js';
import { easternCarrierEntries } from './eastern-carriers.js';
import { frenchProviderEntries } from './french-providers.js';
import { gatewayEntries } from './gateways.js';
import { germanProviderEntries } from './german-providers.js';
import { gmailEntries } from './gmail.js';
import { hostingEntries } from './hosting.js';
import { microsoft365Entries } from './microsoft-365.js';
import { outlookEntries } from './outlook.js';
import { yahooEntries } from './yahoo.js';

export const providerEntries: readonly ReplyEntry[] = [
  ...accessProviderEntries,
  ...appleEntries,
  ...asianEntries,
  ...easternCarrierEntries,
  ...frenchProviderEntries,
  ...gatewayEntries,
  ...germanProviderEntries,
  ...gmailEntries,
  ...hostingEntries,
  ...microsoft365Entries,
  ...outlookEntries,
  ...yahooEntries,
];
