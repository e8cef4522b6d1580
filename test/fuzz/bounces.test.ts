/** Bounces that somebody has damaged, and messages that somebody made to keep the reader busy. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainBounce } from '../../src/explain/explain-bounce.js';
import { allSamples } from '../bounces/all-samples.js';

const samples = allSamples.map(({ message }) => message);

/** Octets changed, a piece cut out, a piece repeated. */
const damaged = fc
  .record({
    sample: fc.constantFrom(...samples),
    flips: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 30 }),
    cut: fc.tuple(fc.nat(), fc.nat({ max: 400 })),
    repeated: fc.tuple(fc.nat(), fc.nat({ max: 200 }), fc.nat({ max: 20 })),
  })
  .map(({ sample, flips, cut, repeated }) => {
    const [from, length] = cut;
    const [at, size, times] = repeated;
    const start = from % (sample.length + 1);
    const shorter = sample.slice(0, start) + sample.slice(start + length);
    const place = at % (shorter.length + 1);
    const bytes = new TextEncoder().encode(
      shorter.slice(0, place) + shorter.slice(place, place + size).repeat(times) + shorter.slice(place),
    );
    for (const [position, octet] of flips) if (bytes.length > 0) bytes[position % bytes.length] = octet;
    return bytes;
  });

describe('a damaged bounce', () => {
  it('is explained, or is no report, and nothing is made up', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (bytes) => {
        const { kind, recipients } = await explainBounce(bytes);
        if (kind === 'not-a-report') expect(recipients).toEqual([]);
        for (const { code, kind: each, replyCode, status } of recipients) {
          expect(code !== null).toBe(each === 'failed' || each === 'delayed');
          expect(status === null || /^[245]\.\d{1,3}\.\d{1,3}$/.test(status)).toBe(true);
          expect(replyCode === null || (replyCode >= 200 && replyCode <= 599)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  }, 120_000);
});

const front = 'From: MAILER-DAEMON@mx.example.org\nSubject: failure notice\n';
const frames = {
  'a letter': `${front}\n`,
  'a page': `${front}Content-Type: text/html\n\n`,
  'a report': `${front}Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nhello\n--b\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; bob@example.com\nDiagnostic-Code: smtp; 550 `,
  'quoted-printable': `${front}Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n`,
  'a header': `${front}X-A: `,
  'nothing around it': '',
};
const pieces = [
  ' ',
  '\n',
  'a@b ',
  '<a@b.example>',
  '550 ',
  '5.1.1 ',
  '--b\n',
  '<br',
  '<style',
  '>>> RCPT To:<a@b>\n',
  'Final-Recipient: rfc822; a@b\n',
  'Reason:\n',
  '> ',
  '{"a":',
  '[{',
  '=?utf-8?Q?a?= ',
  '=\n',
  'not be ',
  'host a.b ',
  '(',
];

describe('a message made to keep the reader busy', () => {
  it.each(Object.entries(frames))(
    '%s',
    async (_, frame) => {
      for (const piece of pieces) {
        const begun = performance.now();
        await explainBounce(new TextEncoder().encode(frame + piece.repeat(400_000 / piece.length)));
        expect({ piece, inTime: performance.now() - begun < 8000 }).toEqual({ piece, inTime: true });
      }
    },
    120_000,
  );
});
