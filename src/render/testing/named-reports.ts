/**
 * The reports that every renderer must show well, by a name for tables of tests.
 */
import type { Report } from '../../model/report.js';
import { greylisted, staleResolver, unknownRecipient } from './sketched-reports.js';
import { accepted, cutShort, explained, hostile, longAddresses, malformedAddress } from './stretching-reports.js';

/** Every report by a name for tables of tests. */
export const namedReports: readonly (readonly [string, Report])[] = [
  ['an unknown recipient', unknownRecipient],
  ['a greylisting backup', greylisted],
  ['a stale resolver', staleResolver],
  ['an acceptance with a warning', accepted],
  ['long addresses', longAddresses],
  ['a trace cut short', cutShort],
  ['a malformed address', malformedAddress],
  ['a reply by itself', explained],
  ['hostile texts', hostile],
];
