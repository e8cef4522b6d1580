/**
 * Replies in other languages than English, as servers and gateways give them. Latin letters are compared without accents.
 */
import { defineEntries, type ReplyEntry, specificity } from '../../reply-entry.js';
import { easternSketches } from './eastern.js';
import { frenchSketches } from './french.js';
import { germanSketches } from './german.js';
import { southernSketches } from './southern.js';

export const foreignEntries: readonly ReplyEntry[] = defineEntries(
  { prefix: 'text', source: 'localised texts of hosting providers and mail gateways', specificity: specificity.phrase },
  [...germanSketches, ...frenchSketches, ...southernSketches, ...easternSketches],
);
