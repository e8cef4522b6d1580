/**
 * A machine with one mail server whose next hop greylists, is full, knows nobody, or is not there, and what the built
 * command says there of its queue, its log and the notices that it wrote.
 */
import { expect } from 'vitest';
import type { Explained } from '../../../src/model/explained.js';
import type { LogReport } from '../../../src/model/log-report.js';
import type { QueueGroup, QueueReport } from '../../../src/model/queue-report.js';
import { createAccounts } from './accounts.js';
import { createHost, type Host, type OwnHost, type Software } from './host.js';
import { runMailwhy } from './mailwhy.js';
import { assertSucceeded, waitUntil } from './process.js';
import { findTaken, startRefusingServer, startSyslog } from './refusing-server.js';

/** Delivered, greylisted, full, unknown, nobody at the port. */
export const recipients = ['bob@example.com', 'greylisted@example.com', 'full@example.org', 'unknown@example.com', 'bob@nowhere.example'];
/** Routed to the refusing server; `nowhere.example` to a closed port. */
export const refusedDomains = ['example.com', 'example.org', 'corp.example'];

/** A machine without a server yet; its log of syslog is at `syslogFile`. */
export async function createQueueMachine(software: Software): Promise<OwnHost> {
  const host = await createHost(`out.${software}.example`, software);
  // Sendmail takes the first name of an address for the name of all of them.
  const domains = [...refusedDomains, 'example.net', 'nowhere.example'].map((domain, at) => `192.0.2.${at + 90} ${domain}\n`);
  host.write('/etc/hosts', `127.0.0.1 localhost ${host.name}\n127.0.0.2 client.example\n${domains.join('')}`);
  host.write('/etc/resolv.conf', 'nameserver 127.0.0.1\n');
  createAccounts(host);
  await startSyslog(host);
  await startRefusingServer(host);
  return host;
}

/** A message of its own to each, from admin@corp.example. `command` takes the message and the recipient as argument. */
export async function sendEach(host: Host, command: string, to: readonly string[] = recipients): Promise<void> {
  for (const recipient of to) {
    const message = `From: admin@corp.example\nTo: ${recipient}\nMessage-ID: <${recipient.replace('@', '.')}@corp.example>\nSubject: test\n\nHello\n`;
    const { exitCode, stderr } = await host.run(`${command} ${recipient}`, message);
    // Sendmail tells a refusal by EX_NOUSER and EX_UNAVAILABLE.
    if (exitCode !== 0 && exitCode !== 67 && exitCode !== 69) throw new Error(`${command} ${recipient} ended with ${exitCode}: ${stderr}`);
  }
}

async function runForJson<Report>(host: Host, args: readonly string[]): Promise<Report> {
  return JSON.parse(assertSucceeded(`mailwhy ${args.join(' ')}`, await runMailwhy(host, args))) as Report;
}

/** The machine's own queue, found by the command itself. */
export async function readOwnQueue(host: Host): Promise<QueueReport> {
  return await runForJson(host, ['queue', '--json']);
}

/** A listing as a command there prints it. */
export async function readListing(host: Host, command: string): Promise<QueueReport> {
  const file = `/run/listing-${command.replaceAll(/\W/g, '')}`;
  host.write(file, assertSucceeded(command, await host.run(command)));
  return await runForJson(host, ['queue', file, '--json']);
}

/** `1 example.com deferred sender.greylisted`, sorted; what is on its way at this moment is left out, notices to the sender too. */
export function listGroups({ groups }: QueueReport): readonly string[] {
  return groups
    .filter(({ state, destination }) => state !== 'active' && destination !== 'corp.example')
    .map(({ destination, state, cause, messages }) => `${messages} ${destination} ${state} ${cause?.code ?? '-'}`)
    .sort();
}

export function findGroup({ groups }: QueueReport, wanted: string): QueueGroup {
  const group = groups.find(({ state, destination, cause }) => state !== 'active' && (destination === wanted || cause?.code === wanted));
  if (group === undefined) throw new Error(`no group ${wanted}: ${JSON.stringify(groups)}`);
  return group;
}

export async function readLog(host: Host, args: readonly string[]): Promise<LogReport> {
  return await runForJson(host, ['log', ...args, '--json']);
}

/** `deferred example.com sender.greylisted`, sorted, each once. */
export function listFailures({ groups }: LogReport): readonly string[] {
  return [...new Set(groups.map(({ outcome, domain, cause }) => `${outcome} ${domain} ${cause?.code}`))].sort();
}

/** `delivered`, `failed recipient.unknown`: what became of what went to the recipient. */
export async function readFates(host: Host, log: string, recipient: string): Promise<readonly string[]> {
  const { story } = await readLog(host, [log, '--to', recipient]);
  return (story?.messages ?? []).flatMap(({ fates }) =>
    fates.map(({ outcome, cause }) => (cause === null ? outcome : `${outcome} ${cause.code}`)),
  );
}

