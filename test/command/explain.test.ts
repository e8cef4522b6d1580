/**
 * `mailwhy explain` as a user runs it: whatever it is given is recognised, in every form of output.
 */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headerBlocks } from '../../src/intake/headers/testing/header-blocks.js';
import { type BuiltCommand, buildCommand } from './built-command.js';

let command: BuiltCommand;
let folder = '';
const at = (name: string) => path.join(folder, name);

const bounce = (recipient = 'bob@example.com', reply = '550 5.1.1 <bob@example.com>: User unknown') =>
  [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example.org (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    `<${recipient}>: host mx1.example.com[192.0.2.25] said: ${reply} (in reply to RCPT TO command)`,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    `Diagnostic-Code: smtp; ${reply}`,
    '--b--',
    '',
  ].join('\n');

const mbox = (messages: readonly string[]) =>
  messages.map((message) => `From MAILER-DAEMON Mon Nov 23 10:00:00 2026\n${message}\n`).join('');
const two = mbox([bounce(), bounce('ann@example.org', '552 5.2.2 Mailbox full')]);
const bareText =
  "Hi. This is the qmail-send program at mx.example.org.\nI'm afraid I wasn't able to deliver your message.\n\n<bob@example.com>:\nRemote host said: 550 5.1.1 no such user\n";
const logLine =
  'Nov 23 20:00:02 mail postfix/smtp[12]: 4WxYz1: to=<bob@example.com>, relay=mx1.example.com[192.0.2.25]:25, delay=1, delays=0/0/1/0, dsn=5.1.1, status=bounced (host mx1.example.com[192.0.2.25] said: 550 5.1.1 no such user (in reply to RCPT TO command))\n';
const queue =
  '{"queue_name": "deferred", "queue_id": "4WxYz1", "arrival_time": 1795456800, "message_size": 300, "sender": "admin@corp.example", "recipients": [{"address": "bob@example.com", "delay_reason": "host mx1.example.com[192.0.2.25] said: 450 4.2.0 <bob@example.com>: Greylisted (in reply to RCPT TO command)"}]}\n';
const notice = (address: string) =>
  JSON.stringify({
    notificationType: 'Bounce',
    bounce: {
      bounceType: 'Permanent',
      bouncedRecipients: [{ emailAddress: address, status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }],
    },
  });

async function write(name: string, content: string | Uint8Array): Promise<string> {
  await mkdir(path.dirname(at(name)), { recursive: true });
  await writeFile(at(name), content);
  return at(name);
}

beforeAll(async () => {
  command = await buildCommand();
  folder = await mkdtemp(path.join(tmpdir(), 'mailwhy-explain-'));
});
afterAll(async () => {
  await command.remove();
  await rm(folder, { recursive: true });
});

interface Line {
  readonly source: string;
  readonly recognisedAs: string;
  readonly kind: string;
  readonly recipients: readonly { readonly address: string | null; readonly code: string | null }[];
}

/** What `--jsonl` says of each: form, kind, and recipients with their codes. */
async function gist(args: readonly string[], input?: string): Promise<readonly string[]> {
  const { stdout } = await command.run(['explain', '--jsonl', ...args], input === undefined ? {} : { input });
  const lines = stdout.trim().split('\n');
  return lines.map((line) => {
    const { recognisedAs, kind, recipients }: Line = JSON.parse(line);
    return [recognisedAs, kind, ...recipients.map(({ address, code }) => `${address} ${code}`)].join(' ');
  });
}

const unknownBob = 'bounce failed bob@example.com recipient.unknown';

describe('what is given', () => {
  it.each<[string, string, string | Uint8Array, string, readonly string[]]>([
    ['a bounce', 'a.eml', bounce(), 'looks like a message', [unknownBob]],
    ['a bounce with CRLF', 'crlf.eml', bounce().replaceAll('\n', '\r\n'), 'looks like a message', [unknownBob]],
    ['a bounce that begins with an envelope line', 'envelope.eml', mbox([bounce()]), 'looks like a message', [unknownBob]],
    ['a packed bounce', 'a.eml.gz', gzipSync(bounce()), 'looks like a message', [unknownBob]],
    ['a bounce without its header', 'body.txt', bareText, 'the text of a bounce', ['bounce failed bob@example.com recipient.unknown']],
    [
      'a page saved from a web mail',
      'page.html',
      `<html><body><p>Your message wasn't delivered to <b>bob@example.com</b> because the address couldn't be found.</p><p>550 5.1.1 no such user</p></body></html>`,
      'the text of a bounce',
      [unknownBob],
    ],
    ['an mbox', 'two.mbox', two, 'looks like an mbox', [unknownBob, 'bounce failed ann@example.org recipient.mailbox-full']],
    ['a packed mbox', 'two.gz', gzipSync(two), 'looks like an mbox', [unknownBob, 'bounce failed ann@example.org recipient.mailbox-full']],
    [
      'replies',
      'replies.txt',
      '550 5.1.1 no\n\n452 4.2.2 full\n',
      '',
      ['reply failed null recipient.unknown', 'reply delayed null recipient.mailbox-full'],
    ],
    ['a log', 'mail.log', logLine, 'looks like a mail log', ['log failed bob@example.com recipient.unknown']],
    ['a queue', 'queue.json', queue, 'the listing of a queue', ['queue delayed bob@example.com sender.greylisted']],
    [
      'a queue as PowerShell writes it',
      'queue.utf16',
      Buffer.from(`\uFEFF${queue}`, 'utf16le'),
      'the listing of a queue',
      ['queue delayed bob@example.com sender.greylisted'],
    ],
    [
      'notices, one a line',
      'notices.jsonl',
      `${notice('bob@example.com')}\n${notice('ann@example.com')}\n`,
      'notices of a mail service',
      [unknownBob, 'bounce failed ann@example.com recipient.unknown'],
    ],
    [
      'a list of notices',
      'notices.json',
      `[\n${notice('bob@example.com')},\n${notice('ann@example.com')}\n]`,
      'notices of a mail service',
      [unknownBob, 'bounce failed ann@example.com recipient.unknown'],
    ],
    [
      'an event of a function',
      'records.json',
      JSON.stringify({ Records: [{ Sns: { Message: notice('bob@example.com') } }] }, null, 2),
      'notices of a mail service',
      [unknownBob],
    ],
    ['a header', 'header.txt', headerBlocks.postfix.split('\n\n')[0] ?? '', 'looks like the header of a message', ['message not-a-report']],
  ])('%s', async (_, name, content, told, records) => {
    const file = await write(name, content);
    expect(await gist([file])).toEqual(records);
    const { stderr, stdout, status } = await command.run(['explain', file]);
    expect({ status, stderr: told === '' ? '' : stderr }).toEqual({ status: 0, stderr: told === '' ? '' : expect.stringContaining(told) });
    expect(stdout).not.toBe('');
    expect((await gist(['-'], typeof content === 'string' ? content : bounce()))[0]).toBe(
      typeof content === 'string' ? records[0] : unknownBob,
    );
  });

  it('a saved line is explained again', async () => {
    const saved = await command.run(['explain', '--jsonl', await write('again.mbox', two)]);
    const file = await write('saved.jsonl', saved.stdout);
    expect((await command.run(['explain', '--jsonl', file])).stdout).toBe(saved.stdout);
    const document = await command.run(['explain', '--json', at('again.mbox')]);
    expect((await command.run(['explain', '--jsonl', await write('saved.json', document.stdout)])).stdout).toBe(saved.stdout);
  });

  it.each([
    ['queue', 'queue', queue],
    ['log', 'log', logLine],
  ])('a saved report of a %s is explained again', async (kind, subject, content) => {
    const saved = await command.run([subject, '--json', await write(`own-${kind}.txt`, content)]);
    const file = await write(`own-${kind}.json`, saved.stdout);
    const again = await command.run(['explain', '--json', file]);
    expect(again.stderr).toContain('looks like what mailwhy saved');
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(saved.stdout));
    const { status, stderr } = await command.run(['explain', '--summary', file]);
    expect({ status, stderr }).toEqual({ status: 65, stderr: expect.stringContaining(`a saved report of a ${kind}`) });
  });

  it.each([
    ['a header', ['headers', '--offline', '--json'], headerBlocks.postfix, 'a saved report of a header'],
    ['counts', ['explain', '--summary', '--json'], two, 'holds counts by cause, without the messages'],
  ])('a saved report of %s cannot be, and what to give is told', async (_, args, content, told) => {
    const saved = await command.run([...args, await write('given.txt', content)]);
    expect(saved.status).toBe(0);
    const file = await write('kept.json', saved.stdout);
    for (const form of [[], ['--jsonl']]) {
      const { status, stdout, stderr } = await command.run(['explain', ...form, file]);
      expect({ status, stdout, stderr }).toEqual({ status: 65, stdout: '', stderr: expect.stringMatching(new RegExp(`${told}[^]*Give `)) });
    }
  });

  it('folders, one in the other, and a Maildir with folders of its own', async () => {
    await write('mail/1.eml', bounce('one@example.com'));
    await write('mail/2026/2.eml.gz', gzipSync(bounce('two@example.com')));
    await write('Maildir/new/1', bounce('one@example.com'));
    await write('Maildir/cur/2:2,S', bounce('two@example.com'));
    await write('Maildir/.Old/cur/3', bounce('three@example.com'));
    await write('Maildir/.Old/new/4', 'Subject: hello\n\nno bounce');
    expect(await gist([at('mail')])).toEqual(['one', 'two'].map((name) => `bounce failed ${name}@example.com recipient.unknown`));
    expect(await gist([at('Maildir')])).toEqual([
      ...['one', 'two'].map((name) => `bounce failed ${name}@example.com recipient.unknown`),
      'message not-a-report',
      'bounce failed three@example.com recipient.unknown',
    ]);
  });

  it.each([
    ['a line of a log', logLine.trim(), 'log failed bob@example.com recipient.unknown'],
    ['the end of one', logLine.trim().slice(logLine.indexOf('4WxYz1')), 'log failed bob@example.com recipient.unknown'],
    ['the text of a bounce', bareText, unknownBob],
    [
      'a wrapped reply',
      'host mx1.example.com[192.0.2.25] said: 550 5.1.1 <bob@example.com>: no (in reply to RCPT TO command)',
      'reply failed bob@example.com recipient.unknown',
    ],
  ])('%s as an argument', async (_, text, record) => {
    expect(await gist([text])).toEqual([record]);
  });

  it('files and texts side by side', async () => {
    const file = await write('beside.eml', bounce());
    expect(await gist([file, '452 4.2.2 full', '550 5.1.1 no'])).toEqual([
      unknownBob,
      'reply delayed null recipient.mailbox-full',
      'reply failed null recipient.unknown',
    ]);
  });

  it('what --as says it is', async () => {
    const file = await write('as.txt', `Received: from a by b\n${bareText}`);
    expect((await command.run(['explain', '--as', 'headers', file])).stderr).toContain('is read as the header of a message');
    expect(await gist(['--as', 'postqueue-json', await write('q', queue)])).toEqual(['queue delayed bob@example.com sender.greylisted']);
    const delay =
      'Hi!\n\nA message is delayed for the following list of recipients:\n\nbob@example.com: Network error on destination MXs\n';
    expect((await gist(['--as', 'bounce-text', '-'], delay))[0]).toMatch(/^bounce \w+ bob@example\.com /);
    const wrong = await command.run(['explain', '--as', 'letter', file]);
    expect(wrong).toMatchObject({
      status: 64,
      stdout: '',
      stderr: expect.stringContaining(
        'There are: reply, bounce, bounce-text, mbox, notice, queue, log, headers, report; of queues also postqueue-json',
      ),
    });
  });
});

