import { expect, it } from 'vitest';
import { measurePreface } from './header-preface.js';
import { readMessageOctets } from './message-octets.js';
import { readHeaders } from './read-headers.js';

const header = 'From: ann@corp.example\nTo: bob@example.com\nDate: Tue, 24 Nov 2026 08:14:54 +0000\n';

it.each([
  ['a heading', 'Message headers:\n\n'],
  ['a heading that looks like a field', 'Headers:\r\n\r\n'],
  ['a greeting and a heading', 'Hello,\n\nhere is the source of it:\n\n'],
])('%s above a header is passed over', async (_, preface) => {
  expect(readHeaders(preface + header)?.message.to).toBe('bob@example.com');
  const chunks = (async function* () {
    for (const piece of [preface, header, '\nbody']) yield new TextEncoder().encode(piece);
  })();
  const { octets } = await readMessageOctets(chunks);
  expect(new TextDecoder().decode(octets)).toBe(`${header}\n`);
});

it.each([
  ['a header at once', `${header}\nbody\n`],
  ['a header behind an empty line', `\n\n${header}`],
  ['an mbox line', `From ann@corp.example Tue Nov 24 09:00:00 2026\n${header}`],
  ['a text', 'one\n\ntwo\n\nthree\n\nfour\n'],
  ['nothing', ''],
])('%s has nothing before it', (_, text) => {
  expect(measurePreface(text)).toBe(0);
});
