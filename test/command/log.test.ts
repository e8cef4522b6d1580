/** Logs as administrators keep them: rotated, compressed, cut, still growing. */
import { appendFile, rename, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltCommand, buildCommand } from './built-command.js';

const preload = fileURLToPath(new URL('../support/print-peak-memory.cjs', import.meta.url));
const limitKib = 200 * 1024;

let command: BuiltCommand;
beforeAll(async () => {
  command = await buildCommand();
});
afterAll(() => command.remove());

const fileOf = (name: string) => path.join(command.folder, name);

function deferral(time: string, id: string, to: string): string {
  return `${time} mail postfix/smtp[12]: ${id}: to=<${to}>, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=4.2.0, status=deferred (host mx.example.com[192.0.2.1] said: 450 4.2.0 <${to}>: Greylisted (in reply to RCPT TO command))\n`;
}

const days = [20, 21, 22].map((day) => [
  deferral(`2026-11-${day}T10:00:00+00:00`, `4Wx${day}`, 'bob@example.com'),
  `2026-11-${day}T10:10:00+00:00 mail postfix/smtp[12]: 4Wx${day}: to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=601, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 5Ab${day})\n`,
]);

describe('mailwhy log', () => {
  it('reads rotated files in the order of their times, whatever the order of their names', async () => {
    const names = ['mail.log', 'mail.log.1', 'mail.log.2.gz'].map(fileOf);
    const [oldest = [], middle = [], newest = []] = days;
    await writeFile(names[0] ?? '', newest.join(''));
    await writeFile(names[1] ?? '', middle.join(''));
    await writeFile(names[2] ?? '', gzipSync(oldest.join('')));
    const { stdout, stderr, status } = await command.run(['log', ...names, '--to', 'bob@example.com', '--json']);
    const report = JSON.parse(stdout);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(report).toMatchObject({ firstAt: '2026-11-20T10:00:00.000Z', lastAt: '2026-11-22T10:10:00.000Z', lines: 6 });
    expect(report.story.messages.map((message: { stations: { queueId: string }[] }) => message.stations[0]?.queueId)).toEqual([
      '4Wx20',
      '4Wx21',
      '4Wx22',
    ]);
  });

  it('reads what a cut file holds, and says so', async () => {
    const packed = gzipSync(days.flat().join(''));
    await writeFile(fileOf('cut.gz'), packed.subarray(0, packed.length - 4));
    const { stdout, stderr, status } = await command.run(['log', fileOf('cut.gz'), '-q']);
    expect(stdout).toBe(
      'Deliveries: 3 delivered, 3 deferred, 0 given up, 0 refused by this server. Most often: 3 deferred: sender.greylisted.\n',
    );
    expect(stderr).toContain('cut.gz: its end is missing or damaged');
    expect(status).toBe(0);
  });

  it.each<[string, string[], string, number, string, string]>([
    ['a pipe, without being told', ['log', '-q'], days.flat().join(''), 0, '3 delivered', ''],
    ['a page', ['log', '-', '--format', 'html'], days.flat().join(''), 0, '<!doctype html>', ''],
    ['a story as a page', ['log', '-', '--to', 'bob@example.com', '--format', 'html'], days.flat().join(''), 0, '4Wx20', ''],
    [
      'a story in a line for each fate',
      ['log', '-', '--message', '4Wx21', '-q'],
      days.flat().join(''),
      0,
      'bob@example.com delivered\n',
      '',
    ],
    ['a message that is not there', ['log', '-', '--message', '4Wx2'], days.flat().join(''), 0, 'Near it: 4Wx2', ''],
    [
      'an address with a name',
      ['log', '-', '-q', '--to', 'Bob <bob@example.com>'],
      days.flat().join(''),
      0,
      'bob@example.com delivered\n',
      '',
    ],
    ['an address in brackets', ['log', '-', '-q', '--to', '<bob@example.com>'], days.flat().join(''), 0, 'bob@example.com delivered\n', ''],
    ['a name that is no address', ['log', '-', '--to', 'bob'], days.flat().join(''), 64, '', '--to: bob is no address'],
    ['a domain alone', ['log', '-', '--to', 'example.com'], days.flat().join(''), 64, '', 'Give the whole address'],
    [
      'a recipient and a message of another',
      ['log', '-', '-q', '--to', 'ann@example.com', '--message', '4Wx21'],
      days.flat().join(''),
      0,
      'nothing found',
      '',
    ],
    ['something else', ['log', '-'], 'Dear Bob,\n', 65, '', 'no line of a mail server'],
    ['nothing', ['log', '-'], '', 65, '', 'nothing stands in it'],
    ['a file that is not there', ['log', '/nonexistent/mail.log'], '', 66, '', 'there is no file'],
    ['a folder', ['log', '/'], '', 66, '', 'is a folder'],
    ['--follow with a message', ['log', '--follow', '--message', '4Wx2'], '', 64, '', 'without it'],
  ])('%s', async (_, args, input, status, stdout, stderr) => {
    const run = await command.run(args, { input });
    expect(run).toMatchObject({ status, stdout: expect.stringContaining(stdout), stderr: expect.stringContaining(stderr) });
  });
});

