import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../../../test/support/make-certificate.js';
import { type SmtpScript, type SmtpServer, startSmtpServer } from '../../../test/support/smtp-server.js';
import { assertDomainName } from '../../model/domain-name.js';
import type { SmtpEvidence } from '../../model/evidence.js';
import { assertIpAddress } from '../../model/ip-address.js';
import type { ByteStream, Doors } from '../../net/doors.js';
import { createNodeDoors } from '../../net/node-doors.js';
import type { ProbeContext } from '../context.js';
import { UnsafeCommandError } from './command-line.js';
import { probeSmtp, type SmtpProbe, type SmtpRequest } from './probe-smtp.js';

const address = assertIpAddress('127.0.0.1');
const certificate = makeCertificate(['mx.example.com']);
const doors = createNodeDoors();
const identity = { helo: 'probe.example.org', sender: 'me@example.org', recipient: 'bob@example.com' };

let server: SmtpServer | null = null;
afterEach(() => server?.close());

function contextOf(signal = new AbortController().signal): ProbeContext {
  return { doors, originMs: doors.clock.now(), signal, source: null };
}

async function connect(using: Doors, port: number): Promise<ByteStream> {
  const result = await using.connectTcp({ remote: { address, port }, source: null, timeoutMs: 2000, signal: new AbortController().signal });
  if (result.state !== 'connected') throw new Error('the test server cannot be reached');
  return result.stream;
}

async function probe(
  script: SmtpScript = {},
  more: Partial<SmtpRequest> = {},
  context = contextOf(),
): Promise<SmtpProbe & { commands: string[]; messages: string[] }> {
  const running = await startSmtpServer(script);
  server = running;
  const request: SmtpRequest = {
    id: 'smtp/127.0.0.1',
    tlsId: 'tls/127.0.0.1',
    stream: await connect(doors, running.port),
    exchange: assertDomainName('mx.example.com'),
    purpose: 'deliver',
    identity,
    upTo: 'rcpt',
    startTls: false,
    allowOldTls: false,
    greetingTimeoutMs: 1500,
    replyTimeoutMs: 1500,
    sizeBytes: null,
    smtpUtf8: false,
    eightBit: false,
    extraRecipients: [],
    message: null,
    ...more,
  };
  const result = await probeSmtp(context, request);
  // What the probe said last may still be under way.
  await new Promise((resolve) => setTimeout(resolve, 20));
  return { ...result, commands: running.commands, messages: running.messages };
}

const codes = (evidence: SmtpEvidence) => evidence.exchanges.map(({ stage, reply }) => `${stage} ${reply?.code ?? '-'}`);
const completed = { state: 'completed' };