describe('what cannot be explained', () => {
  it.each<[string, string, string | Uint8Array | null, number, string]>([
    ['an empty file', 'empty.eml', '', 65, 'it is empty'],
    ['a letter', 'letter.txt', 'Dear Bob,\n\nthank you.\n', 65, 'a text without a reply'],
    ['octets', 'octets', createHash('sha512').update('x').digest(), 65, 'it is no text'],
    ['an Outlook file', 'a.msg', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 65, 'save the message as .eml'],
    [
      'a damaged packed file',
      'damaged.gz',
      Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.from([255, 255, 255])]),
      65,
      'no whole gzip file',
    ],
    ['JSON that is no notice', 'none.json', '{"hello": "world"}', 65, 'nothing that could be explained'],
    ['a missing file', 'missing.eml', null, 66, 'there is no file'],
  ])('%s', async (_, name, content, status, told) => {
    const file = content === null ? at(name) : await write(name, content);
    expect(await command.run(['explain', file])).toMatchObject({ status, stdout: '', stderr: expect.stringContaining(told) });
  });

  it('a folder without mail, and a link that leads to itself', async () => {
    await mkdir(at('nothing'));
    await symlink('round', at('round'));
    expect(await command.run(['explain', at('nothing')])).toMatchObject({
      status: 65,
      stdout: '',
      stderr: expect.stringContaining('nothing that could be explained'),
    });
    expect(await command.run(['explain', at('round')])).toMatchObject({
      status: 66,
      stdout: '',
      stderr: expect.stringContaining('cannot be read'),
    });
    await write('others/picture.png', Buffer.from('89504e470d0a1a0a', 'hex'));
    expect(await command.run(['explain', at('others')])).toMatchObject({
      status: 65,
      stderr: expect.stringContaining('one file holds something else'),
    });
  });

  it.each([
    ['--json', ['--json']],
    ['--format', ['--format', 'html']],
  ])('lines are a format by themselves: not with %s', async (name, args) => {
    const run = await command.run(['explain', '--jsonl', ...args, '550 no']);
    expect(run).toMatchObject({ status: 64, stderr: expect.stringContaining(`--jsonl cannot be given together with ${name}`) });
  });

  it('show says who shows what was explained', async () => {
    const saved = await command.run(['explain', '--json', await write('shown.eml', bounce())]);
    const run = await command.run(['show', await write('shown.json', saved.stdout)]);
    expect(run).toMatchObject({ status: 65, stderr: expect.stringContaining('Show it again with: mailwhy explain ') });
  });

  it('a packed file that was cut is told, and explained as far as it goes', async () => {
    const packed = gzipSync(mbox(Array.from({ length: 50 }, (_, at) => bounce(`user${at}@example.com`))));
    const file = await write('cut.mbox.gz', packed.subarray(0, packed.length / 2));
    const run = await command.run(['explain', '--jsonl', file]);
    expect(run).toMatchObject({ status: 0, stderr: expect.stringContaining('its end is missing or damaged') });
    expect(run.stdout.split('\n').length).toBeGreaterThan(1);
  });

  it('among other inputs is told, and the others are explained', async () => {
    const [good, bad] = [await write('good.eml', bounce()), await write('bad.bin', Buffer.from([0, 1, 2, 3, 255, 254, 0, 9]))];
    const run = await command.run(['explain', good, bad, good, '--jsonl']);
    expect(run).toMatchObject({ status: 65, stderr: expect.stringContaining('bad.bin') });
    expect(run.stdout.trim().split('\n')).toHaveLength(2);
  });

  it('an option that there is not', async () => {
    expect(await command.run(['explain', '--sumary', 'x'])).toMatchObject({
      status: 64,
      stderr: expect.stringContaining('Did you mean --summary?'),
    });
    expect(await command.run(['explain', '--jsonl', '--summary', '550 no'])).toMatchObject({ status: 64 });
  });
});

