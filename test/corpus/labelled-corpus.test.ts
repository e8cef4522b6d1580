/**
 * The labelled corpus, where it is there: nothing of it is read worse than before. `npm run corpus` prints the figures.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { explainBounce } from '../../src/explain/explain-bounce.js';
import { decideEntry, detectProvider, findEntries } from '../../src/facts/reply-index.js';
import { explainReply } from '../../src/facts/reply-meaning.js';
import { readReplyText } from '../../src/facts/reply-text.js';
import { readBounce } from '../../src/intake/bounce/read-bounce.js';
import type { ReplyContext } from '../../src/model/reply-meaning.js';
import { parseReplyText } from '../../src/parse/smtp/parse-reply-text.js';

const folder = process.env.MAILWHY_CORPUS ?? fileURLToPath(new URL('../../../shared/corpora/bounces', import.meta.url));
const labelsFile = path.join(folder, 'labels.jsonl');

interface Label {
  readonly file: string;
  readonly bounce: boolean;
}

function readLabels(): readonly Label[] {
  if (!existsSync(labelsFile)) return [];
  return readFileSync(labelsFile, 'utf8')
    .trim()
    .split('\n')
    .map((line): Label => JSON.parse(line));
}

/** Two entries of equal weight mean different things, and the meaning does not admit it. */
function isTornSilently(text: string, context: ReplyContext): boolean {
  const reply = parseReplyText(text);
  if (reply === null || reply.code < 400) return false;
  const read = readReplyText(reply);
  const marks = { reply, text: read, provider: detectProvider(read, context.host), context, status: reply.enhanced ?? read.innerStatus };
  const torn = decideEntry(findEntries(marks))?.rival ?? null;
  const meaning = explainReply(reply, context);
  return torn !== null && (!meaning.contradicts || meaning.confidence === 'certain');
}

describe.skipIf(!existsSync(labelsFile))('the labelled corpus', () => {
  const bounces = readLabels().filter(({ bounce }) => bounce);

  it('is recognised', async () => {
    const missed: string[] = [];
    for (const { file } of bounces) {
      const { kind } = await explainBounce(readFileSync(path.join(folder, 'mail', file)));
      if (kind === 'not-a-report') missed.push(file);
    }
    expect(missed.length / bounces.length).toBeLessThan(0.01);
  }, 60_000);

  it('leaves no reply torn between two entries without saying so', async () => {
    const silent: string[] = [];
    for (const { file } of bounces) {
      const { recipients } = await readBounce(readFileSync(path.join(folder, 'mail', file)));
      for (const { words, stage, host } of recipients) silent.push(...words.filter((text) => isTornSilently(text, { stage, host })));
    }
    expect(silent).toEqual([]);
  }, 60_000);

  it('makes no status up', async () => {
    const madeUp: string[] = [];
    for (const { file } of bounces) {
      const octets = readFileSync(path.join(folder, 'mail', file));
      // Encoded reports do not show their codes in the octets.
      if (/base64|quoted-printable/i.test(octets.toString('latin1'))) continue;
      const { recipients } = await explainBounce(octets);
      for (const { status } of recipients) if (status !== null && !octets.includes(status)) madeUp.push(`${file} ${status}`);
    }
    expect(madeUp).toEqual([]);
  }, 60_000);
});
