/**
 * UTF-16 with a byte order mark: what PowerShell's `>` writes.
 */

type Utf16 = 'utf-16le' | 'utf-16be';

const marks: readonly (readonly [encoding: Utf16, mark: readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding that the octets begin with the mark of; null where they do not. */
export function findUtf16(beginning: Uint8Array): Utf16 | null {
  return marks.find(([, mark]) => mark.every((octet, at) => beginning[at] === octet))?.[0] ?? null;
}

export interface Utf16Decoder {
  write(octets: Uint8Array): string;
  /** What is left where the last octets are no whole character. */
  end(): string;
}

/** A decoder for what begins so; null where that is no UTF-16 with a mark. */
export function createUtf16Decoder(beginning: Uint8Array): Utf16Decoder | null {
  const encoding = findUtf16(beginning);
  if (encoding === null) return null;
  const decoder = new TextDecoder(encoding);
  return { write: (octets) => decoder.decode(octets, { stream: true }), end: () => decoder.decode() };
}
