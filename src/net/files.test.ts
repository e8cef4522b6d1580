import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFrontNow } from './files.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mailwhy-files-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the front of a file, at once', () => {
  it.each([
    ['whole', 100, 'octets'],
    ['to the bound', 3, 'oct'],
    ['none of it', 0, ''],
  ])('%s', (_, limit, text) => {
    const file = path.join(folder, 'file');
    writeFileSync(file, 'octets');
    expect(Buffer.from(readFrontNow(file, limit)).toString()).toBe(text);
  });

  it.each([65_535, 65_536, 65_537, 200_000])('of %i octets', (size) => {
    const file = path.join(folder, 'long');
    writeFileSync(file, Buffer.alloc(size, 'mail'));
    expect(Buffer.from(readFrontNow(file, 1_000_000)).equals(Buffer.alloc(size, 'mail'))).toBe(true);
    expect(readFrontNow(file, 65_536)).toHaveLength(Math.min(size, 65_536));
    expect(readFrontNow(file, 100_000)).toHaveLength(Math.min(size, 100_000));
  });

  it('throws where there is no file', () => {
    expect(() => readFrontNow(path.join(folder, 'none'), 10)).toThrow('ENOENT');
  });

  it.skipIf(process.platform === 'win32')('is nothing of a pipe, or a folder', () => {
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(readFrontNow(pipe, 10)).toHaveLength(0);
    expect(readFrontNow(folder, 10)).toHaveLength(0);
  });
});
