/**
 * The fields of the common spam filters → what each of them thought.
 *
 * One reader a product; a field that is there and cannot be read gives an opinion `unknown`. Any of these fields may
 * have come with the message: who wrote it is not known here.
 */
import type { FilterVerdict } from '../../../model/headers-report.js';
import type { HeaderField } from '../header-fields.js';
import { readExchangeVerdict } from './exchange-antispam.js';
import type { FilterReader } from './filter-fields.js';
import { readBarracuda, readGoogle, readMimecast, readProofpoint } from './gateway-filters.js';
import { readRspamd, readSpamAssassin } from './open-filters.js';
import { readTableFilters } from './table-filters.js';
import { readVirusScanner } from './virus-scanners.js';

/** The verdicts that the fields hold, a product each. */
export function readFilters(fields: readonly HeaderField[]): readonly FilterVerdict[] {
  return readers.flatMap((read) => read(fields));
}

const readers: readonly FilterReader[] = [
  readSpamAssassin,
  readRspamd,
  readExchangeVerdict,
  readProofpoint,
  readMimecast,
  readBarracuda,
  readGoogle,
  readTableFilters,
  readVirusScanner,
];
