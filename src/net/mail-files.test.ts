import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPath, hasManyMails, walkMailFiles } from './mail-files.js';

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

const notes = { onFault: () => undefined, onLeftOut: () => undefined };

async function listed(): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const file of walkMailFiles(folder, notes)) {
    found.push(path.relative(folder, file).split(path.sep).join('/'));
  }
  return found;
}

describe('the files of a folder', () => {
  it.each<readonly [sentence: string, made: readonly string[], found: readonly string[]]>([
    [
      'a Maildir: the new mail first, and nothing beside',
      ['cur/2', 'cur/1_2,S', 'new/3', 'tmp/4', 'a.eml', 'dovecot-uidlist'],
      ['new/3', 'cur/1_2,S', 'cur/2'],
    ],
    [
      'a Maildir with folders of its own',
      ['cur/1', 'new/2', '.Bounces/cur/3', '.Bounces/new/4', '.Bounces.Old/cur/5', '.Bounces.Old/new/6', '.sieve/x'],
      ['new/2', 'cur/1', '.Bounces/new/4', '.Bounces/cur/3', '.Bounces.Old/new/6', '.Bounces.Old/cur/5'],
    ],
    ['a folder with mail among other things', ['b.eml', 'a.EML', 'c.eml.gz', 'notes.txt', '.hidden.eml'], ['a.EML', 'b.eml', 'c.eml.gz']],
    ['folders within folders', ['b.eml', '2026/11/a.eml', '2026/b.eml', '.git/x.eml'], ['b.eml', '2026/b.eml', '2026/11/a.eml']],
    [
      'Maildirs within a folder',
      ['bob/cur/1', 'bob/new/2', 'ann/cur/3', 'ann/new/4'],
      ['ann/new/4', 'ann/cur/3', 'bob/new/2', 'bob/cur/1'],
    ],
    ['a folder without such names: all of it', ['2', '1', '.hidden'], ['1', '2']],
    ['an empty folder', [], []],
  ])('%s', async (_sentence, made, found) => {
    await makeFiles(...made);
    expect(await listed()).toEqual(found);
  });

  it('follow links to files, and none that leads round in a circle', async () => {
    await makeFiles('a.eml', 'deeper/b.eml');
    await symlink(folder, path.join(folder, 'deeper', 'round'));
    await symlink('itself', path.join(folder, 'itself'));
    await symlink(path.join(folder, 'a.eml'), path.join(folder, 'c.eml'));
    expect(await listed()).toEqual(['a.eml', 'c.eml', 'deeper/b.eml']);
  });

  it('pass over a folder that cannot be read, and say so', async () => {
    await makeFiles('a.eml', 'gone/b.eml', 'there/c.eml');
    const faults: string[] = [];
    const files = walkMailFiles(folder, { ...notes, onFault: (at) => faults.push(path.relative(folder, at)) });
    const first = await files.next();
    await rm(path.join(folder, 'gone'), { recursive: true });
    const second = await files.next();
    expect([first.value, second.value].map((file) => path.relative(folder, String(file)))).toEqual(['a.eml', path.join('there', 'c.eml')]);
    expect(faults).toEqual(['gone']);
  });

  it('throw where there is no such folder', async () => {
    await expect(walkMailFiles(path.join(folder, 'none'), notes).next()).rejects.toThrow('ENOENT');
  });
});

describe('what stands at a path', () => {
  it('is a file, a folder, nothing, or what cannot be looked at', async () => {
    await makeFiles('deeper/file');
    await symlink('itself', path.join(folder, 'itself'));
    const places = ['deeper', 'deeper/file', 'none', 'deeper/file/below', 'itself', `${'x'.repeat(5000)}`, 'a\0b'];
    const found = await Promise.all(places.map((place) => findPath(path.join(folder, place))));
    expect(found.map(({ state }) => state)).toEqual(['folder', 'file', 'missing', 'missing', 'unreadable', 'missing', 'missing']);
  });
});

describe('whether a folder holds many mails', () => {
  it.each<readonly [made: readonly string[], many: boolean]>([
    [['a.eml', 'b.eml', 'c.eml'], true],
    [['a', 'b', 'c'], true],
    [['a.eml', 'b', 'c'], false],
    [['cur/1', 'cur/2', 'cur/3', 'new/4'], true],
    [['a.eml', 'b.eml'], false],
  ])('%j: %s', async (made, many) => {
    await makeFiles(...made);
    expect(await hasManyMails(folder, 3)).toBe(many);
  });

  it('has none where nothing is', async () => {
    expect(await hasManyMails(path.join(folder, 'none'), 1)).toBe(false);
  });
});

it('tells how many files stand beside mails and are left out', async () => {
  await makeFiles('a.eml', 'b.txt', 'within/c.eml', 'within/d', 'within/e', 'other/f');
  const leftOut: number[] = [];
  for await (const _ of walkMailFiles(folder, { ...notes, onLeftOut: (files) => leftOut.push(files) }));
  expect(leftOut).toEqual([1, 2]);
});
