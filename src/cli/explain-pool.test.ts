import { expect, it } from 'vitest';
import type { Piece } from '../explain/pieces.js';
import { explainPieces } from './explain-pool.js';

async function* replies(count: number): AsyncGenerator<Piece> {
  for (let at = 0; at < count; at += 1) yield { form: 'reply', source: `${at}`, text: at % 7 === 3 ? 'no reply' : `550 5.1.1 no ${at}` };
}

// No thread can begin where the sources run unbundled: the records come all the same.
it.each([0, 1, 63, 64, 65, 300])('%i pieces give their records in order, with or without threads', async (count) => {
  const sources: (string | null)[] = [];
  for await (const record of explainPieces(replies(count))) sources.push(record?.source ?? null);
  expect(sources).toEqual(Array.from({ length: count }, (_, at) => (at % 7 === 3 ? null : `${at}`)));
});

it('throws what the reading throws', async () => {
  async function* broken(): AsyncGenerator<Piece> {
    yield* replies(100);
    throw new Error('the disk is gone');
  }
  const read = async () => {
    for await (const record of explainPieces(broken())) expect(record).toBeDefined();
  };
  await expect(read()).rejects.toThrow('the disk is gone');
});
