import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOctetsLimit } from '../../src/parse/smtp/line-reader.js';
import { encodeMessageData } from '../../src/parse/smtp/message-data.js';
import { parseReplyText } from '../../src/parse/smtp/parse-reply-text.js';
import { createReplyReader, type ReplyEvent, replyLinesLimit } from '../../src/parse/smtp/reply-reader.js';

/** Pieces that servers send and pieces that only an attacker would, so that mutations stay near the grammar. */
const piece = fc.oneof(
  fc.constantFrom(
    '220 ',
    '250-',
    '250 ',
    '550-5.1.1 ',
    '421',
    '\r\n',
    '\n',
    '\r',
    '\r\r\n',
    '\0',
    '\x1b[2J',
    '\xff\xfe',
    '\xc3\xa9',
    '.',
    'ok',
  ),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[^\0-\xff]/g, '?')),
  fc.integer({ min: 1, max: 10_000 }).map((length) => 'x'.repeat(length)),
);
const stream = fc.array(piece, { maxLength: 60 }).map((pieces) => Uint8Array.from(pieces.join(''), (character) => character.charCodeAt(0)));

function readInChunks(bytes: Uint8Array, cuts: readonly number[]): ReplyEvent[] {
  const reader = createReplyReader();
  const ends = [...new Set([...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  const events = ends.flatMap((end, index) => reader.push(bytes.subarray(ends[index - 1] ?? 0, end)));
  return [...events, ...reader.finish()];
}

describe('SMTP replies under fuzz', () => {
  it('how the octets are cut into segments changes nothing', () => {
    fc.assert(
      fc.property(stream, fc.array(fc.nat(), { maxLength: 20 }), (bytes, cuts) => {
        const whole = readInChunks(bytes, []);
        const cut = readInChunks(bytes, cuts);
        // A flood in mid-line may show more or less of the line that was under way.
        if (whole.some((event) => event.type === 'flood')) expect(cut.some((event) => event.type === 'flood')).toBe(true);
        else expect(cut).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });

  it('every reply keeps its bounds and its code', () => {
    fc.assert(
      fc.property(stream, (bytes) => {
        for (const event of readInChunks(bytes, [])) {
          if (event.type === 'line') expect(event.line.text.length).toBeLessThanOrEqual(lineOctetsLimit);
          if (event.type !== 'reply') continue;
          expect(event.reply.code).toBeGreaterThanOrEqual(200);
          expect(event.reply.code).toBeLessThanOrEqual(599);
          expect(event.reply.lines.length).toBeLessThanOrEqual(replyLinesLimit + 1);
          expect(event.reply.lines.every((line) => !line.text.includes('\n'))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('what a person pastes never throws', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const reply = parseReplyText(pieces.join(''));
        expect(reply === null || reply.lines.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('no message ends before its final dot, and none has a bare CR or LF', () => {
    fc.assert(
      fc.property(stream, (bytes) => {
        const text = String.fromCharCode(...encodeMessageData(bytes));
        expect(text.endsWith('.\r\n')).toBe(true);
        expect(`\r\n${text}`.indexOf('\r\n.\r\n')).toBe(text.length - 3);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 500 },
    );
  });
});
