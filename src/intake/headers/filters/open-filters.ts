/**
 * The fields of SpamAssassin and rspamd: a score, a threshold, the tests that matched.
 */
import type { FilterOpinion } from '../../../model/headers-report.js';
import { describeTests, type FilterReader, first, present, readNumber } from './filter-fields.js';

/** Mail::SpamAssassin::Conf, "add_header"; Amavis, Fastmail, cPanel and SpamTitan write the same fields. */
export const readSpamAssassin: FilterReader = (fields) => {
  const used = present(fields, ['x-spam-status', 'x-spam-flag', 'x-spam-score', 'x-spam-level']);
  const status = first(fields, 'x-spam-status');
  if (used.length === 0) return [];
  const score = readNumber(/\b(?:score|hits)=(-?[\d.]+)/i.exec(status ?? '')?.[1] ?? first(fields, 'x-spam-score'));
  const threshold = readNumber(/\brequired=(-?[\d.]+)/i.exec(status ?? '')?.[1]);
  // The flag alone may be another filter's: beside its own score the status is SpamAssassin's word.
  const word = status ?? first(fields, 'x-spam-flag') ?? '';
  const [isSpam, isClean] = [/^\s*yes\b/i.test(word), /^\s*no\b/i.test(word)];
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
export const readRspamd: FilterReader = (fields) => {
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
