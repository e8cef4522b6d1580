import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from './display-width.js';
import { joinPieces, wrapText } from './wrap-text.js';

describe('wrapText', () => {
  it.each([
    ['a text that fits is one line', 'one two', 10, ['one two']],
    ['it breaks at spaces', 'one two three', 7, ['one two', 'three']],
    ['several spaces count as one', 'one   two', 10, ['one two']],
    ['a word longer than a line begins on a line of its own', 'see abcdefghij now', 6, ['see', 'abcdef', 'ghij', 'now']],
    ['what follows the end of a long word joins it where it fits', 'abcdefgh no', 6, ['abcdef', 'gh no']],
    ['wide characters count twice', '邮箱 邮箱', 5, ['邮箱', '邮箱']],
    ['a URL longer than a line is not broken', 'see (https://a.example/b) now', 6, ['see', '(https://a.example/b)', 'now']],
    ['nothing is no line', '  ', 5, []],
  ])('%s', (_, text, columns, lines) => {
    expect(wrapText(text, columns)).toEqual(lines);
  });

  it('never exceeds the columns and loses no character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, columns) => {
        const lines = wrapText(text, columns);
        expect(lines.filter((line) => displayWidth(line) > columns && !/https?:\/\//i.test(line))).toEqual([]);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('joinPieces', () => {
  it('keeps a piece with spaces in one line', () => {
    expect(joinPieces(['ping 18 ms', 'TLS 1.3'], 12, '  ')).toEqual(['ping 18 ms', 'TLS 1.3']);
  });
});
