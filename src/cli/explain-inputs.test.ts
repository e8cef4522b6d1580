import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseInputs } from './explain-inputs.js';

let folder = '';
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mailwhy-inputs-'));
  await writeFile(at('bounce.eml'), 'x');
  await mkdir(at('folder'));
  await symlink('itself', at('itself'));
});
afterAll(() => rm(folder, { recursive: true }));

async function choose(...operands: readonly string[]) {
  return (await chooseInputs(operands)).map((input) => [input.kind, input.kind === 'text' ? input.text : input.name.replace(folder, '')]);
}

describe('what was given', () => {
  it('is a file, a folder or standard input where it is one', async () => {
    expect(await choose(at('bounce.eml'), at('folder'), '-')).toEqual([
      ['stream', '/bounce.eml'],
      ['folder', '/folder'],
      ['stream', 'standard input'],
    ]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['a quoted text', ['550 5.1.1 User unknown'], ['550 5.1.1 User unknown']],
    ['words without quotation marks are one text', ['User', 'unknown', 'in', 'table'], ['User unknown in table']],
    ['two quoted texts are two', ['550 5.1.1 no', '452 4.2.2 full'], ['550 5.1.1 no', '452 4.2.2 full']],
    ['behind a bare code all words belong to the reply, even with a slash', ['550', '5.7.1', 'a/b', 'x.txt'], ['550 5.7.1 a/b x.txt']],
  ])('%s', async (_, operands, texts) => {
    expect(await choose(...operands)).toEqual(texts.map((text) => ['text', text]));
  });

  it('may be files and texts side by side', async () => {
    expect(await choose(at('bounce.eml'), '550 5.1.1 no', '451 later')).toEqual([
      ['stream', '/bounce.eml'],
      ['text', '550 5.1.1 no'],
      ['text', '451 later'],
    ]);
  });

  it.each<[string, string, string]>([
    ['no such file', 'nothing.eml', 'there is no file'],
    ['no such path', 'nothing/here', 'there is no file'],
    ['a link that leads to itself', 'itself', 'cannot be read'],
  ])('%s', async (_, name, message) => {
    await expect(chooseInputs([at(name)])).rejects.toMatchObject({ kind: 'no-input', message: expect.stringContaining(message) });
  });

  it('is standard input once', async () => {
    await expect(chooseInputs(['-', '-'])).rejects.toMatchObject({ kind: 'usage' });
  });
});
