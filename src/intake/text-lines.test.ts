/** The lines are the same however the text arrives, and a line without an end costs what its octets cost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlocks, readLines } from './text-lines.js';

const bound = 1 << 20;

async function* give(chunks: Iterable<string>): AsyncGenerator<string> {
  yield* chunks;
}

async function gather(chunks: Iterable<string>): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const batch of readLines(give(chunks))) lines.push(...batch);
  return lines;
}

describe('readLines', () => {
  it('finds the lines of a text that comes in any pieces', async () => {
    const pieces = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\n'), maxLength: 8 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(pieces, async (chunks) => {
        const whole = chunks.join('').split('\n');
        expect(await gather(chunks)).toEqual(whole.at(-1) === '' ? whole.slice(0, -1) : whole);
      }),
    );
  });

  it.each([
    ['arrives as a whole', (line: string) => [`${line}\nnext\n`]],
    ['arrives in pieces', (line: string) => [...cut(line, 65_536), '\nnext\n']],
    [
      'reaches the bound with the end of a piece',
      (line: string) => [...cut(line.slice(0, bound), bound / 4), line.slice(bound), '\nnext\n'],
    ],
  ])('goes on with the next line after one beyond the bound that %s', async (_, chunks) => {
    const lines = await gather(chunks('x'.repeat(2 * bound)));
    expect(lines.at(-1)).toBe('next');
    expect(lines).toHaveLength(2);
  });

  it('holds no more of a line than the bound', async () => {
    const blocks: number[] = [];
    for await (const block of readBlocks(give(cut('x'.repeat(8 * bound), 65_536)))) blocks.push(block.length);
    expect(blocks).toEqual([bound]);
  });

  it('takes no longer for each piece of a line that never ends', async () => {
    const piece = 'x'.repeat(1024);
    const chunks = function* () {
      for (let at = 0; at < 200_000; at += 1) yield piece;
    };
    expect(await gather(chunks())).toHaveLength(1);
  }, 10_000);
});

function cut(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
}
