import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { SmtpScript } from '../../../test/support/smtp-server.js';
import type { SmtpRequest } from './probe-smtp.js';
import { address, closeServer, codes, completed, identity, probe } from './testing/scripted-conversation.js';

afterEach(closeServer);

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
