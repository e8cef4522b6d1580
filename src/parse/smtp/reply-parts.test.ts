import { describe, expect, it } from 'vitest';
import { findExtension, parseEhloKeywords } from './ehlo.js';
import { extractEnhancedStatus } from './enhanced-status.js';
import { encodeMessageData } from './message-data.js';
import { parseReplyText } from './parse-reply-text.js';
import { mayBeginReply, parseReplyLine } from './reply-line.js';

describe('extractEnhancedStatus', () => {
  it.each([
    [550, ['550 5.1.1 no such user'], '5.1.1', 'where RFC 2034 puts it'],
    [550, ['550-5.1.1 no', '550 5.1.1 more'], '5.1.1', 'the first line'],
    [550, ['550-Sorry', '550 5.7.1 blocked'], '5.7.1', 'the first line that has one'],
    [550, ['550 #5.1.0 Address rejected.'], '5.1.0', 'as IronPort writes it'],
    [550, ['550 5.7.25'], '5.7.25', 'nothing behind it'],
    [550, ['550 5.1.1: unknown'], '5.1.1', 'a colon behind it'],
    [450, ['450 5.1.1 what'], null, 'of another class'],
    [354, ['354 3.0.0 go on'], null, 'no class for 3yz'],
    [550, ['550 see 5.1.1'], null, 'in prose'],
    [550, ['550 5.1.1.1 x'], null, 'part of something longer'],
    [550, ['550 5.1 x'], null, 'two parts only'],
    [550, ['550'], null, 'no text'],
  ])('%i %j: %s, %s', (code, lines, expected, _) => expect(extractEnhancedStatus(code, lines)).toBe(expected));
});

describe('parseReplyLine', () => {
  it.each([
    ['220 x', { code: 220, continues: false, lacksSeparator: false }],
    ['220-x', { code: 220, continues: true, lacksSeparator: false }],
    ['220', { code: 220, continues: false, lacksSeparator: false }],
    ['220\tx', { code: 220, continues: false, lacksSeparator: false }],
    ['220x', { code: 220, continues: false, lacksSeparator: true }],
    ['2201 x', null],
    ['199 x', null],
    ['600 x', null],
    [' 220 x', null],
    ['', null],
  ])('%j', (text, expected) => expect(parseReplyLine(text)).toEqual(expected));

  it.each([
    ['', true],
    ['2', true],
    ['22', true],
    ['220', true],
    ['220-', true],
    ['2200', false],
    ['S', false],
    ['\x16\x03', false],
  ])('the octets %j can begin a reply: %s', (text, expected) => {
    expect(mayBeginReply(Uint8Array.from(text, (character) => character.charCodeAt(0)))).toBe(expected);
  });
});

describe('parseReplyText', () => {
  it.each([
    ['one line', '550 5.1.1 unknown', 550, '5.1.1', ['550 5.1.1 unknown'], []],
    ['several lines', '550-5.1.1 a\r\n550 5.1.1 b\r\n', 550, '5.1.1', ['550-5.1.1 a', '550 5.1.1 b'], []],
    [
      'several lines that a log joined',
      '550-5.1.1 a 550-5.1.1 b 550 5.1.1 c',
      550,
      '5.1.1',
      ['550-5.1.1 a', '550-5.1.1 b', '550 5.1.1 c'],
      [],
    ],
    ['a number in the text of one line is text', '550 user 550 unknown', 550, null, ['550 user 550 unknown'], []],
    ['a wrapped line', '550 5.1.1 user\n   unknown', 550, '5.1.1', ['550 5.1.1 user unknown'], []],
    ['blanks around it', '  421 busy \n', 421, null, ['421 busy'], []],
    ['an end that is missing', '550-5.1.1 a', 550, '5.1.1', ['550-5.1.1 a'], ['truncated']],
    ['codes that change', '250-a\n550 b', 550, null, ['250-a', '550 b'], ['code-changes']],
    ['an escape sequence', '550 \x1b[31mred', 550, null, ['550 \x1b[31mred'], ['control-characters']],
  ])('%s', (_, text, code, enhanced, lines, issues) => {
    expect(parseReplyText(text)).toEqual({ code, enhanced, lines: lines.map((line) => ({ text: line })), issues });
  });

  it.each(['', 'user unknown', '5.1.1 user unknown', 'host mx said: 550 no', '55 x', '2026-11-23'])('%j is no reply', (text) => {
    expect(parseReplyText(text)).toBeNull();
  });
});

describe('EHLO', () => {
  const reply = parseReplyText('250-mx.example greets you\n250-SIZE 1000\n250-8bitmime\n250-XXXXXXXA\n250 AUTH PLAIN LOGIN');
  const keywords = reply === null ? [] : parseEhloKeywords(reply);

  it('keeps keywords as they stand', () => expect(keywords).toEqual(['SIZE 1000', '8bitmime', 'XXXXXXXA', 'AUTH PLAIN LOGIN']));

  it.each([
    ['SIZE', '1000'],
    ['8BITMIME', ''],
    ['AUTH', 'PLAIN LOGIN'],
    ['STARTTLS', null],
  ])('%s has the parameters %j', (keyword, parameters) => expect(findExtension(keywords, keyword)).toBe(parameters));
});

describe('encodeMessageData', () => {
  it.each([
    ['a\r\nb\r\n', 'a\r\nb\r\n.\r\n', 'lines as they must be'],
    ['a\nb', 'a\r\nb\r\n.\r\n', 'bare LF and no end'],
    ['a\rb\r', 'a\r\nb\r\n.\r\n', 'bare CR'],
    ['.a\r\n..b\r\n.\r\n', '..a\r\n...b\r\n..\r\n.\r\n', 'dots are stuffed'],
    ['a\n.\nRCPT TO:<x>\n', 'a\r\n..\r\nRCPT TO:<x>\r\n.\r\n', 'a dot between bare LFs does not end the message'],
    ['a\r.\rx', 'a\r\n..\r\nx\r\n.\r\n', 'nor between bare CRs'],
    ['\n\n', '\r\n\r\n.\r\n', 'empty lines'],
    ['', '.\r\n', 'nothing'],
  ])('%j becomes %j: %s', (message, expected) => {
    expect(new TextDecoder().decode(encodeMessageData(new TextEncoder().encode(message)))).toBe(expected);
  });
});
