/**
 * Text or octets as a stream: files, compressed or not, and standard input. In text, octets that are no UTF-8 are replaced;
 * UTF-16 is taken where a byte order mark says so (what PowerShell writes to files).
 *
 * Nothing is held but the chunk at hand. What cannot be read throws: `InputFault`, or an error with Node's code (`ENOENT`).
 */
import { InputFault } from './input-fault.js';
import { type Packing, recognisePacking } from './packings.js';
import { unpack } from './unpack.js';
import { createUtf16Decoder } from './utf16.js';

/** What is read at a time. */
const readBytes = 1 << 18;
/** What becomes text at a time: small enough to die young in the engine's memory. */
const pieceBytes = 1 << 16;

export interface TextWatching {
  /** Told how many octets of the file itself were read. */
  onBytes?(count: number): void;
  /** Told what is wrong with the end of a compressed file. */
  onWarning?(text: string): void;
}

/** A file's text, unpacked where it is compressed; `-` is standard input. @throws InputFault, and as reading does */
export async function* openTextFile(path: string, watching: TextWatching = {}): AsyncGenerator<string> {
  const input = await openInput(path, watching);
  const packing = await input.recognise();
  yield* decodeText(packing === null ? input.read() : unpack(packing, input));
}

/** A file's octets, unpacked where it is compressed; `-` is standard input. @throws InputFault, and as reading does */
export async function* openOctetFile(path: string, watching: TextWatching = {}): AsyncGenerator<Uint8Array> {
  const input = await openInput(path, watching);
  const packing = await input.recognise();
  yield* packing === null ? input.open() : unpack(packing, input);
}

interface Input {
  open(): AsyncIterable<Uint8Array>;
  /** The same octets for a reader who is done with each chunk when he asks for the next one. */
  read(): AsyncIterable<Uint8Array>;
  readonly reopens: boolean;
  warn(text: string): void;
  recognise(): Promise<Packing | null>;
}

/** A pipe, standard input among them, gives its octets only once. */
async function openInput(path: string, watching: TextWatching): Promise<Input> {
  if (path === '-') return openOnce(process.stdin, watching);
  const { stat } = await import('node:fs/promises');
  return (await stat(path)).isFile() ? openFile(path, watching) : openOnce(await openChunks(path), watching);
}

async function openChunks(path: string): Promise<AsyncIterable<unknown>> {
  const { createReadStream } = await import('node:fs');
  return createReadStream(path, { highWaterMark: readBytes });
}

/** Enough for every mark. */
const markBytes = 8;

function openFile(path: string, watching: TextWatching): Input {
  return {
    open: async function* () {
      yield* watchBytes(await openChunks(path), watching);
    },
    read: () => watchBytes(readAhead(path), watching),
    reopens: true,
    warn: (text) => watching.onWarning?.(text),
    recognise: async () => {
      const { readFront } = await import('./files.js');
      return recognise(await readFront(path, markBytes));
    },
  };
}

/** Two buffers in turn: while one is worked on, the other is filled. Nothing is allocated for each chunk. */
async function* readAhead(path: string): AsyncGenerator<Uint8Array> {
  const { open } = await import('node:fs/promises');
  const file = await open(path, 'r');
  try {
    let [free, full] = [Buffer.allocUnsafeSlow(readBytes), Buffer.allocUnsafeSlow(readBytes)];
    let filled = await file.read(full, 0, readBytes, null);
    while (filled.bytesRead > 0) {
      const next = file.read(free, 0, readBytes, null);
      // A fault shows when it is this read's turn.
      next.catch(() => undefined);
      yield full.subarray(0, filled.bytesRead);
      filled = await next;
      [free, full] = [full, free];
    }
  } finally {
    await file.close();
  }
}

async function* watchBytes(chunks: AsyncIterable<unknown>, { onBytes }: TextWatching): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) continue;
    onBytes?.(chunk.length);
    yield chunk;
  }
}

/** What was looked at comes again as the first chunk. */
function openOnce(source: AsyncIterable<unknown>, watching: TextWatching): Input {
  const chunks = watchBytes(source, watching);
  let first: Uint8Array | null = null;
  async function* all(): AsyncGenerator<Uint8Array> {
    if (first !== null) yield first;
    yield* chunks;
  }
  return {
    open: all,
    read: all,
    reopens: false,
    warn: (text) => watching.onWarning?.(text),
    recognise: async () => {
      const next = await chunks.next();
      first = next.done === true ? null : next.value;
      return first === null ? null : recognise(first);
    },
  };
}

const journalMark = 'LPKSHHRH';

function recognise(beginning: Uint8Array): Packing | null {
  if (new TextDecoder('latin1').decode(beginning.subarray(0, journalMark.length)) === journalMark)
    throw new InputFault('journal', 'journalctl', "it is journald's own file");
  return recognisePacking(beginning);
}

async function* decodeText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const { StringDecoder } = await import('node:string_decoder');
  let decoder: { write(bytes: Buffer): string; end(): string } | null = null;
  for await (const chunk of chunks) {
    decoder ??= createUtf16Decoder(chunk) ?? new StringDecoder('utf8');
    for (let at = 0; at < chunk.length; at += pieceBytes) yield decoder.write(asBuffer(chunk.subarray(at, at + pieceBytes)));
  }
  const rest = decoder?.end() ?? '';
  if (rest !== '') yield rest;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
