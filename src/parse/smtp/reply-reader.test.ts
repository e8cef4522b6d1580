import { describe, expect, it } from 'vitest';
import type { Reply, ReplyIssue } from '../../model/reply.js';
import { createReplyReader, type ReplyEvent, replyLinesLimit } from './reply-reader.js';

const octets = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function read(text: string, chunk = text.length): { replies: Reply[]; noise: string[]; flooded: boolean; pending: string } {
  const reader = createReplyReader();
  const events: ReplyEvent[] = [];
  for (let at = 0; at < text.length; at += chunk) events.push(...reader.push(octets(text.slice(at, at + chunk))));
  return {
    replies: events.flatMap((event) => (event.type === 'reply' ? [event.reply] : [])),
    noise: events.flatMap((event) => (event.type === 'line' && event.noise ? [event.line.text] : [])),
    flooded: events.some((event) => event.type === 'flood'),
    pending: String.fromCharCode(...reader.pending()),
  };
}

const cases: [name: string, input: string, code: number, lines: string[], issues: ReplyIssue[]][] = [
  ['one line', '220 mx.example ESMTP\r\n', 220, ['220 mx.example ESMTP'], []],
  ['several lines are one reply', '250-a\r\n250-SIZE 10\r\n250 HELP\r\n', 250, ['250-a', '250-SIZE 10', '250 HELP'], []],
  ['a code alone', '250\r\n', 250, ['250'], []],
  ['a bare LF ends a line and is noted', '250 ok\n', 250, ['250 ok'], ['bare-lf']],
  ['a bare CR with a false reply behind it starts no line', '550 no\r250 ok\r\n', 550, ['550 no\r250 ok'], ['bare-cr']],
  ['a second CR before the line end stays', '250 ok\r\r\n', 250, ['250 ok\r'], ['bare-cr']],
  ['where the code changes the last one counts', '250-a\r\n550 b\r\n', 550, ['250-a', '550 b'], ['code-changes']],
  ['a line without a code inside a reply is kept', '250-a\r\nb\r\n250 c\r\n', 250, ['250-a', 'b', '250 c'], ['code-changes']],
  ['no separator behind the code', '250ok\r\n', 250, ['250ok'], ['no-text-separator']],
  ['an escape sequence is kept and noted', '220 \x1b[2Jhi\r\n', 220, ['220 \x1b[2Jhi'], ['control-characters']],
  ['a NUL is kept and noted', '220 a\0b\r\n', 220, ['220 a\0b'], ['control-characters']],
  ['UTF-8 is text', '550 \xc3\xa9\r\n', 550, ['550 é'], []],
  ['other octets become lossy text', '550 \xe9!\r\n', 550, ['550 \ufffd!'], ['not-utf8']],
];

describe('createReplyReader', () => {
  it.each(cases)('%s', (_, input, code, lines, issues) => {
    const { replies, noise } = read(input);
    expect(replies.map((reply) => [reply.code, reply.lines.map((line) => line.text), reply.issues])).toEqual([[code, lines, issues]]);
    expect(noise).toEqual([]);
  });

  it.each(cases)('octet by octet it is the same: %s', (_, input) => {
    expect(read(input, 1)).toEqual(read(input));
  });

  it('keeps the octets of a line that is no UTF-8', () => {
    const [reply] = read('550 \xe9\xff\r\n').replies;
    expect(reply?.lines[0]?.bytesBase64).toBe(btoa('550 \xe9\xff'));
  });

  it('keeps 8 KiB of a longer line and still finds its end', () => {
    const { replies } = read(`220 ${'x'.repeat(20_000)}\r\n250 ok\r\n`, 1000);
    expect(replies.map((reply) => [reply.code, reply.lines[0]?.text.length, reply.issues])).toEqual([
      [220, 8192, ['line-too-long']],
      [250, 6, []],
    ]);
  });

  it('cuts a long line between characters', () => {
    const [reply] = read(`220 a${'\xc3\xa9'.repeat(5000)}\r\n`).replies;
    expect(reply?.issues).toEqual(['line-too-long']);
    expect(reply?.lines[0]?.text.endsWith('é')).toBe(true);
  });

  it.each([
    ['lines without end', '250-x\r\n'.repeat(replyLinesLimit + 1)],
    ['a line without end', `220-${'x'.repeat(70_000)}`],
    ['noise without end', 'noise\r\n'.repeat(replyLinesLimit + 1)],
  ])('gives up on %s', (_, input) => {
    const { flooded, replies } = read(`${input}\r\n250 ok\r\n`, 500);
    expect(flooded).toBe(true);
    expect(replies).toEqual([]);
  });

  it('hands out lines outside of a reply as noise', () => {
    const { noise, replies } = read('SSH-2.0-x\r\n2026-11-23 hello\r\n199 too low\r\n220 ok\r\n');
    expect(noise).toEqual(['SSH-2.0-x', '2026-11-23 hello', '199 too low']);
    expect(replies).toHaveLength(1);
  });

  it('can be asked for what stands unfinished', () => expect(read('220 ok\r\n250 half').pending).toBe('250 half'));

  it.each([
    ['a reply without its last line', '554-go\r\n554-away\r\n', 554, 2],
    ['a last line without its end', '554 go away', 554, 1],
  ])('marks %s as truncated when the stream ends', (_, input, code, lineCount) => {
    const reader = createReplyReader();
    reader.push(octets(input));
    const replies = reader.finish().flatMap((event) => (event.type === 'reply' ? [event.reply] : []));
    expect(replies.map((reply) => [reply.code, reply.lines.length, reply.issues])).toEqual([[code, lineCount, ['truncated']]]);
  });

  it('marks a last line that ends in a lone CR as truncated too', () => {
    const reader = createReplyReader();
    reader.push(octets('554 go away\r'));
    expect(reader.finish()).toMatchObject([{ type: 'line' }, { type: 'reply', reply: { lines: [{ text: '554 go away' }] } }]);
  });
});
