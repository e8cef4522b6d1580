import { afterEach, describe, expect, it } from 'vitest';
import { assertIpAddress } from '../model/ip-address.js';
import type { ByteStream, TlsResult } from '../net/doors.js';
import { type Lab, startLab } from './lab.js';
import type { SmtpScript } from './smtp-script.js';
import type { PortFault, World } from './world.js';
import { alterHealthyWorld, mx1Address } from './worlds/base.js';

let lab: Lab | null = null;

afterEach(async () => {
  await lab?.stop();
  lab = null;
});

const unaborted = new AbortController().signal;

async function connectTo(world: World, address = mx1Address, port = 25) {
  lab = await startLab(world);
  const remote = { address: assertIpAddress(address), port };
  return lab.doors.connectTcp({ remote, source: null, timeoutMs: 500, signal: unaborted });
}

async function openStream(world: World): Promise<ByteStream> {
  const result = await connectTo(world);
  if (result.state !== 'connected') throw new Error(result.state);
  return result.stream;
}

/** Says the commands one after another, each when `expected` replies came before it; what was heard, with the end of the stream. */
function converse(stream: ByteStream, commands: readonly string[]): Promise<string> {
  const waiting = [...commands];
  let heard = '';
  return new Promise((resolve) => {
    stream.start({
      onData(bytes) {
        heard += String.fromCharCode(...bytes);
        if (!/(^|\n)\d{3} [^\n]*\n$/.test(heard)) return;
        const command = waiting.shift();
        if (command === undefined) resolve(heard);
        else stream.write(new TextEncoder().encode(`${command}\r\n`));
      },
      onEnd: (reason) => resolve(`${heard}(${reason})`),
    });
  });
}

const playing = (mx1: SmtpScript | PortFault) => alterHealthyWorld({ mx1 });

describe('mail servers of the lab', () => {
  it('a healthy server speaks as Postfix does, and the journal has it all', async () => {
    const heard = await converse(await openStream(alterHealthyWorld()), [
      'EHLO a',
      'MAIL FROM:<a@b.example>',
      'RCPT TO:<bob@example.com>',
      'QUIT',
    ]);
    expect(heard).toBe(
      '220 mx1.example.com ESMTP Postfix\r\n250-mx1.example.com\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250-VRFY\r\n250-ETRN\r\n' +
        '250-ENHANCEDSTATUSCODES\r\n250-8BITMIME\r\n250-DSN\r\n250-SMTPUTF8\r\n250-CHUNKING\r\n250 STARTTLS\r\n250 2.1.0 Ok\r\n250 2.1.5 Ok\r\n221 2.0.0 Bye\r\n',
    );
    expect(lab?.journal.commands(mx1Address)).toEqual(['EHLO a', 'MAIL FROM:<a@b.example>', 'RCPT TO:<bob@example.com>', 'QUIT']);
    expect(lab?.journal.recipients()).toEqual([`${mx1Address} bob@example.com`]);
    expect(lab?.journal.messages()).toEqual([]);
    expect(lab?.journal.sessionsWithoutQuit()).toEqual([]);
  });

  it('takes a message up to the final dot', async () => {
    const heard = await converse(await openStream(alterHealthyWorld()), ['DATA', 'Subject: x\r\n\r\n..\r\n.', 'QUIT']);
    expect(heard).toContain('250 2.0.0 Ok: queued');
    expect(lab?.journal.messages()).toEqual(['Subject: x\r\n\r\n.']);
  });

  it.each<[string, SmtpScript, readonly string[], string]>([
    [
      'answers by address',
      { rcpt: { 'bob@example.com': '550 5.1.1 No', default: '250 Ok' } },
      ['RCPT TO:<bob@example.com>', 'RCPT TO:<x@example.com>'],
      '220 hi\r\n550 5.1.1 No\r\n250 Ok\r\n',
    ],
    ['answers by a function', { mail: (argument) => `250 ${argument}` }, ['MAIL FROM:<>'], '220 hi\r\n250 FROM:<>\r\n'],
    ['hangs up after the greeting', { greeting: { lines: ['554 no'], finally: 'close' } }, [], '554 no\r\n'],
    ['hangs up without a word', { greeting: { finally: 'close' } }, [], '(closed)'],
    ['resets', { mail: { finally: 'reset' } }, ['MAIL FROM:<>'], '220 hi\r\n(reset)'],
    ['sends raw octets', { greeting: { raw: '\xff\x00', finally: 'close' } }, [], '\xff\x00(closed)'],
    [
      'does not know STARTTLS where it is not offered',
      { tls: null },
      ['STARTTLS'],
      '220 hi\r\n500 5.5.2 Error: command not recognized\r\n',
    ],
    ['drips', { greeting: { lines: ['220 hi'], dripMs: 5 } }, [], '220 hi\r\n'],
  ])('a server that %s', async (_, script, commands, expected) => {
    expect(await converse(await openStream(playing({ greeting: '220 hi', ...script })), commands)).toBe(expected);
  });

  it('an endless greeting flows for as long as the client reads', async () => {
    const stream = await openStream(playing({ greeting: { endless: '220-more\r\n' } }));
    let octets = 0;
    await new Promise<void>((resolve) => {
      stream.start({
        onData: (bytes) => {
          octets += bytes.length;
          if (octets > 1_000_000) resolve();
        },
        onEnd: () => resolve(),
      });
    });
    stream.destroy();
    expect(octets).toBeGreaterThan(1_000_000);
  });

  it('a session that ends without QUIT is told', async () => {
    const stream = await openStream(alterHealthyWorld());
    await converse(stream, ['EHLO a']);
    stream.destroy();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(lab?.journal.sessionsWithoutQuit()).toEqual([`${mx1Address} EHLO a`]);
  });

  it('the stream shows the addresses of the world', async () => {
    const stream = await openStream(alterHealthyWorld());
    expect([stream.remote, stream.local.address]).toEqual([{ address: mx1Address, port: 25 }, '203.0.113.5']);
    stream.destroy();
  });
});

