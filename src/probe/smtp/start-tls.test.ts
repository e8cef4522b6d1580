import { afterEach, describe, expect, it } from 'vitest';
import type { SmtpScript } from '../../../test/support/smtp-server.js';
import { certificate, closeServer, codes, completed, probe } from './testing/scripted-conversation.js';

afterEach(closeServer);

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
    await closeServer();
    expect((await probe(old, { startTls: true, allowOldTls: true })).tls?.outcome).toMatchObject({
      state: 'established',
      protocol: 'TLSv1',
    });
  });
});
