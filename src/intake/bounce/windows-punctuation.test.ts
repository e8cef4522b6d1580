/** Characters of Windows that were read as control characters. */
import { expect, it } from 'vitest';
import { restoreWindowsPunctuation } from './windows-punctuation.js';

it.each([
  ['an apostrophe', 'n\u0092a pas', 'n’a pas'],
  ['the first and the last', '\u0080 \u009f', '€ Ÿ'],
  ['one that Windows does not have', 'a\u0081b', 'a b'],
  ['what needs nothing', 'Empfänger “x” €', 'Empfänger “x” €'],
])('%s', (_, text, expected) => {
  expect(restoreWindowsPunctuation(text)).toBe(expected);
});
