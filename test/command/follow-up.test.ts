/**
 * `--trace` of explain and queue as a user runs it, against a mail server on loopback.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encodeDnsMessage } from '../../src/parse/dns/encode-dns-message.js';
import { createScriptedNameServer, type ScriptedNameServer } from '../support/scripted-name-server.js';
import { type SmtpScript, type SmtpServer, startSmtpServer } from '../support/smtp-server.js';
import { type BuiltCommand, buildCommand, type RunOptions } from './built-command.js';

let command: BuiltCommand;
let folder = '';
let names: ScriptedNameServer;
const servers: SmtpServer[] = [];

beforeAll(async () => {
  command = await buildCommand();
  folder = await mkdtemp(path.join(tmpdir(), 'mailwhy-follow-up-'));
  names = await createScriptedNameServer(({ id, questions }) => [encodeDnsMessage({ id, qr: true, rcode: 'NXDOMAIN', questions })]);
});
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
afterAll(async () => {
  await names.close();
  await command.remove();
  await rm(folder, { recursive: true });
});

const unknown = '550 5.1.1 <bob@example.com>: User unknown';
const bounce = `From: MAILER-DAEMON@mx.example.org\nSubject: Undelivered Mail Returned to Sender\n\n<bob@example.com>: host mx1.example.com[192.0.2.25] said: ${unknown} (in reply to RCPT TO command)\n`;
const queue = `${JSON.stringify({ queue_name: 'deferred', queue_id: '4WxYz1', arrival_time: 1_795_456_800, message_size: 300, sender: 'me@example.net', recipients: [{ address: 'bob@example.com', delay_reason: 'host mx1.example.com[192.0.2.25] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)' }] })}\n`;

/** A trace that stays on loopback: the server plays the script, no name exists. */
async function run(script: SmtpScript, args: readonly string[], options: RunOptions = {}) {
  const server = await startSmtpServer({ ...script, answers: { EHLO: '250 mx.example.com\r\n', ...script.answers } });
  servers.push(server);
  const given = [
    '--no-walk',
    '--no-control',
    '--no-ping',
    '--helo',
    'probe.example.net',
    '--from',
    'me@example.net',
    '--exchange',
    '127.0.0.1',
  ];
  const places = ['--port', `${server.port}`, '--resolver', `127.0.0.1:${names.port}`];
  return { ...(await command.run([...args, '--trace', ...given, ...places], options)), commands: server.commands };
}

const refusing = { answers: { RCPT: `${unknown}\r\n` } };

