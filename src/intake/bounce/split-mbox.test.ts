/** An mbox in chunks of any size. */
import { expect, it } from 'vitest';
import { MboxSplitter } from './split-mbox.js';

const text =
  'From a@b.example Mon Nov 23 10:00:00 2026\nSubject: 1\n\nbody\n>From here\n\nFrom c@d.example Mon Nov 23 10:00:00 2026\nSubject: 2\n\nFrom a line\n';

function split(chunkBytes: number, limitBytes = 1000): string[] {
  const bytes = new TextEncoder().encode(text);
  const splitter = new MboxSplitter(limitBytes);
  const found: string[] = [];
  const keep = (message: Uint8Array) => found.push(new TextDecoder().decode(message));
  for (let at = 0; at < bytes.length; at += chunkBytes)
    for (const message of splitter.take(bytes.subarray(at, at + chunkBytes))) keep(message);
  for (const message of splitter.end()) keep(message);
  return found;
}

it.each([1, 7, 64, 10_000])('in chunks of %i octets', (chunkBytes) => {
  expect(split(chunkBytes)).toEqual(['Subject: 1\n\nbody\nFrom here\n\n', 'Subject: 2\n\nFrom a line\n']);
});

it('keeps only the front of a message beyond the bound', () => {
  expect(split(64, 5)).toEqual(['Subject: 1\n', 'Subject: 2\n']);
});
