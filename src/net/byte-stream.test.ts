import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openBytes } from './byte-stream.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mailwhy-byte-stream-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function readAll(bytes: Uint8Array): Promise<{ text: string; counted: number }> {
  const file = path.join(folder, 'document');
  await writeFile(file, bytes);
  const chunks: Uint8Array[] = [];
  let counted = 0;
  const count = (octets: number) => {
    counted += octets;
  };
  for await (const chunk of openBytes(file, { onBytes: count })) chunks.push(chunk);
  return { text: Buffer.concat(chunks).toString(), counted };
}

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const long = 'grün '.repeat(40_000);

it.each<[string, Uint8Array, string]>([
  ['a plain file', Buffer.from('plain'), 'plain'],
  ['an empty file', Buffer.alloc(0), ''],
  ['gzip', gzipSync('packed'), 'packed'],
  ['two members of gzip', Buffer.concat([gzipSync('one '), gzipSync('two')]), 'one two'],
  ['UTF-16 of Windows, longer than a chunk', utf16(long), long],
  ['UTF-16 that ends within a character', utf16('grün!').subarray(0, -1), 'grün\ufffd'],
  ['UTF-16, the high octet first', utf16('grün').swap16(), 'grün'],
  ['UTF-16, packed', gzipSync(utf16('grün')), 'grün'],
])('%s', async (_, bytes, text) => {
  expect(await readAll(bytes)).toEqual({ text, counted: bytes.length });
});

it('throws on what cannot be unpacked at all', async () => {
  const damaged = Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.from([255, 255, 255, 255])]);
  await expect(readAll(damaged)).rejects.toThrow('no whole gzip file');
});

it('throws where there is no file', async () => {
  await expect(openBytes(path.join(folder, 'none')).next()).rejects.toThrow('ENOENT');
});