describe('ports of the lab', () => {
  it.each<[string, World, string, number, string]>([
    ['a refused port', playing('refused'), mx1Address, 25, 'refused'],
    ['a silent port', playing('silent'), mx1Address, 25, 'silent'],
    ['an unreachable host', playing('host-unreachable'), mx1Address, 25, 'host-unreachable'],
    ['a second port that nobody listens on', playing({}), mx1Address, 587, 'refused'],
    ['a second port of a dead host', playing('silent'), mx1Address, 587, 'silent'],
    ['an address that nobody declared', playing({}), '192.0.2.200', 25, 'silent'],
    ['a family without a source', playing({}), '2001:db8::25', 25, 'no-source'],
    ['a network that blocks port 25', alterHealthyWorld({ machine: { outboundSmtp: 'silent' } }), mx1Address, 25, 'silent'],
  ])('%s', async (_, world, address, port, failure) => {
    expect(await connectTo(world, address, port)).toMatchObject({ state: 'failed', failure });
  });
});

describe('TLS of the lab', () => {
  async function handshake(script: SmtpScript, allowOld = false): Promise<TlsResult> {
    const stream = await openStream(playing(script));
    await converse(stream, ['STARTTLS']);
    return (
      lab?.doors.upgradeTls(stream, { serverName: 'mx1.example.com', allowOld, timeoutMs: 2_000, signal: unaborted }) ?? {
        state: 'aborted',
      }
    );
  }

  it.each<[string, SmtpScript['tls'], object]>([
    ['a good certificate chains to the root', {}, { state: 'established', chainFault: null, nameMatches: true, protocol: 'TLSv1.3' }],
    ['an older protocol is spoken', { handshake: 'tls12' }, { protocol: 'TLSv1.2', chainFault: null }],
    ['an expired certificate', { certificate: 'expired' }, { chainFault: 'CERT_HAS_EXPIRED', nameMatches: true }],
    ['a certificate of tomorrow', { certificate: 'not-yet-valid' }, { chainFault: 'CERT_NOT_YET_VALID' }],
    ['a certificate for another name', { certificate: 'wrong-name' }, { chainFault: null, nameMatches: false }],
    ['a certificate that signs itself', { certificate: 'self-signed' }, { chainFault: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
    ['a certificate of an unknown authority', { certificate: 'untrusted' }, { chainFault: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }],
    ['a weak key', { certificate: 'weak-key' }, { chain: [{ keyType: 'rsa', keyBits: 1024 }, {}] }],
    ['old protocols only', { handshake: 'old-protocol' }, { state: 'failed' }],
    ['an alert', { handshake: 'alert' }, { state: 'failed', side: 'server' }],
    ['plain text in place of a handshake', { handshake: 'garbage' }, { state: 'failed', side: 'here' }],
    ['a close', { handshake: 'close' }, { state: 'failed', side: 'connection' }],
  ])('%s', async (_, tls, expected) => expect(await handshake({ tls: tls ?? null })).toMatchObject(expected));

  it('old protocols are spoken where they are allowed', async () => {
    expect(await handshake({ tls: { handshake: 'old-protocol' } }, true)).toMatchObject({ state: 'established', protocol: 'TLSv1' });
  });

  it('the conversation goes on under TLS, without STARTTLS', async () => {
    const result = await handshake({});
    if (result.state !== 'established') throw new Error(result.state);
    result.stream.write(new TextEncoder().encode('EHLO a\r\n'));
    const heard = await converse(result.stream, []);
    expect(heard).toContain('250 CHUNKING');
    expect(lab?.journal.commands()).toEqual(['STARTTLS', 'EHLO a']);
  });
});
