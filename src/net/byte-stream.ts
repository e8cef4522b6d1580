/**
 * Octets as a stream: files and standard input, unpacked where they are gzip, and as UTF-8 where they are UTF-16 with a
 * mark (what PowerShell's `>` writes).
 *
 * Nothing is held but the chunk at hand. What cannot be read throws, with the code that Node gives it (`ENOENT`, `Z_…`).
 */
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';

/** The first two octets of a gzip member (RFC 1952 section 2.3.1). */
const gzipMark = [0x1f, 0x8b];
const utf16Marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const chunkBytes = 1 << 16;

/** A file's octets; `-` is standard input. `onRead` is told how many octets came, still packed. @throws as reading does */
export async function* openBytes(path: string, onRead: (octets: number) => void = () => undefined): AsyncGenerator<Uint8Array> {
  const source = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: chunkBytes });
  yield* recode(await unpack(count(source, onRead)));
}

async function* count(source: Readable, onRead: (octets: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    const bytes = chunk instanceof Uint8Array ? chunk : new TextEncoder().encode(String(chunk));
    onRead(bytes.length);
    yield bytes;
  }
}

function startsWith(bytes: Uint8Array | null, mark: readonly number[]): boolean {
  return bytes !== null && mark.every((octet, at) => bytes[at] === octet);
}

async function unpack(source: AsyncGenerator<Uint8Array>): Promise<AsyncGenerator<Uint8Array>> {
  const first = await source.next();
  const whole = join(first.done === true ? null : first.value, source);
  if (first.done === true || !startsWith(first.value, gzipMark)) return whole;
  const { createGunzip } = await import('node:zlib');
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  // A fault of the file below reaches the reader through the unpacker.
  pipeline(Readable.from(whole, { objectMode: false }), gunzip, () => undefined);
  return count(gunzip, () => undefined);
}

async function* recode(source: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const first = await source.next();
  if (first.done === true) return;
  const whole = join(first.value, source);
  const encoding = utf16Marks.find(([, mark]) => startsWith(first.value, mark))?.[0];
  if (encoding === undefined) return yield* whole;
  const decoder = new TextDecoder(encoding);
  for await (const chunk of whole) yield new TextEncoder().encode(decoder.decode(chunk, { stream: true }));
}

async function* join(first: Uint8Array | null, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first !== null) yield first;
  yield* rest;
}
