/**
 * The labelled corpus, where it is there: nothing of it is read worse than before. `npm run corpus` prints the figures.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { explainBounce } from '../../src/explain/explain-bounce.js';

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
