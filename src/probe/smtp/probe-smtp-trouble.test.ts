import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { SmtpScript } from '../../../test/support/smtp-server.js';
import { UnsafeCommandError } from './command-line.js';
import type { SmtpRequest } from './probe-smtp.js';
import { closeServer, codes, completed, contextOf, heardCommands, identity, probe } from './testing/scripted-conversation.js';

afterEach(closeServer);

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
    expect(heardCommands()).toEqual([]);
  });
});
