import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Packing, recognisePacking } from './packings.js';
import { openTextFile } from './text-stream.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailwhy-text-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Hard to compress, so that unpacked text comes in many chunks; not ASCII throughout. */
const text = Array.from({ length: 40_000 }, (_, at) => `line ${at} ${Math.imul(at, 2_654_435_761) >>> 0} Grüße\n`).join('');
const bytes = Buffer.from(text);

function writeInput(content: Uint8Array): string {
  const file = path.join(folder, 'input');
  writeFileSync(file, content);
  return file;
}

async function read(file: string): Promise<{ text: string; warnings: string[]; bytesRead: number }> {
  const warnings: string[] = [];
  let got = '';
  let bytesRead = 0;
  const watching = {
    onWarning: (warning: string) => void warnings.push(warning),
    onBytes: (count: number) => {
      bytesRead += count;
    },
  };
  for await (const piece of openTextFile(file, watching)) got += piece;
  return { text: got, warnings, bytesRead };
}

/** Whether the program is installed where the tests run. */
function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function pack(packing: Packing): Buffer {
  if (packing === 'gzip') return gzipSync(bytes);
  return execFileSync(packing, ['-c'], { input: bytes, maxBuffer: 1 << 28 });
}

const packings = (['gzip', 'xz', 'bzip2', 'zstd', 'lz4'] as const).filter((packing) => packing === 'gzip' || has(packing));

describe('the text of a file', () => {
  it('is what stands there, whatever chunks it comes in', async () => {
    expect(await read(writeInput(bytes))).toEqual({ text, warnings: [], bytesRead: bytes.length });
  });

  it('is empty for an empty file', async () => {
    expect(await read(writeInput(new Uint8Array()))).toEqual({ text: '', warnings: [], bytesRead: 0 });
  });

  it('is UTF-16 where its mark says so', async () => {
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
    expect((await read(writeInput(little))).text).toBe(text);
    expect((await read(writeInput(Buffer.from(little).swap16()))).text).toBe(text);
  });

  it.each(packings)('is unpacked from %s', async (packing) => {
    const packed = pack(packing);
    expect(recognisePacking(packed)).toBe(packing);
    const result = await read(writeInput(packed));
    expect(result.text).toBe(text);
    expect(result.warnings).toEqual([]);
  });

  it.each(packings)('is what a cut file of %s holds, with a warning', async (packing) => {
    const packed = pack(packing);
    const result = await read(writeInput(packed.subarray(0, packed.length - 5)));
    expect(result.warnings).toHaveLength(1);
    expect(text.startsWith(result.text)).toBe(true);
    if (packing === 'gzip') expect(result.text).toHaveLength(text.length);
  });

  it('is what stands before the damage in a gzip file', async () => {
    const packed = pack('gzip');
    packed.fill(0xff, packed.length - 1000, packed.length - 900);
    const result = await read(writeInput(packed));
    expect(result.warnings).toEqual(['its end is missing or damaged; read up to there']);
    const end = result.text.lastIndexOf('\n');
    expect(end).toBeGreaterThan(text.length / 2);
  });

  it.each([
    ['a gzip file without anything in it', [0x1f, 0x8b, 0x08], { kind: 'damaged' }],
    ['a file of journald', [...new TextEncoder().encode('LPKSHHRH....')], { kind: 'journal', program: 'journalctl' }],
  ])('cannot be had from %s', async (_, octets, fault) => {
    await expect(read(writeInput(Uint8Array.from(octets)))).rejects.toMatchObject(fault);
  });

  it('cannot be had where the unpacker is missing', async () => {
    const { PATH } = process.env;
    process.env.PATH = folder;
    try {
      await expect(read(writeInput(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0)))).rejects.toMatchObject({
        kind: 'no-unpacker',
        program: 'zstd',
      });
    } finally {
      process.env.PATH = PATH;
    }
  });

  it('cannot be had from a file that is not there', async () => {
    await expect(read(path.join(folder, 'nothing'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is left when the reader has enough', async () => {
    for (const packing of packings) {
      for await (const piece of openTextFile(writeInput(pack(packing)))) {
        expect(text.startsWith(piece)).toBe(true);
        break;
      }
    }
  });
});
