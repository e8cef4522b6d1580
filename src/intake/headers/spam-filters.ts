/**
 * The fields of the common spam filters → what each of them thought.
 *
 * One reader a product; a field that is there and cannot be read gives an opinion `unknown`. Any of these fields may
 * have come with the message: who wrote it is not known here.
 */
import type { FilterOpinion, FilterVerdict } from '../../model/headers-report.js';
import { readExchangeVerdict } from './exchange-antispam.js';
import { fieldValues, type HeaderField } from './header-fields.js';

type Reader = (fields: readonly HeaderField[]) => readonly FilterVerdict[];

/** The verdicts that the fields hold, a product each. */
export function readFilters(fields: readonly HeaderField[]): readonly FilterVerdict[] {
  return readers.flatMap((read) => read(fields));
}

function first(fields: readonly HeaderField[], name: string): string | null {
  return fieldValues(fields, name)[0]?.slice(0, 8192) ?? null;
}

function present(fields: readonly HeaderField[], names: readonly string[]): readonly string[] {
  return names.filter((name) => first(fields, name) !== null);
}

function readNumber(text: string | null | undefined): number | null {
  const [number] = /-?\d{1,6}(?:\.\d{1,6})?/.exec(text ?? '') ?? [];
  return number === undefined ? null : Number(number);
}

/** The tests that weigh most, where the field tells weights: `BAYES_99=3.5`. */
function describeTests(tests: readonly (readonly [string, number | null])[]): readonly string[] {
  if (tests.length === 0) return [];
  const heavy = [...tests].sort((a, b) => (b[1] ?? 0) - (a[1] ?? 0)).slice(0, 8);
  const words = heavy.map(([name, weight]) => (weight === null ? name : `${name} ${weight > 0 ? '+' : ''}${weight}`));
  const more = tests.length - heavy.length;
  return [`Tests that matched: ${words.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`];
}

const readSpamAssassin: Reader = (fields) => {
  const used = present(fields, ['x-spam-status', 'x-spam-flag', 'x-spam-score', 'x-spam-level']);
  const status = first(fields, 'x-spam-status');
  if (used.length === 0) return [];
  const score = readNumber(/\b(?:score|hits)=(-?[\d.]+)/i.exec(status ?? '')?.[1] ?? first(fields, 'x-spam-score'));
  const threshold = readNumber(/\brequired=(-?[\d.]+)/i.exec(status ?? '')?.[1]);
  const isSpam = /^\s*yes\b/i.test(first(fields, 'x-spam-flag') ?? status ?? '');
  const isClean = /^\s*no\b/i.test(status ?? first(fields, 'x-spam-flag') ?? '');
  const tests = /\btests=\[?([^\]]*?)(?:\]|\s[a-z]\w*=|$)/.exec(status ?? '')?.[1] ?? '';
  const opinion: FilterOpinion = isSpam ? 'spam' : isClean ? 'clean' : 'unknown';
  return [{ product: 'SpamAssassin', fields: used, opinion, score, threshold, says: describeTests(splitTests(tests)) }];
};

function splitTests(text: string): readonly (readonly [string, number | null])[] {
  const names = text.split(/[\s,]+/).filter((name) => /^[A-Z][A-Z0-9_]+(?:=-?[\d.]+)?$/.test(name));
  return names.slice(0, 200).map((name) => [name.replace(/=.*/, ''), name.includes('=') ? readNumber(name.replace(/^.*=/, '')) : null]);
}

const rspamdActions: Readonly<Record<string, FilterOpinion>> = {
  'no action': 'clean',
  greylist: 'suspicious',
  'add header': 'spam',
  'rewrite subject': 'spam',
  'soft reject': 'suspicious',
  reject: 'spam',
};

/** `X-Spamd-Result: default: False [1.20 / 15.00]; BAYES_SPAM(2.5)[..]` */
const readRspamd: Reader = (fields) => {
  const used = present(fields, ['x-spamd-result', 'x-rspamd-score', 'x-rspamd-action', 'x-spamd-bar', 'x-rspamd-server']);
  if (used.length === 0) return [];
  const result = first(fields, 'x-spamd-result') ?? '';
  const [, isSpam, score, threshold] = /:\s*(True|False)\s*\[\s*(-?[\d.]+)\s*\/\s*(-?[\d.]+)\s*\]/i.exec(result) ?? [];
  const action = (first(fields, 'x-rspamd-action') ?? '').trim().toLowerCase();
  const tests = [...result.matchAll(/\b([A-Z][A-Z0-9_]{2,60})\((-?[\d.]{1,8})\)/g)].slice(0, 200);
  const opinion = rspamdActions[action] ?? (isSpam === undefined ? 'unknown' : isSpam.toLowerCase() === 'true' ? 'spam' : 'clean');
  const weighed = tests
    .map(([, name = '', weight]): [string, number | null] => [name, readNumber(weight)])
    .filter(([, weight]) => weight !== 0);
  const says = [...(action === '' ? [] : [`Its action: ${action.slice(0, 40)}.`]), ...describeTests(weighed)];
  const total = readNumber(score ?? first(fields, 'x-rspamd-score'));
  return [{ product: 'rspamd', fields: used, opinion, score: total, threshold: readNumber(threshold), says }];
};

/** `rule=notspam policy=default score=0 spamscore=0 …` */
const readProofpoint: Reader = (fields) => {
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

const readMimecast: Reader = (fields) => {
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
const readBarracuda: Reader = (fields) => {
  const used = present(fields, ['x-barracuda-spam-status', 'x-barracuda-spam-score', 'x-barracuda-spam-flag', 'x-barracuda-connect']);
  if (used.length === 0) return [];
  const status = first(fields, 'x-barracuda-spam-status') ?? '';
  const score = readNumber(/\bSCORE=(-?[\d.]+)/i.exec(status)?.[1] ?? first(fields, 'x-barracuda-spam-score'));
  const threshold = readNumber(/\bKILL_LEVEL=(-?[\d.]+)/i.exec(status)?.[1]);
  const isSpam = /^\s*yes/i.test(status) || /yes/i.test(first(fields, 'x-barracuda-spam-flag') ?? '');
  const opinion = isSpam ? 'spam' : /^\s*no/i.test(status) ? 'clean' : 'unknown';
  return [{ product: 'Barracuda', fields: used, opinion, score, threshold, says: [] }];
};

const readGoogle: Reader = (fields) => {
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

const readers: readonly Reader[] = [
  readSpamAssassin,
  readRspamd,
  readExchangeVerdict,
  readProofpoint,
  readMimecast,
  readBarracuda,
  readGoogle,
];
