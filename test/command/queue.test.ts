/** The command and the queue of the machine, whose mail servers are played by scripts here; test/real has real ones. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltCommand, buildCommand } from './built-command.js';

let command: BuiltCommand;
beforeAll(async () => {
  command = await buildCommand();
});
afterAll(() => command.remove());

const entry = (id: string, domain: string) =>
  JSON.stringify({
    queue_name: 'deferred',
    queue_id: id,
    arrival_time: 1_795_456_800,
    sender: 'admin@corp.example',
    recipients: [
      { address: `bob@${domain}`, delay_reason: `host mx.${domain}[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)` },
    ],
  });

/** Programs by name, each a line of shell; the folder they lie in. */
async function install(name: string, programs: Readonly<Record<string, string>>): Promise<string> {
  const folder = path.join(command.folder, name);
  await mkdir(folder, { recursive: true });
  for (const [program, script] of Object.entries(programs)) {
    await writeFile(path.join(folder, program), `#!/bin/sh\n${script}\n`);
    await chmod(path.join(folder, program), 0o755);
  }
  return folder;
}

describe('mailwhy queue', () => {
  it('lists all instances of Postfix, each with its own commands', async () => {
    const folder = await install('instances', {
      postqueue: `if [ "$1" = -c ]; then echo '${entry('4WxOut1', 'example.org')}'; else echo '${entry('4WxIn1', 'example.com')}'; fi`,
      postmulti:
        "printf -- '-               -               y         /etc/postfix\\npostfix-out     -               y         /etc/postfix-out\\n'",
    });
    const { stdout, status } = await command.run(['queue', '--json'], { environment: { PATH: folder } });
    const report = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(report.groups.map((group: { place: string; remove: string[] }) => [group.place, ...group.remove])).toEqual([
      [null, 'postsuper -d 4WxIn1'],
      ['/etc/postfix-out', 'postsuper -c /etc/postfix-out -d 4WxOut1'],
    ]);
  });

  it.each<[string, string, Readonly<Record<string, string>>, number, string, string]>([
    ['says what is missing where nothing lists a queue', 'nothing', {}, 66, '', 'no mail server whose queue can be listed'],
    [
      'says whose permission is missing',
      'forbidden',
      { postqueue: "echo 'postqueue: fatal: User bob(1000) is not allowed to view the mail queue' >&2; exit 69" },
      66,
      '',
      'sudo mailwhy queue',
    ],
    [
      'takes the next mail server where one of them has no queue',
      'next',
      { postqueue: 'exit 1', smtpctl: 'exit 0' },
      0,
      'nothing is queued',
      '',
    ],
    ["reads Sendmail's client queue too", 'client', { mailq: sendmailScript() }, 0, '2 messages:', ''],
  ])('%s', async (_, name, programs, status, stdout, stderr) => {
    const folder = await install(name, programs);
    const run = await command.run(['queue', '-q'], { environment: { PATH: folder } });
    expect(run).toMatchObject({ status, stdout: expect.stringContaining(stdout), stderr: expect.stringContaining(stderr) });
  });

  it.each<[string, string[], string, number, string, string]>([
    [
      'a listing from a pipe',
      ['queue', '-', '-q'],
      `${entry('4WxIn1', 'example.com')}\n`,
      0,
      '1 message: 1 example.com recipient.mailbox-full\n',
      '',
    ],
    [
      'a listing from a pipe, without being told',
      ['queue', '-q'],
      `${entry('4WxIn1', 'example.com')}\n`,
      0,
      '1 message: 1 example.com recipient.mailbox-full\n',
      '',
    ],
    ['a page', ['queue', '-', '--format', 'html'], `${entry('4WxIn1', 'example.com')}\n`, 0, '<!doctype html>', ''],
    ['an empty queue', ['queue', '-', '--json'], '', 0, '"recognisedAs": null', ''],
    [
      'a listing in which nothing is understood',
      ['queue', '-'],
      '{"queue_name": "active", "queue_id": 7}\n',
      65,
      '',
      'of which no line was understood, such as: {"queue_name"',
    ],
    ['something else', ['queue', '-'], 'Dear Bob,\n', 65, '', 'no queue listing that is known'],
    ['an unknown format', ['queue', '-', '--as', 'x'], '', 64, '', 'There are: postqueue-json'],
  ])('%s', async (_, args, input, status, stdout, stderr) => {
    const run = await command.run(args, { input });
    expect(run).toMatchObject({ status, stdout: expect.stringContaining(stdout), stderr: expect.stringContaining(stderr) });
  });
});

function sendmailScript(): string {
  const list = (folder: string, id: string) =>
    `printf '\\t\\t${folder} (1 request)\\n-----Q-ID----- --Size-- -----Q-Time----- ------------Sender/Recipient-----------\\n${id}       18 Mon Nov 23 16:12 <a@b.example>\\n\\t\\t\\t<bob@example.com>\\n'`;
  return `if [ "$1" = -Ac ]; then ${list('/var/spool/mqueue-client', '7ANKC1Xx012346')}; else ${list('/var/spool/mqueue', '7ANKC1Xx012345')}; fi`;
}
