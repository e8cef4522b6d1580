import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDocument } from './explain-documents.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mailwhy-documents-'));
});
afterEach(() => rm(folder, { recursive: true }));

const seen = 'it is a text without a reply, a bounced recipient or a line of a log';

it.each([
  ['a letter', 'Dear Bob,\n\nthank you for your mail.\n', seen, 'Known are replies, bounces'],
  ['a code without a reply', 'What does 5.1.1 mean to you?\nAnn\n', seen, 'mailwhy explain "550 5.1.1 …"'],
  ['nothing', '', 'it is empty', 'Known are replies, bounces'],
  ['octets', '\u0001\u0002\u0003\u0000\u0000\u0005', 'it is no text', 'Known are replies, bounces'],
])('a file that holds %s: what it is, and what helps', async (_, text, what, hint) => {
  const file = path.join(folder, 'nt.txt');
  await writeFile(file, text);
  const input = { kind: 'stream', name: 'nt.txt', path: file, sizeBytes: text.length } as const;
  await expect(openDocument(input, null)).rejects.toMatchObject({
    message: `nothing is known of nt.txt: ${what}`,
    hint: expect.stringContaining(hint),
  });
});
