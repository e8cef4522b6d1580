/**
 * The fields of Proofpoint, Mimecast, Barracuda and Google Workspace, whose verdicts take more than a word to read.
 */
import { type FilterReader, first, present, readNumber } from './filter-fields.js';

/** `rule=notspam policy=default score=0 spamscore=0 …` */
export const readProofpoint: FilterReader = (fields) => {
  const used = present(fields, ['x-proofpoint-spam-details', 'x-proofpoint-virus-version', 'x-proofpoint-spam-details-enc']);
  if (used.length === 0) return [];
  const details = first(fields, 'x-proofpoint-spam-details') ?? '';
  const rule = /\brule=(\S{1,60})/.exec(details)?.[1] ?? null;
  const policy = /\bpolicy=(\S{1,60})/.exec(details)?.[1] ?? null;
  const opinion =
    rule === null ? 'unknown' : /notspam|allow|safe/i.test(rule) ? 'clean' : /spam|phish|malware|block/i.test(rule) ? 'spam' : 'suspicious';
  const says = rule === null ? [] : [`Rule ${rule}${policy === null ? '' : ` of policy ${policy}`} applied.`];
  const score = readNumber(/\bscore=(-?\d+)/.exec(details)?.[1]);
  return [{ product: 'Proofpoint', fields: used, opinion, score, threshold: null, says }];
};

export const readMimecast: FilterReader = (fields) => {
  const used = present(fields, [
    'x-mimecast-spam-score',
    'x-mimecast-spam-signature',
    'x-mimecast-bulk-signature',
    'x-mimecast-originator',
  ]);
  if (used.length === 0) return [];
  const score = readNumber(first(fields, 'x-mimecast-spam-score'));
  const says = /yes/i.test(first(fields, 'x-mimecast-bulk-signature') ?? '') ? ['It carries the signature of bulk mail.'] : [];
  const isSpam = /yes/i.test(first(fields, 'x-mimecast-spam-signature') ?? '');
  const opinion = isSpam ? 'spam' : score === null ? 'unknown' : score >= mimecastRelaxed ? 'suspicious' : 'clean';
  return [{ product: 'Mimecast', fields: used, opinion, score, threshold: null, says }];
};

/** Mimecast's least strict level holds messages from 7 on, the strictest from 3 on. */
const mimecastRelaxed = 7;

/** `No, SCORE=0.00 using per-user scores of TAG_LEVEL=3.5 QUARANTINE_LEVEL=1000.0 KILL_LEVEL=9.0 tests=…` */
export const readBarracuda: FilterReader = (fields) => {
  const used = present(fields, ['x-barracuda-spam-status', 'x-barracuda-spam-score', 'x-barracuda-spam-flag', 'x-barracuda-connect']);
  if (used.length === 0) return [];
  const status = first(fields, 'x-barracuda-spam-status') ?? '';
  const score = readNumber(/\bSCORE=(-?[\d.]+)/i.exec(status)?.[1] ?? first(fields, 'x-barracuda-spam-score'));
  // Tagged as spam from the one, refused or kept from the others on.
  const threshold = readNumber(/\bTAG_LEVEL=(-?[\d.]+)/i.exec(status)?.[1]);
  const isSpam = /^\s*yes/i.test(status) || /yes/i.test(first(fields, 'x-barracuda-spam-flag') ?? '');
  const opinion = isSpam ? 'spam' : /^\s*no/i.test(status) ? 'clean' : 'unknown';
  return [{ product: 'Barracuda', fields: used, opinion, score, threshold, says: [] }];
};

export const readGoogle: FilterReader = (fields) => {
  const used = present(fields, ['x-gm-spam', 'x-gm-phishy']);
  if (used.length === 0) return [];
  const isSpam = first(fields, 'x-gm-spam')?.trim() === '1';
  const isPhishy = first(fields, 'x-gm-phishy')?.trim() === '1';
  const says = [...(isSpam ? ['Gmail classified it as spam.'] : []), ...(isPhishy ? ['Gmail suspects phishing.'] : [])];
  return [
    {
      product: 'Google Workspace',
      fields: used,
      opinion: isSpam ? 'spam' : isPhishy ? 'suspicious' : 'clean',
      score: null,
      threshold: null,
      says,
    },
  ];
};
