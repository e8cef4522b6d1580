import { expect, it } from 'vitest';
import { readMessageOctets } from './message-octets.js';
import { headerBlocks } from './testing/header-blocks.js';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A header in small pieces, then a body of a hundred chunks. */
function stream(header: string) {
  const seen = { chunks: 0 };
  async function* message(): AsyncGenerator<Uint8Array> {
    for (const part of header.match(/.{1,50}/gs) ?? []) yield bytes(part);
    for (; seen.chunks < 100; seen.chunks += 1) yield bytes('A'.repeat(1000));
  }
  return { seen, message: message() };
}

it('an attachment is not read where nothing is signed', async () => {
  const { seen, message } = stream('\r\nFrom: a@example.org\r\nSubject: x\r\n\r\n');
  const read = await readMessageOctets(message);
  expect({ ...read, octets: read.octets.length, chunks: seen.chunks }).toEqual({
    octets: 37,
    isHeaderCut: false,
    isBodyCut: false,
    chunks: 0,
  });
});

it('it is read where a signature wants it, to the bound', async () => {
  const header = headerBlocks.postfix.replaceAll('\n', '\r\n');
  const whole = await readMessageOctets(stream(header).message);
  expect(whole).toMatchObject({ isBodyCut: false, octets: { length: header.length + 100_000 } });
  const cut = stream(header);
  expect(await readMessageOctets(cut.message, 20_000)).toMatchObject({ isBodyCut: true, octets: { length: 20_000 } });
  expect(cut.seen.chunks).toBeLessThan(25);
});

it('a header without end is cut', async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) yield bytes(`X-Filler: ${'x'.repeat(100_000)}\n`);
  }
  expect(await readMessageOctets(endless())).toMatchObject({ isHeaderCut: true, octets: { length: 1 << 20 } });
});

it('a header without a body is all there is', async () => {
  const { octets, isHeaderCut } = await readMessageOctets(
    (async function* () {
      yield bytes('From: a@example.org');
    })(),
  );
  expect({ length: octets.length, isHeaderCut }).toEqual({ length: 19, isHeaderCut: false });
});