describe('the order of a conversation', () => {
  it('goes to RCPT and takes leave', async () => {
    const { evidence, tls, commands } = await probe();
    expect(commands).toEqual(['EHLO probe.example.org', 'MAIL FROM:<me@example.org>', 'RCPT TO:<bob@example.com>', 'RSET', 'QUIT']);
    expect(codes(evidence)).toEqual(['greeting 220', 'hello 250', 'mail 250', 'rcpt 250', 'rset 250', 'quit 221']);
    expect(evidence).toMatchObject({ outcome: completed, anomalies: [], tls: null, address, extensionsBeforeTls: null });
    expect(evidence.extensions).toEqual(['SIZE 1000', '8BITMIME', 'STARTTLS', 'SMTPUTF8']);
    expect(tls).toBeNull();
  });

  it('keeps every line in both directions with its time', async () => {
    const { transcript } = (await probe({}, { upTo: 'hello' })).evidence;
    expect(transcript.map(({ direction, stage, line }) => [direction, stage, line.text])).toEqual([
      ['received', 'greeting', '220 mx.example.com ESMTP'],
      ['sent', 'hello', 'EHLO probe.example.org'],
      ['received', 'hello', '250-mx.example.com'],
      ['received', 'hello', '250-SIZE 1000'],
      ['received', 'hello', '250-8BITMIME'],
      ['received', 'hello', '250-STARTTLS'],
      ['received', 'hello', '250 SMTPUTF8'],
      ['sent', 'quit', 'QUIT'],
      ['received', 'quit', '221 2.0.0 bye'],
    ]);
    const times = transcript.map(({ atMs }) => atMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it.each<[string, SmtpScript, Partial<SmtpRequest>, string[]]>([
    ['no further than the greeting and hello where told so', {}, { upTo: 'hello' }, ['EHLO probe.example.org', 'QUIT']],
    [
      'no STARTTLS where it is not offered',
      { answers: { EHLO: '250 x\r\n' } },
      { upTo: 'tls', startTls: true },
      ['EHLO probe.example.org', 'QUIT'],
    ],
    [
      'HELO where EHLO is not known',
      { answers: { EHLO: '502 what\r\n' } },
      { upTo: 'tls' },
      ['EHLO probe.example.org', 'HELO probe.example.org', 'QUIT'],
    ],
    ['no HELO behind a 4yz', { answers: { EHLO: '450 later\r\n' } }, {}, ['EHLO probe.example.org', 'QUIT']],
    [
      'QUIT behind a refused name',
      { answers: { EHLO: '550 no\r\n', HELO: '550 no\r\n' } },
      {},
      ['EHLO probe.example.org', 'HELO probe.example.org', 'QUIT'],
    ],
    ['QUIT behind a refusing greeting', { greeting: '554 go away\r\n' }, {}, ['QUIT']],
    ['QUIT behind a busy greeting', { greeting: '421 busy\r\n' }, {}, ['QUIT']],
    ['no MAIL without a sender', {}, { identity: { ...identity, sender: null } }, ['EHLO probe.example.org', 'QUIT']],
    ['no MAIL without a recipient', {}, { identity: { ...identity, recipient: null } }, ['EHLO probe.example.org', 'QUIT']],
    [
      'no RCPT behind a refused MAIL',
      { answers: { MAIL: '550 no\r\n' } },
      {},
      ['EHLO probe.example.org', 'MAIL FROM:<me@example.org>', 'QUIT'],
    ],
    [
      'RSET behind a refused RCPT',
      { answers: { RCPT: '550 no\r\n' } },
      {},
      ['EHLO probe.example.org', 'MAIL FROM:<me@example.org>', 'RCPT TO:<bob@example.com>', 'RSET', 'QUIT'],
    ],
    [
      'the null sender',
      {},
      { upTo: 'mail', identity: { ...identity, sender: '' } },
      ['EHLO probe.example.org', 'MAIL FROM:<>', 'RSET', 'QUIT'],
    ],
    [
      'SIZE where it is offered',
      {},
      { upTo: 'mail', sizeBytes: 77 },
      ['EHLO probe.example.org', 'MAIL FROM:<me@example.org> SIZE=77', 'RSET', 'QUIT'],
    ],
    [
      'no parameters that are not offered',
      { answers: { EHLO: '250 x\r\n' } },
      { upTo: 'mail', sizeBytes: 77, eightBit: true },
      ['EHLO probe.example.org', 'MAIL FROM:<me@example.org>', 'RSET', 'QUIT'],
    ],
    [
      'BODY and SMTPUTF8 where needed',
      {},
      { upTo: 'mail', eightBit: true, smtpUtf8: true },
      ['EHLO probe.example.org', 'MAIL FROM:<me@example.org> BODY=8BITMIME SMTPUTF8', 'RSET', 'QUIT'],
    ],
    [
      'no MAIL where SMTPUTF8 is needed and not offered',
      { answers: { EHLO: '250 x\r\n' } },
      { smtpUtf8: true },
      ['EHLO probe.example.org', 'QUIT'],
    ],
    [
      'further recipients behind the real one',
      {},
      { extraRecipients: ['postmaster@example.com'] },
      [
        'EHLO probe.example.org',
        'MAIL FROM:<me@example.org>',
        'RCPT TO:<bob@example.com>',
        'RCPT TO:<postmaster@example.com>',
        'RSET',
        'QUIT',
      ],
    ],
    [
      'no further recipients behind a 421',
      { answers: { RCPT: '421 enough\r\n' } },
      { extraRecipients: ['x@example.com'] },
      ['EHLO probe.example.org', 'MAIL FROM:<me@example.org>', 'RCPT TO:<bob@example.com>', 'QUIT'],
    ],
  ])('%s', async (_, script, more, expected) => {
    const { evidence, commands } = await probe(script, more);
    expect(commands).toEqual(expected);
    expect(evidence.outcome).toEqual(completed);
  });

  it('says nothing before the greeting is complete', async () => {
    let early = '';
    const greeting = (socket: Socket) => {
      socket.write('220-wait\r\n');
      socket.once('data', (bytes) => {
        early += bytes;
      });
      setTimeout(() => {
        expect(early).toBe('');
        socket.write('220 now\r\n');
      }, 80);
    };
    const { evidence } = await probe({ greeting }, { upTo: 'hello' });
    expect(evidence.outcome).toEqual(completed);
    expect(early).toContain('EHLO');
  });

  it('never sends DATA unasked', async () => {
    const { messages, commands } = await probe({}, { message: new TextEncoder().encode('x') });
    expect(messages).toEqual([]);
    expect(commands).not.toContain('DATA');
  });

  it('tells each stage as it ends', async () => {
    const told: string[] = [];
    await probe({ answers: { RCPT: null } }, { timeouts: { rcpt: 50 }, onStage: (stage, text) => void told.push(`${stage}: ${text}`) });
    expect(told).toEqual(['greeting: 220 mx.example.com ESMTP', 'hello: 250-mx.example.com', 'mail: 250 2.1.0 sender ok', 'rcpt: timeout']);
  });
});

describe('a message', () => {
  const message = new TextEncoder().encode('Subject: x\n\n.dot\nend');
  const send = { upTo: 'message', message, extraRecipients: ['other@example.com'] } as const;

  it('is delivered once, to the real recipient only, without RSET', async () => {
    const { evidence, commands, messages } = await probe({}, send);
    expect(messages).toEqual(['Subject: x\r\n\r\n..dot\r\nend\r\n']);
    expect(commands).toEqual(['EHLO probe.example.org', 'MAIL FROM:<me@example.org>', 'RCPT TO:<bob@example.com>', 'DATA', 'QUIT']);
    expect(codes(evidence).slice(-3)).toEqual(['data 354', 'message 250', 'quit 221']);
  });

  it('is not sent where the recipient is refused', async () => {
    const { commands, messages } = await probe({ answers: { RCPT: '550 no\r\n' } }, send);
    expect(messages).toEqual([]);
    expect(commands.slice(-2)).toEqual(['RSET', 'QUIT']);
  });

  it('is not sent where DATA is refused', async () => {
    const { evidence, messages } = await probe({ answers: { DATA: '554 no\r\n' } }, send);
    expect(messages).toEqual([]);
    expect(codes(evidence).slice(-2)).toEqual(['data 554', 'quit 221']);
  });

  it('is not followed by QUIT while the server may take it for text', async () => {
    const { evidence, commands } = await probe({ answers: { DATA: null } }, { ...send, timeouts: { data: 50 } });
    expect(evidence.outcome).toMatchObject({ state: 'failed', stage: 'data', failure: 'timeout' });
    expect(commands.at(-1)).toBe('DATA');
  });
});

describe('STARTTLS', () => {
  it('goes on behind TLS with another EHLO', async () => {
    const { evidence, tls, commands } = await probe(
      { certificate, answers: { 'tls EHLO': '250-x\r\n250 SIZE 5\r\n' } },
      { startTls: true, sizeBytes: 3 },
    );
    expect(commands).toEqual([
      'EHLO probe.example.org',
      'STARTTLS',
      'tls EHLO probe.example.org',
      'tls MAIL FROM:<me@example.org> SIZE=3',
      'tls RCPT TO:<bob@example.com>',
      'tls RSET',
      'tls QUIT',
    ]);
    expect(evidence).toMatchObject({ outcome: completed, anomalies: [], tls: 'tls/127.0.0.1', extensions: ['SIZE 5'] });
    expect(evidence.extensionsBeforeTls).toContain('STARTTLS');
    expect(tls).toMatchObject({
      id: 'tls/127.0.0.1',
      kind: 'tls',
      outcome: { state: 'established', nameMatches: true, chainFault: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    expect(evidence.transcript.filter(({ encrypted }) => encrypted).map(({ line }) => line.text)[0]).toBe('EHLO probe.example.org');
  });

  it('goes on in plain text where the server refuses', async () => {
    const { evidence, tls, commands } = await probe({ answers: { STARTTLS: '454 not now\r\n' } }, { startTls: true });
    expect(tls).toBeNull();
    expect(commands).toContain('RCPT TO:<bob@example.com>');
    expect(evidence.tls).toBeNull();
  });

  it('ends where the handshake fails', async () => {
    const { evidence, tls } = await probe(
      {
        answers: {
          STARTTLS: (socket) => {
            socket.write('220 go\r\n');
            socket.removeAllListeners('data').once('data', () => socket.write('what?\r\n'));
          },
        },
      },
      { startTls: true },
    );
    expect(evidence.outcome).toMatchObject({ state: 'failed', stage: 'tls', failure: 'tls' });
    expect(tls?.outcome).toMatchObject({ state: 'failed', side: 'here' });
    expect(evidence.tls).toBe('tls/127.0.0.1');
  });

  it('ends where the handshake hangs', async () => {
    const { evidence, tls } = await probe({}, { startTls: true, timeouts: { tls: 60 } });
    expect(evidence.outcome).toMatchObject({ state: 'failed', stage: 'tls', failure: 'tls', waitedMs: 60, limitMs: 60 });
    expect(tls?.outcome).toMatchObject({ state: 'failed', side: 'connection', limitMs: 60 });
  });

  it.each<[string, string, SmtpScript]>([
    ['a whole reply', '250 injected\r\n', {}],
    ['half a line', 'EHL', {}],
    ['half a reply', '250-injected\r\n', {}],
    ['a line that is no reply', 'injected\r\n', {}],
  ])('discards and notes %s behind the 220', async (_, text) => {
    const { evidence, tls } = await probe({ certificate, answers: { STARTTLS: `220 go\r\n${text}` } }, { startTls: true });
    expect(evidence.anomalies).toEqual(['text-after-starttls']);
    expect(tls?.outcome.state).toBe('established');
    expect(codes(evidence)).toEqual([
      'greeting 220',
      'hello 250',
      'starttls 220',
      'hello 250',
      'mail 250',
      'rcpt 250',
      'rset 250',
      'quit 221',
    ]);
    expect(evidence.transcript.map(({ line }) => line.text)).toContain(text.trim());
  });

  it('allows old protocols only where told to', async () => {
    const old = { certificate, tlsOptions: { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } } as const;
    expect((await probe(old, { startTls: true })).tls?.outcome).toMatchObject({ state: 'failed', side: 'server' });
    await server?.close();
    expect((await probe(old, { startTls: true, allowOldTls: true })).tls?.outcome).toMatchObject({
      state: 'established',
      protocol: 'TLSv1',
    });
  });
});

describe('what breaks off', () => {
  const drip = (text: string) => (socket: Socket) => {
    let at = 0;
    const timer = setInterval(() => {
      if (socket.destroyed || !socket.writable) return clearInterval(timer);
      socket.write(text[at % text.length] ?? '');
      at += 1;
    }, 10);
    socket.on('close', () => clearInterval(timer));
  };

  it('shows what came of a greeting that never ended', async () => {
    const { evidence } = await probe({ greeting: (socket) => void socket.write('220 mx1.exam') }, { greetingTimeoutMs: 60 });
    const received = evidence.transcript.filter(({ direction }) => direction === 'received');
    expect(received.map(({ stage, line }) => `${stage}: ${line.text}`)).toEqual(['greeting: 220 mx1.exam']);
  });

  it.each<[string, SmtpScript, Partial<SmtpRequest>, object]>([
    ['no greeting', { greeting: null }, { greetingTimeoutMs: 60 }, { stage: 'greeting', failure: 'timeout', waitedMs: 60, limitMs: 60 }],
    [
      'a greeting an octet at a time',
      { greeting: drip('220-x\r\n') },
      { greetingTimeoutMs: 150 },
      { stage: 'greeting', failure: 'timeout', waitedMs: 150 },
    ],
    [
      'a greeting that never ends its line',
      { greeting: drip('220 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa') },
      { greetingTimeoutMs: 150 },
      { stage: 'greeting', failure: 'timeout' },
    ],
    ['a greeting without end', { greeting: '220-x\r\n'.repeat(2000) }, {}, { stage: 'greeting', failure: 'flood' }],
    ['a line without end', { greeting: `220 ${'x'.repeat(200_000)}` }, {}, { stage: 'greeting', failure: 'flood' }],
    [
      'an SSH server',
      { greeting: 'SSH-2.0-OpenSSH_9.2\r\n' },
      {},
      { stage: 'greeting', failure: 'not-smtp', detail: 'SSH-2.0-OpenSSH_9.2' },
    ],
    ['a web server', { greeting: 'HTTP/1.1 400 Bad Request\r\n\r\n' }, {}, { stage: 'greeting', failure: 'not-smtp' }],
    ['a binary protocol without lines', { greeting: '\x4a\0\0\0\x0a5.7' }, {}, { stage: 'greeting', failure: 'not-smtp' }],
    ['a hang-up before the greeting', { greeting: (socket) => socket.end() }, {}, { stage: 'greeting', failure: 'closed', waitedMs: 0 }],
    [
      'a reset before the greeting',
      { greeting: (socket) => setTimeout(() => socket.resetAndDestroy(), 30) },
      {},
      { stage: 'greeting', failure: 'reset' },
    ],
    ['a greeting without its line end', { greeting: (socket) => socket.end('220 x') }, {}, { stage: 'greeting', failure: 'closed' }],
    ['a hang-up at MAIL', { answers: { MAIL: (socket) => socket.end() } }, {}, { stage: 'mail', failure: 'closed' }],
    ['a reset at RCPT', { answers: { RCPT: (socket) => socket.resetAndDestroy() } }, {}, { stage: 'rcpt', failure: 'reset' }],
    [
      'silence at RCPT',
      { answers: { RCPT: null } },
      { timeouts: { rcpt: 60 } },
      { stage: 'rcpt', failure: 'timeout', waitedMs: 60, limitMs: 60 },
    ],
    ['a reply to EHLO without end', { answers: { EHLO: '250-x\r\n'.repeat(1000) } }, {}, { stage: 'hello', failure: 'flood' }],
    ['noise without end in place of a reply', { answers: { EHLO: 'noise\r\n'.repeat(1000) } }, {}, { stage: 'hello', failure: 'flood' }],
  ])('%s', async (_, script, more, expected) => {
    const { evidence } = await probe(script, more);
    expect(evidence.outcome).toMatchObject({ state: 'failed', ...expected });
    expect(evidence.exchanges.at(-1)?.reply).toBeNull();
  });

  it('keeps a refusal that was cut off', async () => {
    const { evidence } = await probe({ greeting: (socket) => socket.end('554-blocked, see\r\n') });
    expect(evidence.outcome).toMatchObject({ state: 'failed', stage: 'greeting', failure: 'closed' });
    expect(evidence.exchanges[0]?.reply).toMatchObject({ code: 554, issues: ['truncated'] });
    expect(evidence.exchanges[0]?.receivedMs).toBeNull();
  });

  it('takes leave after a timeout', async () => {
    expect((await probe({ answers: { RCPT: null } }, { timeouts: { rcpt: 40 } })).commands.at(-1)).toBe('QUIT');
  });

  it('notes a hang-up behind a refusal, which fails nothing', async () => {
    const { evidence } = await probe({ answers: { MAIL: (socket) => socket.end('550 no\r\n') } });
    expect(evidence.outcome).toEqual(completed);
    expect(codes(evidence)).toContain('mail 550');
  });

  it('a hang-up behind the real answer fails nothing', async () => {
    const { evidence } = await probe({ answers: { RSET: (socket) => socket.destroy() } });
    expect(evidence.outcome).toEqual(completed);
    expect(codes(evidence)).toEqual(['greeting 220', 'hello 250', 'mail 250', 'rcpt 250', 'rset -']);
    expect(evidence.anomalies).toEqual(['early-close']);
  });

  it('a hang-up at a further recipient fails nothing', async () => {
    const answers = { RCPT: (socket: Socket, line: string) => (line.includes('bob') ? socket.write('250 ok\r\n') : socket.destroy()) };
    expect((await probe({ answers }, { extraRecipients: ['x@example.com'] })).evidence.outcome).toEqual(completed);
  });

  it('waits no longer than a moment for the reply to QUIT', async () => {
    const began = Date.now();
    const { evidence } = await probe({ answers: { QUIT: null } }, { upTo: 'hello', replyTimeoutMs: 60_000 });
    expect(evidence.outcome).toEqual(completed);
    expect(Date.now() - began).toBeLessThan(4000);
  });
});

describe('a server that lies', () => {
  it.each<[string, SmtpScript, string[], string[]]>([
    ['a false reply behind a bare CR', { answers: { RCPT: '550 no\r250 ok\r\n' } }, ['bare-cr'], ['rcpt 550']],
    ['bare LF', { answers: { RCPT: '250 ok\n' } }, ['bare-lf'], ['rcpt 250']],
    ['an escape sequence', { greeting: '220 \x1b[2J\x1b]0;x\x07\r\n' }, ['control-characters'], ['rcpt 250']],
    ['a line of 20,000 octets', { greeting: `220 ${'x'.repeat(20_000)}\r\n` }, ['line-too-long'], ['rcpt 250']],
    ['8-bit text', { answers: { RCPT: '550 \xe9\r\n' } }, [], ['rcpt 550']],
    [
      'a reply too many',
      { answers: { MAIL: '250 ok\r\n250 and the recipient too\r\n', RCPT: '550 no\r\n' } },
      ['unsolicited-reply'],
      ['mail 250', 'rcpt 550'],
    ],
    [
      'two greetings',
      { greeting: '220 a\r\n220 b\r\n', answers: { RCPT: '550 no\r\n' } },
      ['unsolicited-reply'],
      ['hello 250', 'rcpt 550'],
    ],
    [
      'a line that is no reply between replies',
      { answers: { MAIL: 'debug\r\n250 ok\r\n' } },
      ['unsolicited-reply'],
      ['mail 250', 'rcpt 250'],
    ],
  ])('%s', async (_, script, anomalies, expected) => {
    const { evidence } = await probe(script);
    expect(evidence.anomalies).toEqual(anomalies);
    expect(codes(evidence)).toEqual(expect.arrayContaining(expected));
    expect(evidence.outcome).toEqual(completed);
  });

  it('a 421 that comes before the command answers it', async () => {
    const { evidence } = await probe({ answers: { MAIL: (socket) => socket.end('250 ok\r\n421 shutting down\r\n') } });
    expect(codes(evidence).slice(0, 4)).toEqual(['greeting 220', 'hello 250', 'mail 250', 'rcpt 421']);
    expect(evidence).toMatchObject({ outcome: completed, anomalies: [] });
  });

  it('ten thousand replies at once are bounded', async () => {
    const { evidence } = await probe({ answers: { MAIL: '250 ok\r\n'.repeat(10_000) } });
    expect(evidence.anomalies).toContain('unsolicited-reply');
    expect(evidence.transcript.length).toBeLessThan(5000);
  });
});

describe('the signal', () => {
  it('ends a conversation with QUIT', async () => {
    const abort = new AbortController();
    const answers = { RCPT: () => setTimeout(() => abort.abort('deadline'), 20) };
    const { evidence, commands } = await probe({ answers }, {}, contextOf(abort.signal));
    expect(evidence.outcome).toMatchObject({ state: 'failed', stage: 'rcpt', failure: 'cut-short', limitMs: 1500 });
    expect(commands.at(-1)).toBe('QUIT');
  });

  it('says nothing where the greeting has not come', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 30);
    const { evidence, commands } = await probe({ greeting: null }, { signal: abort.signal });
    expect(evidence.outcome).toMatchObject({ stage: 'greeting', failure: 'cut-short' });
    expect(commands).toEqual([]);
  });

  it('ends a handshake', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort('deadline'), 60);
    const { evidence, tls } = await probe({}, { startTls: true, signal: abort.signal });
    expect(evidence.outcome).toMatchObject({ stage: 'tls', failure: 'cut-short' });
    expect(tls?.outcome).toEqual({ state: 'skipped', reason: 'deadline' });
  });

  it('keeps a message back', async () => {
    const abort = new AbortController();
    const answers = {
      RCPT: (socket: Socket) => {
        abort.abort();
        socket.write('250 ok\r\n');
      },
    };
    const { commands, messages } = await probe({ answers }, { upTo: 'message', message: new Uint8Array(1), signal: abort.signal });
    expect(messages).toEqual([]);
    expect(commands).not.toContain('DATA');
  });
});

describe('what never reaches the wire', () => {
  it.each<[string, Partial<SmtpRequest>]>([
    ['a line end in the sender', { identity: { ...identity, sender: 'a@b\r\nRCPT TO:<x@y>' } }],
    ['a bare LF in the recipient', { identity: { ...identity, recipient: 'a@b\nDATA' } }],
    ['a NUL in a further recipient', { extraRecipients: ['a\0@b'] }],
    ['a bare CR in the name', { identity: { ...identity, helo: 'a\rQUIT' } }],
    ['a C1 control', { identity: { ...identity, sender: 'a\u0085@b' } }],
    ['a blank in the name', { identity: { ...identity, helo: 'a b' } }],
    ['an empty name', { identity: { ...identity, helo: '' } }],
  ])('%s', async (_, more) => {
    await expect(probe({}, more)).rejects.toThrow(UnsafeCommandError);
    expect(server?.commands).toEqual([]);
  });
});
