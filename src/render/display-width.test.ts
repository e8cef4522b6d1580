import { describe, expect, it } from 'vitest';
import { cutToWidth, displayWidth, padToWidth, splitAtWidth } from './display-width.js';

describe('displayWidth', () => {
  it.each([
    ['ASCII takes a column each', 'mx1.example.com', 15],
    ['accented letters take one', 'é', 1],
    ['a combining accent takes none', 'e\u0301', 1],
    ['Chinese takes two', '邮箱', 4],
    ['kana and Hangul take two', 'かか한글', 8],
    ['a Hangul syllable in parts takes two', '\u1112\u1161\u11ab', 2],
    ['fullwidth Latin takes two', 'ＡＢ', 4],
    ['half-width kana take one', 'ｶｶ', 2],
    ['an emoji takes two', '📭', 2],
    ['a sign that is shown as emoji takes two', '✅', 2],
    ['a rare ideograph beyond the basic plane takes two', '\u{20000}', 2],
    ['Cyrillic and Hebrew take one', 'жא', 2],
    ['nothing takes nothing', '', 0],
  ])('%s', (_, text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });
});

describe('splitAtWidth', () => {
  it.each([
    ['a short word stays whole', 'abc', 5, ['abc']],
    ['a long word is cut where the columns end', 'abcdefg', 3, ['abc', 'def', 'g']],
    ['a wide character is never divided', '邮箱邮', 3, ['邮', '箱', '邮']],
    ['a combining mark stays with its letter', 'abe\u0301c', 3, ['abe\u0301', 'c']],
    ['nothing has no piece', '', 3, []],
  ])('%s', (_, text, columns, pieces) => {
    expect(splitAtWidth(text, columns)).toEqual(pieces);
  });
});

describe('cutToWidth', () => {
  it.each([
    ['what fits stays', 'abc', 3, 'abc'],
    ['what is cut says so within the columns', 'abcd', 3, 'ab…'],
    ['a wide character that does not fit is left out whole', '邮箱邮', 4, '邮…'],
    ['one column holds the sign alone', 'abc', 1, '…'],
  ])('%s', (_, text, columns, cut) => {
    expect(cutToWidth(text, columns)).toBe(cut);
  });
});

describe('padToWidth', () => {
  it('fills up by columns, not by characters', () => {
    expect([padToWidth('邮', 4), padToWidth('7', 3, 'right'), padToWidth('long', 2)]).toEqual(['邮  ', '  7', 'long']);
  });
});
