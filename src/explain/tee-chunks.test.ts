import { describe, expect, it } from 'vitest';
import { teeChunks } from './tee-chunks.js';

async function* count(to: number, pulled: number[] = []): AsyncGenerator<number> {
  for (let at = 1; at <= to; at += 1) {
    pulled.push(at);
    yield at;
  }
}

async function take(chunks: AsyncIterable<number>, most = Number.POSITIVE_INFINITY, pauseMs = 0): Promise<readonly number[]> {
  const taken: number[] = [];
  if (most === 0) return taken;
  for await (const chunk of chunks) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    taken.push(chunk);
    if (taken.length >= most) break;
  }
  return taken;
}

const all = (to: number) => Array.from({ length: to }, (_, at) => at + 1);

describe('two readers of one stream', () => {
  it.each([0, 1, 2, 50])('both get all of %i chunks', async (to) => {
    const [left, right] = teeChunks(count(to));
    expect(await Promise.all([take(left), take(right)])).toEqual([all(to), all(to)]);
  });

  it('go at the pace of the slower one', async () => {
    const pulled: number[] = [];
    const [left, right] = teeChunks(count(20, pulled));
    const fast = take(left);
    expect(await take(right, 3, 5)).toEqual([1, 2, 3]);
    expect(pulled.length).toBeLessThan(10);
    expect(await fast).toEqual(all(20));
  });

  it('do not wait for one that has left', async () => {
    const [left, right] = teeChunks(count(30));
    expect(await Promise.all([take(left, 2), take(right)])).toEqual([[1, 2], all(30)]);
  });

  it('both throw what the stream throws', async () => {
    async function* broken(): AsyncGenerator<number> {
      yield 1;
      throw new Error('the disk is gone');
    }
    const settled = await Promise.allSettled(teeChunks(broken()).map((chunks) => take(chunks)));
    expect(settled.map((each) => (each.status === 'rejected' ? String(each.reason) : each.value))).toEqual([
      'Error: the disk is gone',
      'Error: the disk is gone',
    ]);
  });
});
