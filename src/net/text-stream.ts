/**
 * Text or octets as a stream: files (gzip or not), standard input, a command's output. In text, octets that are no UTF-8 are replaced.
 *
 * Nothing is held but the chunk at hand. What cannot be read throws, with the code that Node gives it (`ENOENT`).
 */
import type { Readable } from 'node:stream';

/** The first two octets of a gzip member (RFC 1952 section 2.3.1). */
const gzipMark = [0x1f, 0x8b];
/** What is read at a time. */
const readBytes = 1 << 18;
/** What becomes text at a time: small enough to die young in the engine's memory. */
const pieceBytes = 1 << 16;

/** A file's text, unpacked where it is gzip; `-` is standard input. @throws as reading does */
export async function* openTextFile(path: string): AsyncGenerator<string> {
  const { StringDecoder } = await import('node:string_decoder');
  const decoder = new StringDecoder('utf8');
  for await (const bytes of openOctetFile(path)) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < buffer.length; at += pieceBytes) yield decoder.write(buffer.subarray(at, at + pieceBytes));
  }
  const rest = decoder.end();
  if (rest !== '') yield rest;
}

/** A file's octets, unpacked where it is gzip; `-` is standard input. @throws as reading does */
export async function* openOctetFile(path: string): AsyncGenerator<Uint8Array> {
  const { createReadStream } = await import('node:fs');
  const source = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: readBytes });
  for await (const chunk of await unpack(source)) {
    const bytes: unknown = chunk;
    if (bytes instanceof Uint8Array) yield bytes;
    else if (typeof bytes === 'string') yield new TextEncoder().encode(bytes);
  }
}

/** The same octets, unpacked where the first two say gzip. */
async function unpack(source: Readable): Promise<AsyncIterable<unknown>> {
  const chunks = source[Symbol.asyncIterator]();
  const first: IteratorResult<unknown> = await chunks.next();
  if (first.done === true) return join(null, chunks);
  const packed = first.value instanceof Uint8Array && gzipMark.every((octet, at) => (first.value as Uint8Array)[at] === octet);
  const whole = join(first.value, chunks);
  if (!packed) return whole;
  const [{ createGunzip }, stream] = await Promise.all([import('node:zlib'), import('node:stream')]);
  const gunzip = createGunzip({ chunkSize: pieceBytes });
  // A fault of the file below reaches the reader through the unpacker.
  stream.pipeline(stream.Readable.from(whole, { objectMode: false }), gunzip, () => undefined);
  return gunzip;
}

async function* join(first: unknown, rest: AsyncIterator<unknown>): AsyncGenerator<unknown> {
  if (first !== null) yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** How a command that was started ended: null where there is no such command. */
export interface CommandText {
  readonly text: string;
  readonly exitCode: number | null;
}

/** A command's whole output in the C locale, without a shell; null where there is no such command. At most 256 MB are kept. */
export async function runForText(command: string, args: readonly string[]): Promise<CommandText | null> {
  const { execFile } = await import('node:child_process');
  const env = { ...process.env, LC_ALL: 'C', LANG: 'C', PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin:/var/qmail/bin` };
  return await new Promise((resolve) => {
    execFile(command, [...args], { env, maxBuffer: 1 << 28, encoding: 'utf8' }, (error, stdout) => {
      if (error !== null && error.code === 'ENOENT') resolve(null);
      else resolve({ text: stdout, exitCode: error === null ? 0 : typeof error.code === 'number' ? error.code : null });
    });
  });
}
