/**
 * Who scanned the message for viruses, and what it found: `X-Virus-Scanned`, `X-Virus-Status` and their kin.
 */
import type { FilterOpinion, FilterVerdict } from '../../../model/headers-report.js';
import type { HeaderField } from '../header-fields.js';
import { first, present } from './filter-fields.js';

const scannedFields = [
  'x-virus-scanned',
  'x-virus-status',
  'x-amavis-alert',
  'x-infected',
  'x-antivirus',
  'x-antivirus-status',
  'x-zoho-virus-status',
];

/** By what `X-Virus-Scanned` names; amavis: "amavis at mx.example", ClamAV: "clamav-milter 0.103 at mx". */
const scanners: readonly (readonly [RegExp, string])[] = [
  [/\bspamtitan\b/i, 'SpamTitan'],
  [/\bamavis/i, 'Amavis'],
  [/\bclam/i, 'ClamAV'],
  [/\bzoho\b/i, 'Zoho'],
  [/\bavast\b/i, 'Avast'],
  [/\bavg\b/i, 'AVG'],
];

/** At most one verdict: of the scanner that wrote the newest fields. */
export function readVirusScanner(fields: readonly HeaderField[]): readonly FilterVerdict[] {
  const used = present(fields, scannedFields);
  if (used.length === 0) return [];
  const texts = used.map((name) => first(fields, name) ?? '');
  const product = scanners.find(([pattern]) => texts.some((text) => pattern.test(text)))?.[1] ?? guessByField(used);
  const found = first(fields, 'x-amavis-alert') ?? first(fields, 'x-infected');
  const status = first(fields, 'x-virus-status') ?? first(fields, 'x-antivirus-status') ?? '';
  const says = found === null ? [`It was scanned: ${(texts[0] ?? '').slice(0, 120)}.`] : [`It says: ${found.slice(0, 200)}.`];
  return [{ product, fields: used, opinion: judge(found, status), score: null, threshold: null, says }];
}

function guessByField(used: readonly string[]): string {
  if (used.includes('x-amavis-alert')) return 'Amavis';
  return used.includes('x-zoho-virus-status') ? 'Zoho' : 'A virus scanner';
}

function judge(found: string | null, status: string): FilterOpinion {
  if (/^\s*(?:infected|virus)/i.test(status) || (found !== null && /infected|banned|virus/i.test(found))) return 'infected';
  if (found !== null) return 'suspicious';
  return /^\s*(?:clean|no|disabled)\b/i.test(status) ? 'clean' : 'unknown';
}
