/**
 * Files: read whole or their beginning, with a bound.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { readingAtOnce } from './reading-flags.js';

export type FileResult =
  | { readonly state: 'read'; readonly bytes: Uint8Array }
  | { readonly state: 'failed'; readonly failure: 'not-found' | 'not-permitted' | 'too-large' | 'other'; readonly detail: string };

const failureOfErrno: Readonly<Record<string, 'not-found' | 'not-permitted'>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
};

/** The octets of a file (a pipe or device too) of at most `limitBytes`. Always resolves. */
export async function readFileBounded(path: string, limitBytes: number): Promise<FileResult> {
  try {
    const bytes = await readFront(path, limitBytes + 1);
    if (bytes.length <= limitBytes) return { state: 'read', bytes };
    return { state: 'failed', failure: 'too-large', detail: `${path} is larger than ${limitBytes} bytes` };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { state: 'failed', failure: failureOfErrno[code] ?? 'other', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** The first octets of a file, to the bound. @throws as the file system does */
export async function readFront(path: string, limitBytes: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const chunks: Uint8Array[] = [];
    let length = 0;
    while (length < limitBytes) {
      const chunk = new Uint8Array(Math.min(65_536, limitBytes - length));
      const { bytesRead } = await file.read(chunk, 0, chunk.length, null);
      if (bytesRead === 0) break;
      chunks.push(chunk.subarray(0, bytesRead));
      length += bytesRead;
    }
    return new Uint8Array(Buffer.concat(chunks));
  } finally {
    await file.close();
  }
}

/** Most mails are smaller. */
const smallBytes = 65_536;
const small = new Uint8Array(smallBytes);

/**
 * The same of an ordinary file, at once: of many small files the waiting for each would cost more than the reading.
 * @throws as the file system does; nothing is read of what is no ordinary file
 */
export function readFrontNow(path: string, limitBytes: number): Uint8Array<ArrayBuffer> {
  const file = openSync(path, readingAtOnce);
  try {
    if (!fstatSync(file).isFile()) return new Uint8Array(0);
    const asked = Math.min(smallBytes, limitBytes);
    const length = readSync(file, small, 0, asked, null);
    // Less than was asked for: that was all.
    return length < asked || length === limitBytes ? small.slice(0, length) : readRest(file, small.slice(0, length), limitBytes);
  } finally {
    closeSync(file);
  }
}

function readRest(file: number, front: Uint8Array, limitBytes: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.min(limitBytes, Math.max(fstatSync(file).size, front.length)));
  bytes.set(front);
  let { length } = front;
  while (length < bytes.length) {
    const more = readSync(file, bytes, length, bytes.length - length, null);
    if (more === 0) break;
    length += more;
  }
  return bytes.subarray(0, length);
}
