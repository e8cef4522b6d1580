import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headerBlocks } from '../../src/intake/headers/testing/header-blocks.js';
import { type BuiltCommand, buildCommand } from './built-command.js';

let command: BuiltCommand;

beforeAll(async () => {
  command = await buildCommand();
});

afterAll(() => command.remove());

it('a message from a file and from standard input gives the same report', async () => {
  const file = path.join(command.folder, 'message.eml');
  await writeFile(file, headerBlocks.postfix);
  const fromFile = await command.run(['headers', file, '--json']);
  const fromInput = await command.run(['headers', '-', '--json'], { input: headerBlocks.postfix });
  expect(fromFile).toMatchObject({ status: 0, stderr: '' });
  expect(fromInput.stdout).toBe(fromFile.stdout);
  expect(JSON.parse(fromFile.stdout)).toMatchObject({ schema: 'mailwhy/1', kind: 'headers', complete: true, longestWait: { hop: 2 } });
});

it.each<[string, string[], string, number, string, string]>([
  ['as text', ['headers', '-'], headerBlocks.loop, 0, 'a loop', ''],
  ['in one line', ['headers', '-', '-q'], headerBlocks.exim, 0, 'It took 7 s', ''],
  ['as a page', ['headers', '-', '--format', 'html'], headerBlocks.gmail, 0, '<!doctype html>', ''],
  ['a text without a header', ['headers', '-'], 'hello\n', 65, '', 'no header field stands here'],
  ['nothing', ['headers', '-'], '', 65, '', 'no header field stands here'],
  ['no operand', ['headers'], '', 64, '', 'FILE|- is missing'],
  ['a file that is not there', ['headers', '/nonexistent/message.eml'], '', 66, '', 'there is no file'],
  ['its help says what is not verified', ['headers', '--help'], '', 0, 'DKIM is not', ''],
])('%s', async (_, args, input, status, stdout, stderr) => {
  const run = await command.run(args, { input });
  expect(run).toMatchObject({ status, stdout: expect.stringContaining(stdout), stderr: expect.stringContaining(stderr) });
});
