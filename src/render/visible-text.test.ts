import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatVisible } from './visible-text.js';

describe('formatVisible', () => {
  it.each([
    ['plain text stays as it is', 'User unknown', 'User unknown'],
    ['letters of every script stay', '邮箱 Пользователь אב é', '邮箱 Пользователь אב é'],
    ['an emoji of several characters stays', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['an escape sequence loses its escape', '\u001b[2J', '\\x1b[2J'],
    ['the C1 form of it too', '\u009b31m', '\\x9b31m'],
    ['NUL, tab, CR, LF and DEL are written out', '\0\t\r\n\u007f', '\\x00\\x09\\x0d\\x0a\\x7f'],
    ['an override of the direction shows', 'a\u202egnp', 'a\\u{202e}gnp'],
    ['isolates and marks of the direction show', '\u2066\u2069\u200e\u200f\u061c', '\\u{2066}\\u{2069}\\u{200e}\\u{200f}\\u{61c}'],
    ['line and paragraph separators show', '\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['what takes no room shows', '\u200b\u2060\ufeff\u00ad', '\\u{200b}\\u{2060}\\u{feff}\\xad'],
    ['half of a surrogate pair shows', '\ud800x', '\\u{d800}x'],
    ['a tag beyond the basic plane shows', '\u{e0041}', '\\u{e0041}'],
  ])('%s', (_, text, visible) => {
    expect(formatVisible(text)).toBe(visible);
  });

  it('leaves no control, format override or lone surrogate of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(formatVisible(text)).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
