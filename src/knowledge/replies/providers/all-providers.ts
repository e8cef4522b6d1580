/**
 * What is known of single providers, joined.
 */
import type { ReplyEntry } from '../reply-entry.js';

export const providerEntries: readonly ReplyEntry[] = [];
