import { expect, it } from 'vitest';
import { createPaint } from './paint.js';

it('colours a text and ends the colour', () => {
  expect(createPaint(true)('bad', 'no')).toBe('\u001b[1;31mno\u001b[0m');
});

it('leaves an empty text without codes', () => {
  expect(createPaint(true)('bad', '')).toBe('');
});

it('writes no codes where colours are off', () => {
  expect(createPaint(false)('bad', 'no')).toBe('no');
});
