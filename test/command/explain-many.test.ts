/**
 * `mailwhy explain` over more than anybody reads: bounded memory, every core, a reader who goes away, Ctrl-C.
 */
import { spawnSync } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltCommand, buildCommand } from './built-command.js';

const preload = fileURLToPath(new URL('../support/print-peak-memory.cjs', import.meta.url));
const messages = 20_000;
/** Two threads with the knowledge of replies in each; one message by itself takes about 70 MB. */
const limitKib = 256 * 1024;

let command: BuiltCommand;
let folder = '';
let mbox = '';

/** Each with an address of its own, so that nothing can be remembered from one to the other. */
const message = (number: number) =>
  `From MAILER-DAEMON Mon Nov 23 10:00:00 2026\nFrom: MAILER-DAEMON@mx.example.org\nSubject: Undelivered Mail Returned to Sender\n\n<user${number}@domain${number % 3000}.example>: host mx.domain${number % 3000}.example[192.0.2.1] said: 550 5.1.1 no such user (in reply to RCPT TO command)\n\n`;

beforeAll(async () => {
  command = await buildCommand();
  folder = await mkdtemp(path.join(tmpdir(), 'mailwhy-many-'));
  mbox = path.join(folder, 'many.mbox');
  await writeFile(mbox, Array.from({ length: messages }, (_, at) => message(at)).join(''));
});
afterAll(async () => {
  await command.remove();
  await rm(folder, { recursive: true });
});

describe('an mbox of many messages', () => {
  it('passes in bounded memory, counted', async () => {
    const { stdout, stderr, status } = await command.run(['explain', '--summary', '--json', mbox], {
      environment: { NODE_OPTIONS: `--require ${preload}` },
    });
    expect({ status, summary: JSON.parse(stdout) }).toMatchObject({
      status: 0,
      summary: { messages, recipients: messages, causes: [{ code: 'recipient.unknown', recipients: messages }] },
    });
    expect(Number(/\npeak (\d+)\n$/.exec(stderr)?.[1])).toBeLessThan(limitKib);
  }, 120_000);

  it('keeps its order', async () => {
    const { stdout } = await command.run(['explain', '--jsonl', mbox]);
    const numbers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).recipients[0].address.match(/^user(\d+)@/)?.[1]);
    expect(numbers.length).toBe(messages);
    expect(numbers.every((number, at) => number === String(at))).toBe(true);
  }, 120_000);

  it('ends quietly where nobody reads any more', async () => {
    const run = await command.run(['explain', '-q', mbox], {
      meanwhile: (child) => child.stdout?.once('data', () => child.stdout?.destroy()),
    });
    expect(run).toMatchObject({ status: 0, stderr: '' });
  }, 120_000);

  it('waits for a reader who takes his time', async () => {
    const { stdout } = await command.run(['explain', '--jsonl', '-q', mbox], {
      meanwhile: ({ stdout: reader }) => reader?.once('data', () => reader.pause() && setTimeout(() => reader.resume(), 3000)),
    });
    expect(stdout.trim().split('\n')).toHaveLength(messages);
  }, 120_000);

  it('says that the disk is full', async () => {
    const full = `"${process.execPath}" "${path.join(command.folder, 'mailwhy.cjs')}" explain --jsonl -q "${mbox}" > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', full], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 70, stderr: expect.stringContaining('the output cannot be written: ENOSPC') });
  }, 120_000);

  it('tells at Ctrl-C what was read until then, as one whole document', async () => {
    const run = await command.run(['explain', '--json', mbox], {
      meanwhile: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
    });
    expect(run.status).toBe(130);
    const document = JSON.parse(run.stdout);
    expect(document.complete).toBe(false);
    expect(document.messages).toBe(document.explained.length);
    expect(document.messages).toBeLessThan(messages);
  }, 120_000);
});

describe('what other threads do', () => {
  const many = 1000;

  it('is one line for each of many replies, and nothing else', async () => {
    const replies = path.join(folder, 'replies.txt');
    await writeFile(replies, Array.from({ length: many }, (_, at) => `550 5.1.1 <user${at}@example.com> no such user\n`).join(''));
    const { stdout, stderr, status } = await command.run(['explain', '--jsonl', '-q', replies]);
    expect({ status, stderr, sources: sourcesOf(stdout) }).toEqual({
      status: 0,
      stderr: '',
      sources: Array.from({ length: many }, (_, at) => `${replies}#${at + 1}`),
    });
  }, 60_000);

  it('is one line for each file of a folder, and nothing else', async () => {
    const files = Array.from({ length: many }, (_, at) => path.join(folder, 'mails', `${String(at).padStart(4, '0')}.eml`));
    await mkdir(path.join(folder, 'mails'));
    await Promise.all(files.map((file, at) => writeFile(file, message(at).replace(/^From MAILER.*\n/, ''))));
    const { stdout, stderr, status } = await command.run(['explain', '--jsonl', '-q', path.join(folder, 'mails')]);
    expect({ status, stderr, sources: sourcesOf(stdout) }).toEqual({ status: 0, stderr: '', sources: files });
  }, 60_000);
});

function sourcesOf(lines: string): readonly string[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).source);
}

describe('a line without end', () => {
  it('is passed over in bounded memory', async () => {
    const file = path.join(folder, 'line.mbox');
    await writeFile(file, 'From a 10:00\nSubject: x\n\n');
    const piece = 'x'.repeat(1_000_000);
    for (let at = 0; at < 200; at += 1) await appendFile(file, piece);
    const { stderr, status } = await command.run(['explain', '-q', file], { environment: { NODE_OPTIONS: `--require ${preload}` } });
    expect(status).toBe(0);
    expect(Number(/\npeak (\d+)\n$/.exec(stderr)?.[1])).toBeLessThan(limitKib);
  }, 120_000);
});