describe('explain --trace', () => {
  it('says beforehand whom it asks, and what came of it', async () => {
    const { stdout, stderr, status, commands } = await run(refusing, ['explain', unknown]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'mailwhy: tracing 1 of 1: bob@example.com\n' });
    expect(stdout).toMatch(
      /\nFollowed up\nOne recipient traced from here, .*: still true\.\n\nbob@example\.com\nSTILL TRUE {5}The same reply is given now\.\n/,
    );
    expect(commands).toEqual(['EHLO probe.example.net', 'MAIL FROM:<me@example.net>', 'RCPT TO:<bob@example.com>', 'RSET', 'QUIT']);
  });

  it('puts it into the document, with the trace', async () => {
    const file = path.join(folder, 'bounce.eml');
    await writeFile(file, bounce);
    const document = JSON.parse((await run({}, ['explain', '--json', file])).stdout);
    expect(document).toMatchObject({
      kind: 'explanation',
      messages: 1,
      followUp: {
        complete: true,
        targets: [
          {
            address: 'bob@example.com',
            standsFor: 1,
            result: 'gone',
            replies: 'different',
            told: { reply: unknown },
            report: { kind: 'trace', verdict: { outcome: 'deliverable' } },
          },
        ],
        leftOut: { unnamed: 0, beyondLimit: 0 },
      },
    });
    const saved = path.join(folder, 'trace.json');
    await writeFile(saved, JSON.stringify(document.followUp.targets[0].report));
    expect((await command.run(['show', saved, '-q'])).stdout).toContain('deliverable');
  });

  it.each<[string, readonly string[], (stdout: string) => void]>([
    [
      'a reply, as a document',
      ['explain', '--json', unknown],
      (stdout) =>
        expect(JSON.parse(stdout)).toMatchObject({
          verdict: { cause: 'recipient.unknown' },
          followUp: { targets: [{ result: 'still-true' }] },
        }),
    ],
    ['a reply, as a page', ['explain', '--format', 'html', unknown], (stdout) => expect(stdout).toContain('still true')],
    [
      'a summary',
      ['explain', '--summary', '--json', unknown],
      (stdout) =>
        expect(JSON.parse(stdout)).toMatchObject({
          causes: [{ code: 'recipient.unknown' }],
          followUp: { targets: [{ result: 'still-true' }] },
        }),
    ],
    [
      'lines',
      ['explain', '--jsonl', unknown],
      (stdout) =>
        expect(
          stdout
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line)),
        ).toMatchObject([{ schema: 'mailwhy-explained/1' }, { schema: 'mailwhy-follow-up/1', result: 'still-true' }]),
    ],
    [
      'lines for people',
      ['explain', '-q', unknown],
      (stdout) => expect(stdout).toContain('bob@example.com  still true  recipient.unknown  The same reply is given now.\n'),
    ],
  ])('%s', async (_, args, check) => {
    const { stdout, status } = await run(refusing, args);
    expect(status).toBe(0);
    check(stdout);
  });

  it('has nothing to trace where no recipient is told', async () => {
    const { stdout, stderr, status, commands } = await run({}, ['explain', '550 5.1.1 User unknown']);
    expect({ status, stderr, commands }).toEqual({ status: 0, stderr: 'mailwhy: nothing to trace (1 without an address)\n', commands: [] });
    expect(stdout).toContain('Nobody was traced');
  });

  it('ends at Ctrl-C with what was explained', async () => {
    const { stdout, status } = await run({ greeting: null }, ['explain', '--json', unknown], {
      meanwhile: (child) => child.stderr?.once('data', () => setTimeout(() => child.kill('SIGINT'), 500)),
    });
    expect(status).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: { cause: 'recipient.unknown' },
      followUp: { complete: false, targets: [{ result: 'could-not-tell' }] },
    });
  });

  it.each([
    ['an option of a trace without one', ['explain', '--from', 'me@example.net', unknown], '--from is for a trace'],
    ['a header', ['explain', '--trace', 'Received: from a by b; Mon, 23 Nov 2026 10:00:00 +0000'], 'a header is not followed up'],
    ['a message to send', ['explain', '--trace', '--send', '/dev/null', unknown], 'unknown option --send'],
  ])('refuses %s', async (_, args, complaint) => {
    expect(await command.run(args)).toMatchObject({ status: 64, stdout: '', stderr: expect.stringContaining(complaint) });
  });
});

describe('queue --trace', () => {
  it('follows up what waits, once for each cause and exchange', async () => {
    const { stdout, stderr, status } = await run({}, ['queue', '-'], { input: queue });
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'mailwhy: tracing 1 of 1: bob@example.com\n' });
    expect(stdout).toMatch(/recipient\.mailbox-full\n[\s\S]*\nFollowed up\n[\s\S]*\nGONE {11}The recipient is accepted now\./);
  });

  it('is a document of its own, and explain gives the same', async () => {
    const document = JSON.parse((await run(refusing, ['queue', '-', '--json'], { input: queue })).stdout);
    expect(document).toMatchObject({
      kind: 'queue',
      messages: 1,
      followUp: { targets: [{ result: 'different', seen: { code: 'recipient.unknown' } }] },
    });
    const explained = JSON.parse((await run(refusing, ['explain', '-', '--json'], { input: queue })).stdout);
    expect(explained).toMatchObject({ kind: 'queue', followUp: { targets: [{ result: 'different' }] } });
  });
});
