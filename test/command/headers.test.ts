import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestKey, signByHand } from '../../src/facts/signatures/testing/signer.js';
import { headerBlocks } from '../../src/intake/headers/testing/header-blocks.js';
import { encodeDnsMessage } from '../../src/parse/dns/encode-dns-message.js';
import type { ParsedDnsMessage } from '../../src/parse/dns/parse-dns-message.js';
import { createScriptedNameServer } from '../support/scripted-name-server.js';
import { type BuiltCommand, buildCommand } from './built-command.js';

let command: BuiltCommand;

beforeAll(async () => {
  command = await buildCommand();
});

afterAll(() => command.remove());

it('a message from a file and from standard input gives the same report', async () => {
  const file = path.join(command.folder, 'message.eml');
  await writeFile(file, headerBlocks.postfix);
  const fromFile = await command.run(['headers', file, '--json', '--offline']);
  const fromInput = await command.run(['headers', '-', '--json', '--offline'], { input: headerBlocks.postfix });
  expect(fromFile).toMatchObject({ status: 0, stderr: '' });
  const withoutTimes = (text: string) => text.replace(/"(?:startedAt|at)": "[^"]*"/g, '');
  expect(withoutTimes(fromInput.stdout)).toBe(withoutTimes(fromFile.stdout));
  expect(JSON.parse(fromFile.stdout)).toMatchObject({ schema: 'mailwhy/1', kind: 'headers', complete: true, longestWait: { hop: 2 } });
});

it.each<[string, string[], string, number, string, string]>([
  ['as text', ['headers', '-', '--offline'], headerBlocks.loop, 0, 'a loop', ''],
  ['in one line', ['headers', '-', '-q', '--offline'], headerBlocks.exim, 0, 'It took 7 s', ''],
  ['as a page', ['headers', '-', '--format', 'html', '--offline'], headerBlocks.gmail, 0, '<!doctype html>', ''],
  ['a text without a header', ['headers', '-'], 'hello\n', 65, '', 'no header field stands here'],
  ['nothing', ['headers', '-'], '', 65, '', 'no header field stands here'],
  ['no operand', ['headers'], '', 64, '', 'FILE|- is missing'],
  ['a file that is not there', ['headers', '/nonexistent/message.eml'], '', 66, '', 'there is no file'],
  ['its help says whom it asks', ['headers', '--help'], '', 0, 'ask this resolver for keys', ''],
  [
    'nobody asked, and evaluated today',
    ['headers', '-', '--offline', '--live'],
    headerBlocks.exim,
    64,
    '',
    'cannot be given together with',
  ],
  ['a client without an evaluation', ['headers', '-', '--source', '192.0.2.1'], headerBlocks.exim, 64, '', 'Give --live with it.'],
])('%s', async (_, args, input, status, stdout, stderr) => {
  const run = await command.run(args, { input });
  expect(run).toMatchObject({ status, stdout: expect.stringContaining(stdout), stderr: expect.stringContaining(stderr) });
});

it('asks the resolver that it is given for the key, once, and evaluates by its records', async () => {
  const key = createTestKey('rsa', 2048);
  const records: Readonly<Record<string, string>> = {
    's1._domainkey.example.org': key.record,
    'example.org': 'v=spf1 ip4:192.0.2.0/24 -all',
    '_dmarc.example.org': 'v=DMARC1; p=reject',
  };
  const server = await createScriptedNameServer((query) => [answerFrom(records, query)]);
  const input = signByHand('From: a@example.org\r\nSubject: x\r\n\r\nHello\r\n', { key });
  const options = ['--resolver', `127.0.0.1:${server.port}`, '--live', '--source', '192.0.2.1', '--from', 'a@example.org'];
  const { status, stdout } = await command.run(['headers', '-', '--json', ...options], { input });
  await server.close();
  expect({ status, ...(JSON.parse(stdout) as object) }).toMatchObject({
    status: 0,
    signatures: [{ check: { outcome: 'pass' } }],
    live: { spf: { result: 'pass' }, dmarc: { result: 'pass' } },
  });
  const asked = server.queries.map(({ questions: [question] }) => question?.name);
  expect(asked.filter((name) => name?.includes('_domainkey'))).toEqual(['s1._domainkey.example.org']);
});

function answerFrom(records: Readonly<Record<string, string>>, { id, questions }: ParsedDnsMessage): Uint8Array {
  const [question] = questions;
  const text = question === undefined ? undefined : records[question.name];
  const flags = { rd: true, ra: true };
  if (question === undefined || text === undefined) return encodeDnsMessage({ id, qr: true, flags, rcode: 'NXDOMAIN', questions });
  const data = { type: 'TXT' as const, strings: text.match(/.{1,255}/g) ?? [''] };
  return encodeDnsMessage({ id, qr: true, flags, questions, answer: [{ owner: question.name, type: 'TXT', ttlSeconds: 60, data }] });
}