describe('every form of output', () => {
  it('one document of JSON, for one and for many', async () => {
    const one = JSON.parse((await command.run(['explain', '--json', await write('one.eml', bounce())])).stdout);
    expect(one).toMatchObject({
      schema: 'mailwhy/1',
      kind: 'explanation',
      complete: true,
      messages: 1,
      explained: [{ kind: 'failed' }],
      causes: [{ code: 'recipient.unknown' }],
    });
    const many = JSON.parse((await command.run(['explain', '--json', await write('many.mbox', two)])).stdout);
    expect(many).toMatchObject({
      messages: 2,
      recipients: 2,
      kinds: { failed: 2 },
      explained: [{ source: expect.stringMatching(/#1$/) }, { source: expect.stringMatching(/#2$/) }],
    });
    const reply = JSON.parse((await command.run(['explain', '--json', '550 5.1.1 no'])).stdout);
    expect(reply).toMatchObject({
      kind: 'explanation',
      verdict: { cause: 'recipient.unknown' },
      messages: 1,
      explained: [{ recognisedAs: 'reply' }],
    });
    expect(Object.keys(reply)).toEqual(expect.arrayContaining(Object.keys(one)));
  });

  it('pages', async () => {
    const file = await write('page.mbox', two);
    for (const args of [[file], [file, '--summary'], [at('page.mbox'), '550 5.1.1 no'], ['550 5.1.1 no']]) {
      const { stdout, status } = await command.run(['explain', '--format', 'html', ...args]);
      expect({ status, front: stdout.slice(0, 15) }).toEqual({ status: 0, front: '<!doctype html>' });
    }
  });

  it('counts', async () => {
    const file = await write('counts.mbox', two);
    expect((await command.run(['explain', '--summary', file])).stdout).toContain('2 messages: 2 failed; they tell of 2 recipients.');
    expect(JSON.parse((await command.run(['explain', '--summary', '--json', file])).stdout)).toMatchObject({
      schema: 'mailwhy-summary/1',
      messages: 2,
      causes: [
        { code: 'recipient.mailbox-full', domains: [{ name: 'example.org', recipients: 1 }] },
        { code: 'recipient.unknown', hosts: [{ name: 'mx1.example.com' }] },
      ],
    });
  });

  it('one line each with -q, and nothing on standard error', async () => {
    const run = await command.run(['explain', '-q', await write('quiet.mbox', two)]);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout.trim().split('\n')).toHaveLength(2);
  });

  it('colours only where they are asked for', async () => {
    const file = await write('colour.eml', bounce());
    expect((await command.run(['explain', file, '--color', 'always'])).stdout).toContain('\u001b[');
    expect((await command.run(['explain', file], { environment: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b[');
  });
});
