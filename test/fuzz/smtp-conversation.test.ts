import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertIpAddress } from '../../src/model/ip-address.js';
import type { ByteStream, Clock, StreamListener } from '../../src/net/doors.js';
import { createNodeDoors } from '../../src/net/node-doors.js';
import { probeSmtp } from '../../src/probe/smtp/probe-smtp.js';

const end = { address: assertIpAddress('192.0.2.25'), port: 25 };

/** A stream whose other side says the next piece after each write, whatever was written; then it hangs up or stays silent. */
function streamOf(pieces: readonly string[], hangsUp: boolean): { stream: ByteStream; sent: () => string } {
  let listener: StreamListener | null = null;
  let next = 0;
  let sent = '';
  const speak = () =>
    queueMicrotask(() => {
      const piece = pieces[next];
      next += 1;
      if (piece !== undefined) listener?.onData(Uint8Array.from(piece, (character) => character.charCodeAt(0)));
      else if (hangsUp && next === pieces.length + 1) listener?.onEnd('closed', null);
    });
  const stream: ByteStream = {
    local: end,
    remote: end,
    start(given) {
      listener = given;
      speak();
    },
    write(bytes) {
      sent += new TextDecoder().decode(bytes);
      speak();
    },
    pause: () => undefined,
    resume: () => undefined,
    end: () => undefined,
    destroy: () => undefined,
  };
  return { stream, sent: () => sent };
}

/** Every wait is over at once, but behind what is under way. */
const hastyClock: Clock = {
  now: () => performance.now(),
  wallNow: () => Date.now(),
  after(_, callback) {
    const timer = setTimeout(callback, 1);
    return { cancel: () => clearTimeout(timer) };
  },
};

const replyLine = fc.constantFrom(
  '220 mx\r\n',
  '250 ok\r\n',
  '250-a\r\n250-STARTTLS\r\n250 SIZE\r\n',
  '354 go\r\n',
  '421 bye\r\n',
  '550 5.1.1 no\r\n',
  '250-half\r\n',
  'noise\r\n',
  '250 ok\r550 no\r\n',
  '250 ok\n',
  '\0\xff',
  '250-x\r\n'.repeat(600),
  'x'.repeat(70_000),
);
const script = fc.array(
  fc.array(replyLine, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('')),
  { maxLength: 10 },
);

describe('a conversation with any server', () => {
  it('resolves to evidence, keeps the order, and sends the message at most once', async () => {
    await fc.assert(
      fc.asyncProperty(script, fc.boolean(), async (pieces, hangsUp) => {
        const { stream, sent } = streamOf(pieces, hangsUp);
        const doors = { ...createNodeDoors(), clock: hastyClock, upgradeTls: async () => ({ state: 'timeout' }) as const };
        const { evidence } = await probeSmtp(
          { doors, originMs: doors.clock.now(), signal: new AbortController().signal, source: null },
          {
            ...{ id: 'smtp/192.0.2.25', tlsId: 'tls/192.0.2.25', stream, exchange: null, purpose: 'deliver', upTo: 'message' },
            identity: { helo: 'probe.example.org', sender: '', recipient: 'bob@example.com' },
            ...{ startTls: pieces.length % 2 === 0, allowOldTls: false, greetingTimeoutMs: 1, replyTimeoutMs: 1 },
            ...{ sizeBytes: 5, smtpUtf8: false, eightBit: false, extraRecipients: [], message: new TextEncoder().encode('the message') },
          },
        );
        expect(evidence.transcript.length).toBeLessThan(5000);
        expect(sent().split('the message').length).toBeLessThanOrEqual(2);
        const commands = sent()
          .split('\r\n')
          .map((line) => line.split(' ')[0] ?? '');
        const order = ['EHLO', 'HELO', 'STARTTLS', 'MAIL', 'RCPT', 'DATA', 'the', '.', 'RSET', 'QUIT', ''];
        const places = commands.map((command) => order.indexOf(command));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        if (sent().includes('DATA'))
          expect(evidence.exchanges.some(({ stage, reply }) => stage === 'rcpt' && String(reply?.code).startsWith('2'))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
