import { describe, expect, it } from 'vitest';
import { assertDomainName } from '../model/domain-name.js';
import { assertIpAddress } from '../model/ip-address.js';
import type { FileResult } from '../net/files.js';
import { CommandError } from './command-error.js';
import { parseCommandLine } from './command-line.js';
import { loadSettings, type Settings } from './load-settings.js';
import { findOption, optionTable } from './option-table.js';

interface World {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Path → text, or why it cannot be read. */
  readonly files?: Readonly<Record<string, string | 'not-permitted' | 'too-large'>>;
}

const entries = optionTable.flatMap(({ name }) => findOption(name) ?? []);

async function load({ args = [], environment = {}, files = {} }: World): Promise<Settings> {
  const readFile = async (path: string): Promise<FileResult> => {
    const text = files[path];
    if (text === undefined) return { state: 'failed', failure: 'not-found', detail: 'no such file' };
    if (text === 'not-permitted' || text === 'too-large') return { state: 'failed', failure: text, detail: 'it may not be read' };
    return { state: 'read', bytes: new TextEncoder().encode(text) };
  };
  return await loadSettings(parseCommandLine(args, entries, 'trace').given, { environment, readFile });
}

/** The error that settings end in. */
async function fail(world: World): Promise<CommandError> {
  const error = await load(world).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof CommandError)) throw new Error(`no command error: ${String(error)}`);
  return error;
}

const hints = '.  3600000  NS  A.ROOT-SERVERS.NET.\nA.ROOT-SERVERS.NET.  3600000  A  198.41.0.4\n';
const personal = '/home/bob/.config/mailwhy/config.json';