describe('mailwhy log --follow', () => {
  it('goes on over rotation and truncation, of several files, until somebody interrupts', async () => {
    const [first, second] = [fileOf('first.log'), fileOf('second.log')];
    await writeFile(first, deferral('Nov 20 10:00:00', '4OLD1', 'old@example.com'));
    await writeFile(second, '');
    const { stdout, stderr, status } = await command.run(['log', '--follow', first, second, '--json'], {
      meanwhile: (child) => {
        child.stderr?.once('data', () => void playFiles(first, second).then(() => child.kill('SIGINT')));
      },
    });
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(told.map(({ queueId, recipient, cause }) => `${queueId} ${recipient} ${cause.code}`).sort()).toEqual([
      '4NEW1 a@example.com sender.greylisted',
      '4NEW2 b@example.com sender.greylisted',
      '4NEW3 c@example.com sender.greylisted',
      '4NEW4 d@example.com sender.greylisted',
    ]);
    expect(stderr).toMatch(
      /^mailwhy: following .*first\.log, .*second\.log; Ctrl-C ends it\nmailwhy: 4 failures in \d+ s: 4 sender\.greylisted\n$/,
    );
    expect(status).toBe(130);
  });

  async function playFiles(first: string, second: string): Promise<void> {
    await appendFile(first, deferral('Nov 23 10:00:00', '4NEW1', 'a@example.com'));
    await appendFile(second, deferral('Nov 23 10:00:00', '4NEW2', 'b@example.com'));
    await sleep(700);
    // Written just before the rotation, and nothing after it in the old file.
    await appendFile(first, deferral('Nov 23 10:00:01', '4NEW3', 'c@example.com'));
    await rename(first, `${first}.1`);
    await sleep(100);
    await writeFile(first, '');
    await truncate(second);
    await sleep(700);
    await appendFile(first, 'Nov 23 10:00:02 mail postfix/qmgr[9]: 4NEW1: removed\n');
    await appendFile(second, deferral('Nov 23 10:00:02', '4NEW4', 'd@example.com'));
    await sleep(900);
  }
});

describe('memory', () => {
  /** Each line another domain, host, id and reason: nothing can be counted together. */
  const hostile = (at: number) =>
    deferral('Nov 23 10:00:00', `4W${at}`, `u${at}@d${at}.example`)
      .replaceAll('mx.example.com', `mx${at}.d${at}.example`)
      .replace('Greylisted', `${at} ${'x'.repeat(at % 90)}`);

  it('stays below 200 MB, whatever the log holds', async () => {
    const file = fileOf('hostile.log');
    for (let at = 0; at < 200_000; at += 10_000)
      await appendFile(file, Array.from({ length: 10_000 }, (_, each) => hostile(at + each)).join(''));
    const { stdout, stderr } = await command.run(['log', file, '-q'], { environment: { NODE_OPTIONS: `--require ${preload}` } });
    expect(stdout).toContain('200000 deferred');
    expect(Number(/\npeak (\d+)\n$/.exec(stderr)?.[1])).toBeLessThan(limitKib);
  }, 60_000);
});
