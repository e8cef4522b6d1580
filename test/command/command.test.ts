import { createSocket, type Socket } from 'node:dgram';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltCommand, buildCommand } from './built-command.js';

let command: BuiltCommand;
/** A resolver that never answers. */
let silent: Socket;

beforeAll(async () => {
  command = await buildCommand();
  silent = createSocket('udp4');
  await new Promise<void>((resolve) => silent.bind(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  silent.close();
  await command.remove();
});

/** Options that keep a trace on the loopback interface, at a resolver that never answers. */
function silentWorld(): string[] {
  const offline = ['--no-walk', '--no-probe', '--no-control', '--no-ping', '--helo', 'probe.example.net', '--from', 'me@example.net'];
  return [...offline, '--resolver', `127.0.0.1:${silent.address().port}`];
}

describe('what needs no trace', () => {
  it.each<[string, string[], number, string, string]>([
    ['the version', ['--version'], 0, '0.1.0\n', ''],
    ['nothing', [], 0, 'mailwhy bob@example.com', ''],
    ['help', ['help'], 0, 'Exit statuses', ''],
    ['help about a command', ['show', '--help'], 0, 'Usage: mailwhy show FILE', ''],
    ['a word that is nearly a command', ['traec'], 64, '', 'Did you mean mailwhy trace?'],
    ['an unknown option', ['bob@example.com', '--jsn'], 64, '', 'Did you mean --json?'],
    ['two addresses', ['a@example.com', 'b@example.com'], 64, '', 'Trace one address at a time.'],
    ['an address in pieces', ['bob', 'smith@example.com', '-q'], 64, '', 'no command bob'],
    ['a command behind an option', ['-q', 'show', 'x.json'], 64, '', 'a command comes first'],
    ['a malformed address', ['bob@example,com'], 64, '', 'Did you mean bob@example.com?'],
    ['nothing to explain, piped', ['explain'], 65, '', 'it is empty'],
    ['a text without a reply', ['explain', 'nothing', 'here'], 65, '', 'no reply stands'],
    ['a code without a reply', ['explain', '5.1.1'], 65, '', 'mailwhy explain "550 5.1.1 …"'],
    ['what a sender reports', ['explain', 'Connection timed out'], 65, '', 'Trace the address'],
    ['a reply', ['explain', '-q', '550 5.1.1 <bob@example.com>: User unknown'], 0, 'recipient.unknown', ''],
    ['a reply in pieces', ['explain', '-q', '550', '5.1.1', 'User', 'unknown'], 0, 'recipient.unknown', ''],
    ['a report that is not there', ['show', '/nonexistent/report.json'], 66, '', 'there is no file'],
    ['a message for a domain', ['example.com', '--send', '/dev/null'], 64, '', '--send needs an address'],
    ['an empty message', ['bob@example.com', '--send', '/dev/null'], 65, '', 'is empty'],
    ['a message and no connection', ['bob@example.com', '--no-probe', '--send', '/dev/null'], 64, '', '--no-probe'],
    ['an unknown world', ['demo', 'helthy'], 64, '', 'Did you mean healthy?'],
    ['the names of the worlds', ['demo', '--list'], 0, 'healthy ', ''],
  ])('%s', async (_, args, status, stdout, stderr) => {
    const run = await command.run(args);
    expect(run).toMatchObject({ status, stdout: expect.stringContaining(stdout), stderr: expect.stringContaining(stderr) });
    if (status !== 0) expect(run.stdout).toBe('');
  });

  it('a reply on standard input', async () => {
    const run = await command.run(['explain', '-', '--json'], { input: '550-5.1.1 no such\r\n550 5.1.1 user here\r\n' });
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({ kind: 'explanation', verdict: { cause: 'recipient.unknown' } });
  });

  it('a bad configuration', async () => {
    expect(await command.run(['bob@example.com'], { environment: { MAILWHY_PORT: 'x' } })).toMatchObject({ status: 78, stdout: '' });
  });

  it('a report that is none', async () => {
    const file = path.join(command.folder, 'none.json');
    await writeFile(file, '{}');
    expect(await command.run(['show', file])).toMatchObject({ status: 65, stdout: '' });
    await writeFile(file, '{');
    expect(await command.run(['show', file])).toMatchObject({ status: 65, stderr: expect.stringContaining('no JSON') });
  });

  it.each([
    ['a report', ['show']],
    ['a configuration', ['bob@example.com', '--config']],
  ])('%s full of escape sequences, none of which reach the terminal', async (_, args) => {
    const file = path.join(command.folder, 'escapes.json');
    await writeFile(file, '{"a": \u001b]0;owned\u0007\u009b2J\u202e');
    const { stderr } = await command.run([...args, file]);
    expect(stderr).toContain('\\x1b');
    expect(stderr).not.toMatch(/[^\P{C}\n]/u);
  });

  it('a reader who has gone away', async () => {
    const run = await command.run(['demo', '--list'], { meanwhile: (child) => child.stdout?.destroy() });
    expect(run).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('a malformed address with --json', () => {
  it('gives one report, and ends in 64', async () => {
    const run = await command.run(['bob smith@example.com', '--json']);
    expect(run).toMatchObject({ status: 64, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({
      schema: 'mailwhy/1',
      verdict: { outcome: 'undeliverable', cause: 'address.malformed' },
      evidence: [],
    });
  });
});

describe('a trace', () => {
  it('prints one document with --json, which show judges to the same verdict', async () => {
    const world = await command.run(['demo', 'mx-null', '--json']);
    expect(world).toMatchObject({ status: 0, stderr: '' });
    const report = JSON.parse(world.stdout);
    expect(report.verdict).toMatchObject({ outcome: 'undeliverable', cause: 'mx.null' });
    const shown = await command.run(['show', '-', '--json'], { input: world.stdout });
    expect(shown.status).toBe(69);
    expect(JSON.parse(shown.stdout).verdict).toEqual(report.verdict);
    expect((await command.run(['show', '-', '-q'], { input: world.stdout })).stdout.trim().split('\n')).toHaveLength(1);
  });

  it('ends with its deadline', async () => {
    const run = await command.run(['bob@example.com', '--json', '--deadline', '1', ...silentWorld()]);
    expect(run).toMatchObject({ status: 74, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({ complete: false, options: { deadlineMs: 1000 } });
  });

  it('ends with what was found at the first Ctrl-C', async () => {
    const run = await command.run(['bob@example.com', '--json', ...silentWorld()], {
      meanwhile: (child) => silent.once('message', () => child.kill('SIGINT')),
    });
    expect(run).toMatchObject({ status: 130, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({ complete: false });
  });

  it('hints at a common domain that was nearly meant', async () => {
    const run = await command.run(['bob@gmial.com', '-q', '--deadline', '1', ...silentWorld()]);
    expect(run.stderr).toBe('mailwhy: did you mean gmail.com? Tracing bob@gmial.com as given.\n');
  });
});
