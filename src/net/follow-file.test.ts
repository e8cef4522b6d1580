import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followTextFile } from './follow-file.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mailwhy-follow-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A file cannot be opened at the place of a socket, and the others are none. */
const replacements: readonly (readonly [what: string, make: (file: string) => Promise<() => unknown>])[] = [
  [
    'a socket',
    async (file) => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(file, resolve));
      return () => new Promise((resolve) => server.close(resolve));
    },
  ],
  [
    'a pipe',
    async (file) => {
      execFileSync('mkfifo', [file]);
      return () => rm(file);
    },
  ],
  [
    'a folder',
    async (file) => {
      await mkdir(file);
      return () => rm(file, { recursive: true });
    },
  ],
];

describe.skipIf(process.platform === 'win32')('a file that is followed', () => {
  it.each(replacements)('is kept while %s stands in its place, at no cost, and left for the next file', async (_, make) => {
    const file = path.join(folder, 'mail.log');
    await writeFile(file, 'before\n');
    const end = new AbortController();
    let text = '';
    const reading = (async () => {
      for await (const chunk of await followTextFile(file, end.signal)) text += chunk;
    })();
    await sleep(50);
    await rename(file, `${file}.1`);
    const remove = await make(file);
    await appendFile(`${file}.1`, 'old\n');
    const begun = process.cpuUsage();
    await sleep(800);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1000).toBeLessThan(200);
    expect(text).toBe('old\n');
    await remove();
    await writeFile(file, 'new\n');
    await sleep(600);
    end.abort();
    await reading;
    expect(text).toBe('old\n\nnew\n');
  });
});
