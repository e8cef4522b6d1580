/**
 * Compressed octets as plain ones: gzip by Node, the others by the machine's own programs, started without a shell.
 *
 * A file that was cut or is damaged gives what stands before the fault, with a warning. Programs end with the reader.
 */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { InputFault } from './input-fault.js';
import { type Packing, unpackers } from './packings.js';

export interface PackedInput {
  /** The octets from their start; asked for again where a cut gzip file has to be read in another way. */
  open(): AsyncIterable<Uint8Array>;
  /** True where `open` may be called more than once. */
  readonly reopens: boolean;
  /** Told where the end is missing or damaged. */
  warn(text: string): void;
}

/** What one chunk of a gzip file's output holds at most. */
const pieceBytes = 1 << 16;
const mostComplaint = 4096;

/** The octets unpacked. @throws InputFault where nothing can be unpacked; what `open` throws */
export async function* unpack(packing: Packing, input: PackedInput): AsyncGenerator<Uint8Array> {
  if (packing === 'gzip') yield* unpackGzip(input);
  else yield* unpackByProgram(unpackers[packing], input);
}

/** What is lost when Node's unpacker breaks off is read again, in the way that takes a missing end. */
async function* unpackGzip(input: PackedInput): AsyncGenerator<Uint8Array> {
  let given = 0;
  try {
    for await (const chunk of gunzip(input, false)) {
      given += chunk.length;
      yield chunk;
    }
    return;
  } catch (error) {
    if (!isUnpackingError(error)) throw error;
  }
  if (input.reopens) {
    for await (const chunk of skipFirst(takeUntilFault(gunzip(input, true)), given)) {
      given += chunk.length;
      yield chunk;
    }
  }
  if (given === 0) throw new InputFault('damaged', '', 'it is no whole gzip file');
  input.warn('its end is missing or damaged; read up to there');
}

function isUnpackingError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

async function* gunzip(input: PackedInput, takesCut: boolean): AsyncGenerator<Uint8Array> {
  const [{ createGunzip, constants }, stream] = await Promise.all([import('node:zlib'), import('node:stream')]);
  const finishFlush = takesCut ? constants.Z_SYNC_FLUSH : constants.Z_FINISH;
  const unpacker = createGunzip({ chunkSize: pieceBytes, finishFlush });
  // A fault of the file below reaches the reader through the unpacker.
  stream.pipeline(stream.Readable.from(input.open(), { objectMode: false }), unpacker, () => undefined);
  for await (const chunk of unpacker) if (chunk instanceof Uint8Array) yield chunk;
}

async function* takeUntilFault(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    if (!isUnpackingError(error)) throw error;
  }
}

async function* skipFirst(chunks: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    if (chunk.length > left) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

async function* unpackByProgram(program: string, input: PackedInput): AsyncGenerator<Uint8Array> {
  const [{ spawn }, stream] = await Promise.all([import('node:child_process'), import('node:stream')]);
  const child = spawn(program, ['-dc'], { env: { ...process.env, LC_ALL: 'C' }, windowsHide: true });
  const end = awaitEnd(child);
  await assertStarted(child, program);
  // The program may end before it has read everything.
  child.stdin.on('error', () => undefined);
  stream.pipeline(stream.Readable.from(input.open(), { objectMode: false }), child.stdin, () => undefined);
  let given = 0;
  try {
    for await (const chunk of child.stdout) {
      if (!(chunk instanceof Uint8Array)) continue;
      given += chunk.length;
      yield chunk;
    }
    const complaint = await end;
    if (complaint === null) return;
    if (given === 0) throw new InputFault('damaged', program, `${program} cannot unpack it: ${complaint}`);
    input.warn(`${program} says: ${complaint}; read up to there`);
  } finally {
    child.kill();
  }
}

function assertStarted(child: ChildProcessWithoutNullStreams, program: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('spawn', resolve);
    child.on('error', (error) => {
      const missing = 'code' in error && error.code === 'ENOENT';
      const why = missing ? `${program}, which unpacks it, is not installed here` : `${program} cannot be started: ${error.message}`;
      reject(new InputFault('no-unpacker', program, `it is compressed, and ${why}`));
    });
  });
}

/** What the program complained of where it failed; null where it did not. */
function awaitEnd(child: ChildProcessWithoutNullStreams): Promise<string | null> {
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(0, mostComplaint);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(code === 0 ? null : complaint.trim().replaceAll(/\s+/g, ' ')));
  });
}
