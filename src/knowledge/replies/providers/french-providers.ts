/**
 * Orange and La Poste, whose numbers (OFR_416, LPN007_416) tell more than their status, and Free.
 */

import type { Code } from '../../../model/vocabulary.js';
import { defineProviderEntries, type EntrySketch, type ReplyEntry, specificity } from '../reply-entry.js';

/** One number behind OFR or LPN; the digits between the two vary with the host. */
function numbered(name: string, code: Code, numbers: readonly number[]): EntrySketch {
  return {
    name,
    code,
    phrases: numbers.flatMap((number) => [`ofr~ ${number}`, `lpn~ ${number}`]),
    examples: numbers.map((number) => `550 5.5.0 Service refuse. OFR_${number} [${number}]`),
    specificity: specificity.providerCodeAndText,
  };
}

const orange = defineProviderEntries(
  {
    provider: 'orange',
    source: 'Orange and La Poste postmaster pages: codes OFR and LPN',
    link: 'https://postmaster.orange.fr/',
    exampleHost: 'smtp-in.orange.fr',
  },
  [
    numbered('blocked', 'sender.blocked', [101, 102, 103, 510, 999]),
    numbered('connections', 'sender.too-many-connections', [104]),
    numbered('login', 'sender.login-failed', [305, 402]),
    numbered('spf', 'sender.spf-failed', [401]),
    numbered('sender', 'sender.rejected', [403, 405, 415, 421]),
    numbered('unknown', 'recipient.unknown', [416]),
    numbered('full', 'recipient.mailbox-full', [417]),
    numbered('disabled', 'recipient.disabled', [420, 426]),
    numbered('system', 'server.error', [505]),
    numbered('spam', 'message.spam', [506]),
    numbered('size', 'message.too-large', [514]),
    numbered('dmarc', 'sender.dmarc-failed', [517]),
    numbered('policy', 'server.policy', [630]),
  ],
);

const free = defineProviderEntries(
  {
    provider: 'free-fr',
    source: 'observed at Free: 421 at the greeting for addresses without a proper reverse name',
    exampleHost: 'mx1.free.fr',
  },
  [
    {
      name: 'ptr',
      code: 'sender.no-reverse-dns',
      phrases: ['(ptr|reverse) *', '(reverse|ptr) (does not|not) resolve'],
      examples: ['421 Too many spams from your IP: PTR does not resolve'],
    },
  ],
);

export const frenchProviderEntries: readonly ReplyEntry[] = [...orange, ...free];