describe('the settings of a trace', () => {
  it.each<[string, string[], Partial<Settings['trace']>]>([
    ['nothing given', [], { resolvers: null, walk: true, port: 25, connectTimeoutMs: 15_000, replyTimeoutMs: 60_000, deadlineMs: 120_000 }],
    ['a resolver', ['--resolver', '192.0.2.53'], { resolvers: [{ address: assertIpAddress('192.0.2.53'), port: 53 }] }],
    [
      'resolvers with ports, in every way to write one',
      ['--resolver', '192.0.2.53:5353', '--resolver=[2001:DB8::53]:54', '--resolver', '2001:db8::1', '--resolver', '192.0.2.1#55'],
      {
        resolvers: [
          { address: assertIpAddress('192.0.2.53'), port: 5353 },
          { address: assertIpAddress('2001:db8::53'), port: 54 },
          { address: assertIpAddress('2001:db8::1'), port: 53 },
          { address: assertIpAddress('192.0.2.1'), port: 55 },
        ],
      },
    ],
    [
      'seconds with decimals',
      ['--timeout', '2.5', '--connect-timeout=.5', '--deadline', '7'],
      { replyTimeoutMs: 2500, connectTimeoutMs: 500, deadlineMs: 7000 },
    ],
    ['patience', ['--patient'], { patient: true, replyTimeoutMs: 300_000, deadlineMs: 1_800_000, connectTimeoutMs: 15_000 }],
    ['patience with an end of its own', ['--patient', '--deadline', '60'], { replyTimeoutMs: 300_000, deadlineMs: 60_000 }],
    ['a sender', ['--from', 'Me@Example.NET'], { from: 'Me@example.net', fromNeedsSmtpUtf8: false }],
    ['an internationalised sender', ['--from', 'jörg@bücher.example'], { from: 'jörg@xn--bcher-kva.example', fromNeedsSmtpUtf8: true }],
    ['the null sender', ['--null-sender'], { from: '' }],
    ['a HELO name', ['--helo', 'Mail.Example.NET.'], { helo: 'mail.example.net' }],
    ['an address literal as HELO name', ['--helo', '[ipv6:2001:DB8::1]'], { helo: '[IPv6:2001:db8::1]' }],
    ['one family', ['-6'], { family: 6 }],
    ['an exchange by name', ['--exchange', 'MX.example.com.'], { exchange: assertDomainName('mx.example.com') }],
    ['an exchange by address', ['--exchange', '[192.0.2.25]'], { exchange: assertIpAddress('192.0.2.25') }],
    [
      'controls',
      ['--control', 'a.example', '--control', '192.0.2.9'],
      { controls: [assertDomainName('a.example'), assertIpAddress('192.0.2.9')] },
    ],
    ['no controls', ['--no-control'], { controls: [] }],
    ['what is left out', ['--no-walk', '--no-ping', '--no-probe'], { walk: false, ping: false, probe: false }],
    ['a flag taken back', ['--no-ping', '--ping'], { ping: true }],
    ['numbers', ['--port', '2525', '--size', '1000', '--concurrency', '20'], { port: 2525, sizeBytes: 1000, concurrency: 20 }],
  ])('%s', async (_, args, expected) => {
    expect((await load({ args })).trace).toMatchObject(expected);
  });

  it('take the output from the flags', async () => {
    expect((await load({ args: ['-v', '--color', 'never'] })).output).toEqual({ format: 'text', detail: 'verbose', color: 'never' });
    expect((await load({ args: ['--json', '-q'] })).output).toEqual({ format: 'json', detail: 'one-line', color: 'auto' });
    expect((await load({ args: ['--json', '--format', 'json'] })).output.format).toBe('json');
  });

  it('put the command line before the environment before the file', async () => {
    const files = { [personal]: '{ "timeout": 1, "port": 1, "concurrency": 1, "resolver": ["192.0.2.1", "192.0.2.2"] }' };
    const environment = { HOME: '/home/bob', MAILWHY_TIMEOUT: '2', MAILWHY_PORT: '2' };
    const { trace } = await load({ args: ['--timeout', '3'], environment, files });
    expect(trace).toMatchObject({
      replyTimeoutMs: 3000,
      port: 2,
      concurrency: 1,
      resolvers: [{ address: '192.0.2.1' }, { address: '192.0.2.2' }],
    });
  });

  it('let the higher layer choose between options that exclude each other', async () => {
    const files = { [personal]: '{ "from": "me@example.net", "ipv4": true, "no-control": true, "verbose": true }' };
    const environment = { HOME: '/home/bob', MAILWHY_CONTROL: 'a.example, b.example' };
    const { trace, output } = await load({ args: ['--null-sender', '-6', '-q'], environment, files });
    expect(trace).toMatchObject({ from: '', family: 6, controls: ['a.example', 'b.example'] });
    expect(output.detail).toBe('one-line');
  });

  it('let the command line take back what the file switches on', async () => {
    const files = { [personal]: '{ "no-ping": true, "all": true }' };
    expect((await load({ args: ['--ping', '--no-all'], environment: { HOME: '/home/bob' }, files })).trace).toMatchObject({
      ping: true,
      all: false,
    });
  });

  it('read the first configuration that there is, and no second one', async () => {
    const files = {
      '/etc/mailwhy/config.json': '{ "port": 1 }',
      '/xdg/mailwhy/config.json': '{ "all": true }',
      '/own.json': '{ "patient": true }',
    };
    const environment = { HOME: '/home/bob', XDG_CONFIG_HOME: '/xdg' };
    expect((await load({ files })).trace.port).toBe(1);
    expect((await load({ environment, files })).trace).toMatchObject({ port: 25, all: true });
    expect((await load({ args: ['--config', '/own.json'], environment, files })).trace).toMatchObject({ all: false, patient: true });
    expect((await load({ environment: { ...environment, MAILWHY_CONFIG: '/own.json' }, files })).trace.patient).toBe(true);
    expect((await load({ environment: { HOME: '/home/bob', XDG_CONFIG_HOME: 'relative' }, files })).trace.port).toBe(1);
  });

  it('read the files that options name', async () => {
    const files = { '/root.hints': hints, '/root.key': '. DS 20326 8 2 E06D', '/mail.eml': 'Subject: hello\r\n\r\nHello\r\n' };
    const settings = await load({ args: ['--root-hints', '/root.hints', '--trust-anchor', '/root.key', '--send', '/mail.eml'], files });
    expect(settings.trace.rootHints).toEqual([{ name: 'a.root-servers.net', addresses: ['198.41.0.4'] }]);
    expect(settings.trace.send).toEqual({ file: '/mail.eml', sizeBytes: 25 });
    expect(settings.message).toHaveLength(25);
    expect(settings.notes).toEqual([expect.stringContaining('trust anchor')]);
  });

  it('leave strange variables alone, and tell those that look mistyped', async () => {
    const { notes } = await load({ environment: { MAILWHY_TIMEOT: '3', MAILWHY_OTHER_TOOLS_VARIABLE: 'x', MAILWHY_PORT: '' } });
    expect(notes).toEqual([expect.stringContaining('did you mean MAILWHY_TIMEOUT?')]);
  });
});

