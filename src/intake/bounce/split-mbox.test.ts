/** An mbox in chunks of any size. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MboxSplitter } from './split-mbox.js';

const text =
  'From a@b.example Mon Nov 23 10:00:00 2026\nSubject: 1\n\nbody\n>From here\n\nFrom c@d.example Mon Nov 23 10:00:00 2026\nSubject: 2\n\nFrom a line\n';

function split(chunkBytes: number, limitBytes = 1000, mbox = text): string[] {
  const bytes = new TextEncoder().encode(mbox);
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
  expect(split(64, 5)).toEqual(['Subje', 'Subje']);
});

/** What the splitter must come to, told line by line. */
function splitPlainly(mbox: string): string[] {
  const messages: string[] = [];
  let afterBlank = true;
  for (const line of mbox.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    if (afterBlank && /^From .{0,195}\d:\d/.test(line)) messages.push('');
    else if (messages.length > 0) messages[messages.length - 1] += line.replace(/^>(>*From )/, '$1');
    afterBlank = line === '\n' || line === '\r\n';
  }
  return messages.filter((message) => message !== '');
}

it('finds the same messages however the octets come', () => {
  const line = fc.constantFrom(
    '\n',
    '\r\n',
    'From a 10:00\n',
    '>From b\n',
    '>>From c\n',
    'From no time\n',
    'text\n',
    'x'.repeat(300),
    `From ${'y'.repeat(400)}`,
    `From a 10:00 ${'z'.repeat(300)}\n`,
  );
  const mbox = fc.array(line, { maxLength: 20 }).map((lines) => `From a 10:00\n${lines.join('')}`);
  fc.assert(
    fc.property(mbox, fc.integer({ min: 1, max: 700 }), (each, chunkBytes) => {
      expect(split(chunkBytes, 100_000, each)).toEqual(splitPlainly(each));
    }),
  );
});

it('passes a line of many megabytes as fast as short ones', () => {
  const chunk = new Uint8Array(65_536).fill(120);
  const splitter = new MboxSplitter(1000);
  const startedAt = performance.now();
  for (let at = 0; at < 2000; at += 1) for (const message of splitter.take(chunk)) expect(message.length).toBeLessThanOrEqual(1000);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});
