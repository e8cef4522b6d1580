/**
 * How files are compressed, by their first octets, and the programs that unpack what Node cannot.
 */

export type Packing = 'gzip' | 'xz' | 'bzip2' | 'zstd' | 'lz4' | 'compress';

const marks: readonly (readonly [packing: Packing, mark: readonly number[]])[] = [
  // RFC 1952 section 2.3.1
  ['gzip', [0x1f, 0x8b]],
  // The .xz file format 1.1, section 2.1.1.1
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  // "BZh"
  ['bzip2', [0x42, 0x5a, 0x68]],
  // RFC 8878 section 3.1.1
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  // LZ4 frame format 1.6
  ['lz4', [0x04, 0x22, 0x4d, 0x18]],
  // compress(1) of Unix
  ['compress', [0x1f, 0x9d]],
];

/** How a file is compressed that begins so; null where it is not. */
export function recognisePacking(beginning: Uint8Array): Packing | null {
  return marks.find(([, mark]) => mark.every((octet, at) => beginning[at] === octet))?.[0] ?? null;
}

/** Unpacks standard input to standard output with these arguments. */
export const unpackers: Readonly<Record<Exclude<Packing, 'gzip'>, string>> = {
  xz: 'xz',
  bzip2: 'bzip2',
  zstd: 'zstd',
  lz4: 'lz4',
  compress: 'gzip',
};