describe('settings that are refused', () => {
  const home = { HOME: '/home/bob' };
  const file = (text: string): World => ({ environment: home, files: { [personal]: text } });
  it.each<[string, World, number, string, string | null]>([
    ['an unknown option', { args: ['--jsn'] }, 64, 'unknown option --jsn', 'Did you mean --json?'],
    ['an unknown short option', { args: ['-x'] }, 64, 'unknown option -x', 'See mailwhy help trace.'],
    ['a missing value', { args: ['--timeout'] }, 64, '--timeout needs a value', null],
    ['an option in place of a value', { args: ['--from', '--json'] }, 64, '--from needs a value', null],
    ['a value that a flag does not take', { args: ['--json=yes'] }, 64, '--json takes no value', 'Write --json alone.'],
    ['a time that is no number', { args: ['--timeout', '10s'] }, 64, 'not a number of seconds', null],
    ['no time at all', { args: ['--deadline', '0'] }, 64, 'out of bounds', null],
    ['a day and a half', { args: ['--deadline', '130000'] }, 64, 'out of bounds', null],
    ['a port beyond the ports', { args: ['--port', '65536'] }, 64, 'out of bounds', null],
    ['a fraction of a port', { args: ['--port', '25.5'] }, 64, 'whole number', null],
    ['too many at once', { args: ['--concurrency', '1000'] }, 64, 'out of bounds', null],
    ['a resolver by name', { args: ['--resolver', 'dns.example'] }, 64, 'no IP address', 'Resolvers are given as'],
    ['a resolver with a port that is none', { args: ['--resolver', '192.0.2.53:0'] }, 64, 'no port', null],
    ['localhost as HELO name', { args: ['--helo', 'localhost'] }, 64, 'localhost', 'mail server'],
    ['localhost with a domain', { args: ['--helo', 'localhost.localdomain'] }, 64, 'localhost', 'mail server'],
    ['a short HELO name', { args: ['--helo', 'mail'] }, 64, 'short name', 'full name'],
    ['a HELO name that is no host name', { args: ['--helo', 'my_host.example'] }, 64, 'no host name', null],
    ['an IP address as HELO name', { args: ['--helo', '192.0.2.1'] }, 64, '[ and ]', '[192.0.2.1]'],
    ['a sender that is no mailbox', { args: ['--from', 'me@example,net'] }, 64, 'comma', 'me@example.net'],
    ['the null sender as an address', { args: ['--from', '<>'] }, 64, 'option of its own', '--null-sender'],
    [
      'two senders',
      { args: ['--from', 'me@example.net', '--null-sender'] },
      64,
      '--from: cannot be given together with --null-sender',
      null,
    ],
    ['both families', { args: ['-4', '-6'] }, 64, 'together', null],
    ['a source of the other family', { args: ['-4', '--source', '2001:db8::1'] }, 64, 'no IPv4 address', null],
    ['an unknown format', { args: ['--format', 'xml'] }, 64, 'none of text, json, html', null],
    ['JSON and HTML', { args: ['--json', '--format', 'html'] }, 64, 'together', null],
    ['an empty value', { args: ['--helo', ' '] }, 64, 'empty', null],
    ['a line end in a value', { args: ['--helo', 'a.example\r\nRSET'] }, 64, 'control character', null],
    ['a NUL in a value', { args: ['--exchange', 'a\0.example'] }, 64, 'control character', null],
    ['a line end in the sender', { args: ['--from', 'me@example.net\nDATA'] }, 64, 'control character', null],
    ['a line separator of Unicode', { args: ['--helo', 'a.example\u2028RSET'] }, 64, 'control character', null],
    ['a line end in the environment', { environment: { MAILWHY_HELO: 'a.example\nRSET' } }, 78, 'MAILWHY_HELO: a control character', null],
    ['neither yes nor no', { environment: { MAILWHY_NO_PING: 'perhaps' } }, 78, 'MAILWHY_NO_PING', '1 or 0'],
    ['a bad time in the environment', { environment: { MAILWHY_TIMEOUT: 'x' } }, 78, 'MAILWHY_TIMEOUT', null],
    [
      'a message in the environment does nothing',
      { environment: { MAILWHY_SEND: '/mail.eml', MAILWHY_PORT: 'x' } },
      78,
      'MAILWHY_PORT',
      null,
    ],
    ['an unknown key', file('{ "resolvr": [] }'), 78, `${personal}: unknown key "resolvr"`, 'Did you mean "resolver"?'],
    ['a key unlike any', file('{ "zzzzzz": 1 }'), 78, 'unknown key', 'mailwhy help trace'],
    ['a message in the file', file('{ "send": "/mail.eml" }'), 78, 'command line only', null],
    ['a key of the prototype', file('{ "__proto__": 1 }'), 78, 'unknown key', null],
    ['a value of another type', file('{ "port": "25" }'), 78, '"port" in', null],
    ['a list with something else in it', file('{ "resolver": [1] }'), 78, 'a list of strings', null],
    ['a file that is no JSON', file('{ port: 25 }'), 78, 'is no JSON', null],
    ['a file that is no object', file('[]'), 78, 'one JSON object', 'For example'],
    ['a contradiction in the file', file('{ "ipv4": true, "ipv6": true }'), 78, 'together', null],
    ['a configuration that may not be read', file('not-permitted'), 78, 'cannot be read', null],
    ['a configuration that is not there', { args: ['--config', '/none.json'] }, 66, 'there is no file /none.json', null],
    ['a message that is not there', { args: ['--send', '/none.eml'] }, 66, 'there is no file', null],
    ['a message that is too large', { args: ['--send', '/big.eml'], files: { '/big.eml': 'too-large' } }, 64, 'larger than 50 MB', null],
    ['root hints without a root', { args: ['--root-hints', '/h'], files: { '/h': '; nothing\n' } }, 64, 'no root server', null],
    ['a trust anchor that is not there', { args: ['--trust-anchor', '/none.key'] }, 66, 'there is no file', null],
    [
      'a trust anchor that may not be read',
      { args: ['--trust-anchor', '/k'], files: { '/k': 'not-permitted' } },
      64,
      'cannot be read',
      null,
    ],
  ])('%s', async (_, world, exitStatus, message, hint) => {
    const error = await fail(world);
    expect(error.message).toContain(message);
    expect(error.exitStatus).toBe(exitStatus);
    if (hint !== null) expect(error.hint).toContain(hint);
  });
});