/** What the notice to the sender says of the recipient: `failed unknown@example.com recipient.unknown`. */
export async function readNotice(host: Host, address: string, kind: 'failed' | 'delayed'): Promise<readonly string[]> {
  let found: readonly string[] = [];
  const explain = async () => {
    const files = await findTaken(host, address);
    const explained = await Promise.all(files.map((file) => runForJson<Explained>(host, ['explain', file, '--jsonl'])));
    found = explained
      .filter((each) => each.kind === kind)
      .flatMap(({ recipients: told }) => told.filter((recipient) => recipient.address === address))
      .map((recipient) => `${recipient.kind} ${recipient.address} ${recipient.code}`);
    return found.length > 0;
  };
  await waitUntil(`a notice ${kind} about ${address}`, explain, 20_000);
  return [...new Set(found)].sort();
}

/** Speaks SMTP to port 25 of the machine itself, a command after each reply; the replies' codes. */
async function speakSmtp(host: Host, commands: readonly string[], source = '127.0.0.1'): Promise<readonly string[]> {
  host.write('/run/client.cjs', clientScript);
  const { stdout } = await host.run(`${process.execPath} /run/client.cjs '${JSON.stringify({ commands, source })}'`);
  return stdout.trim().split(' ');
}

const clientScript = `
const { commands, source } = JSON.parse(process.argv[2]);
const socket = require('node:net').connect({ host: '127.0.0.1', port: 25, localAddress: source });
const codes = [];
let rest = '';
socket.on('data', (bytes) => {
  const lines = (rest + bytes).split('\\r\\n');
  rest = lines.pop();
  for (const line of lines) {
    if (!/^\\d{3}(?: |$)/.test(line)) continue;
    codes.push(line.slice(0, 3));
    const next = commands.shift();
    if (next !== undefined) socket.write(next + '\\r\\n');
    else if (!socket.writableEnded) socket.end('QUIT\\r\\n');
  }
});
socket.on('close', () => console.log(codes.join(' ')));
socket.setTimeout(10000, () => socket.destroy());
`;

/** What the command tells of the log where the usual recipients were written to; `besides`: other deferrals. */
export async function expectUsualLog(
  host: Host,
  log: string,
  recognisedAs: readonly string[],
  besides: readonly string[] = [],
): Promise<void> {
  const report = await readLog(host, [log]);
  expect(report.recognisedAs).toEqual(recognisedAs);
  expect(listFailures(report)).toEqual([
    'deferred example.com sender.greylisted',
    'deferred example.org recipient.mailbox-full',
    ...besides,
    'failed example.com recipient.unknown',
  ]);
  expect(await readFates(host, log, 'unknown@example.com')).toEqual(['failed recipient.unknown']);
  expect(await readFates(host, log, 'bob@example.com')).toEqual(['delivered']);
  expect(await readFates(host, log, 'full@example.org')).toEqual(['deferred recipient.mailbox-full']);
}

/** Runs the first of the commands that a group tells, as an administrator would. @throws Error where it fails */
export async function runFirst(host: Host, [command = '']: readonly string[]): Promise<void> {
  assertSucceeded(command, await host.run(command));
}

/** Has a client refused at RCPT; what the command then tells of the log holds one refusal for that domain. */
export async function expectRefusal(host: Host, log: string, { domain, source }: { domain: string; source?: string }): Promise<string> {
  const codes = await speakSmtp(host, ['EHLO client.example', 'MAIL FROM:<x@client.example>', `RCPT TO:<y@${domain}>`], source);
  expect(codes.slice(0, 3)).toEqual(['220', '250', '250']);
  expect(codes[3]).toMatch(/^55/);
  let refusals: readonly string[] = [];
  const isLogged = async () => {
    refusals = listFailures(await readLog(host, [log])).filter((failure) => failure.startsWith('refused'));
    return refusals.length > 0;
  };
  await waitUntil('the refusal in the log', isLogged, 15_000);
  expect(refusals).toHaveLength(1);
  return refusals[0] ?? '';
}

/** Waits until the log tells that the message to the recipient was delivered. */
export async function waitForDelivery(host: Host, log: string, recipient: string): Promise<void> {
  await waitUntil(`the delivery to ${recipient}`, async () => (await readFates(host, log, recipient)).includes('delivered'), 20_000);
}

/** Waits until the queue has these groups and no others, but what is on its way. */
export async function waitForGroups(host: Host, groups: readonly string[]): Promise<void> {
  let seen: readonly string[] = [];
  const holds = async () => {
    seen = listGroups(await readOwnQueue(host));
    return seen.join() === groups.join();
  };
  await waitUntil('the queue', holds, 15_000).catch(() => undefined);
  expect(seen).toEqual(groups);
}
