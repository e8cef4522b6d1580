/**
 * Octets as a stream that can be read as UTF-8: files and standard input, unpacked where they are compressed, and recoded
 * where they are UTF-16 with a mark (what PowerShell's `>` writes).
 */
import { openOctetFile, type TextWatching } from './text-stream.js';
import { createUtf16Decoder } from './utf16.js';

/** The octets of a file; `-` is standard input. @throws InputFault, and as reading does */
export async function* openBytes(path: string, watching: TextWatching = {}): AsyncGenerator<Uint8Array> {
  const source = openOctetFile(path, watching);
  const first = await source.next();
  if (first.done === true) return;
  const decoder = createUtf16Decoder(first.value);
  if (decoder === null) {
    yield first.value;
    return yield* source;
  }
  const encoder = new TextEncoder();
  yield encoder.encode(decoder.write(first.value));
  for await (const chunk of source) yield encoder.encode(decoder.write(chunk));
  const rest = decoder.end();
  if (rest !== '') yield encoder.encode(rest);
}
