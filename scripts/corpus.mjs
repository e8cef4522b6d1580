/**
 * Reads every message of the labelled corpus and prints how much of it is understood.
 *
 *   npm run corpus [-- --diff] [-- --held]
 *
 * The corpus lies in the folder that MAILWHY_CORPUS names, else in `../shared/corpora/bounces` beside the project; where
 * there is none, that is said and nothing else is done. Every fifth file, by the hash of its name, is counted apart:
 * it is never listed by `--diff`, so that nothing can be fitted to it. `--held` shows its figures as well.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { explainBounce } from '../.cache/bench/explain/explain-bounce.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.env.MAILWHY_CORPUS ?? path.join(root, '../shared/corpora/bounces');
const wanted = new Set(process.argv.slice(2));

/** Codes that the labels' maker makes up where a report has none. */
const madeUp = /^[245]\.0\.9\d\d$/;

if (existsSync(path.join(folder, 'labels.jsonl'))) await run();
else console.log(`There is no corpus in ${folder}. Name its folder in MAILWHY_CORPUS.`);

async function run() {
  const maps = { strict: readJson('reason-map.strict.json'), lenient: readJson('reason-map.lenient.json') };
  const labels = readFileSync(path.join(folder, 'labels.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const open = labels.filter((label) => !isHeld(label));
  await measure('open', open, maps, wanted.has('--diff'));
  if (wanted.has('--held')) await measure('every fifth, not looked at', labels.filter(isHeld), maps, false);
  await time(open);
}

function readJson(name) {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
}

function isHeld({ file }) {
  return createHash('sha256').update(file).digest()[0] % 5 === 0;
}

function read({ file }) {
  return readFileSync(path.join(folder, 'mail', file));
}

async function measure(title, labels, maps, diff) {
  const counts = new Map();
  const count = (what, right, about) => {
    const { of, yes } = counts.get(what) ?? { of: 0, yes: 0 };
    counts.set(what, { of: of + 1, yes: yes + Number(right) });
    if (diff && !right) console.log(`${what}: ${about}`);
  };
  for (const label of labels) compare(label, await explainBounce(read(label), label.file), maps, count);
  console.log(`\n${title}: ${labels.length} messages`);
  for (const [what, { of, yes }] of counts)
    console.log(`  ${what.padEnd(22)} ${((100 * yes) / of).toFixed(1).padStart(5)} %  (${yes} of ${of})`);
}

function compare(label, found, maps, count) {
  const { file, bounce, expected } = label;
  if (!bounce) return count('no false alarm', found.kind === 'not-a-report', `${file} is taken for ${found.kind}`);
  count('parsed', found.kind !== 'not-a-report', file);
  compareRecipients(label, found, count);
  // The labels leave out who got the message where others did not.
  const arrived = new Set(['delivered', 'relayed', 'expanded']);
  const wanting = found.recipients.filter(({ kind }) => !arrived.has(kind));
  const listed = wanting.length > 0 ? wanting : found.recipients;
  for (const [index, entry] of expected.entries()) compareEntry(file, entry, listed[index] ?? null, maps, count);
}

function compareRecipients({ file, recipients, recipients_also_ok: alsoOk }, found, count) {
  if (recipients.length === 0) return;
  const ours = found.recipients.map(({ address }) => (address ?? '').toLowerCase());
  const has = (address) => ours.includes(address.toLowerCase());
  const right = recipients.every(has) || (ours.length >= recipients.length && alsoOk.some(has));
  count('recipients', right, `${file} ${recipients.join(' ')} / ours ${ours.join(' ')}`);
}

function compareEntry(file, entry, ours, maps, count) {
  const about = `${file} wants ${entry.status} ${entry.replycode} ${entry.reason} / ours ${ours?.status} ${ours?.replyCode} ${ours?.code ?? ours?.kind} by ${ours?.decidedBy} at ${ours?.stage} host ${ours?.host}: ${(ours?.reply ?? '').replace(/\s+/g, ' ').slice(0, 240)}`;
  if (entry.status !== '' && !madeUp.test(entry.status)) count('status', ours?.status === entry.status, about);
  if (entry.replycode !== '') count('reply code', String(ours?.replyCode) === entry.replycode, about);
  const code = ours === null ? '' : (ours.code ?? ours.kind);
  count('reason, strict', maps.strict[entry.reason]?.includes(code) === true, '');
  count('reason, lenient', maps.lenient[entry.reason]?.includes(code) === true, about);
  count('address dead or not', (ours?.addressState === 'dead') === entry.hard, about);
}

async function time(labels) {
  const messages = labels.map(read);
  const rounds = 5;
  const startedAt = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const message of messages) await explainBounce(message);
  const seconds = (performance.now() - startedAt) / 1000;
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  console.log(`\n${Math.round((rounds * messages.length) / seconds)} messages a second, peak memory ${peakMiB.toFixed(0)} MiB`);
}
