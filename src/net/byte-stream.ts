/**
 * Octets as a stream that can be read as UTF-8: files and standard input, unpacked where they are compressed, and recoded
 * where they are UTF-16 with a mark (what PowerShell's `>` writes).
 */
import { openOctetFile, type TextWatching } from './text-stream.js';

const utf16Marks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The octets of a file; `-` is standard input. @throws InputFault, and as reading does */
export async function* openBytes(path: string, watching: TextWatching = {}): AsyncGenerator<Uint8Array> {
  const source = openOctetFile(path, watching);
  const first = await source.next();
  if (first.done === true) return;
  const encoding = findUtf16(first.value);
  if (encoding === null) {
    yield first.value;
    return yield* source;
  }
  const decoder = new TextDecoder(encoding);
  const recode = (chunk: Uint8Array) => new TextEncoder().encode(decoder.decode(chunk, { stream: true }));
  yield recode(first.value);
  for await (const chunk of source) yield recode(chunk);
}

/** The encoding that the octets begin with the mark of; null where they do not. */
export function findUtf16(beginning: Uint8Array): string | null {
  return utf16Marks.find(([, mark]) => mark.every((octet, at) => beginning[at] === octet))?.[0] ?? null;
}
