import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFront } from './files.js';
import { findPath, listMailFiles, streamFile } from './mail-files.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mailwhy-mail-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Makes the files, their folders too; what they hold is their name. */
async function makeFiles(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const file = path.join(folder, ...name.split('/'));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, name);
  }
}

async function listed(): Promise<readonly string[]> {
  return (await listMailFiles(folder)).map((file) => path.relative(folder, file).split(path.sep).join('/'));
}

describe('listMailFiles', () => {
  it.each<readonly [sentence: string, made: readonly string[], found: readonly string[]]>([
    [
      'a Maildir: the new mail first, and nothing beside',
      ['cur/2', 'cur/1_2,S', 'new/3', 'tmp/4', 'a.eml'],
      ['new/3', 'cur/1_2,S', 'cur/2'],
    ],
    ['a folder with mail among other things', ['b.eml', 'a.EML', 'c.msg', 'notes.txt', '.hidden.eml'], ['a.EML', 'b.eml', 'c.msg']],
    ['a folder without such names: all of it', ['2', '1', '.hidden', 'deeper/3'], ['1', '2']],
    ['an empty folder', [], []],
  ])('%s', async (_sentence, made, found) => {
    await makeFiles(...made);
    expect(await listed()).toEqual(found);
  });

  it('throws where there is no such folder', async () => {
    await expect(listMailFiles(path.join(folder, 'none'))).rejects.toThrow('ENOENT');
  });
});

describe('findPath', () => {
  it('tells a file, a folder and nothing apart', async () => {
    await makeFiles('deeper/file');
    const places = ['deeper', 'deeper/file', 'none', 'deeper/file/below'];
    expect(await Promise.all(places.map((place) => findPath(path.join(folder, place))))).toEqual(['folder', 'file', null, null]);
  });
});

describe('the octets of a file', () => {
  it('are read to the bound, or all where there are fewer', async () => {
    await makeFiles('message');
    const read = async (limitBytes: number) => Buffer.from(await readFront(path.join(folder, 'message'), limitBytes)).toString();
    expect([await read(4), await read(100)]).toEqual(['mess', 'message']);
  });

  it('come piece by piece', async () => {
    await makeFiles('message');
    const pieces: Uint8Array[] = [];
    for await (const piece of streamFile(path.join(folder, 'message'))) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('message');
  });
});
