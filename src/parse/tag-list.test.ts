import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseTagList } from './tag-list.js';

it.each<[string, Readonly<Record<string, string>>, boolean]>([
  ['v=1; a=rsa-sha256', { v: '1', a: 'rsa-sha256' }, true],
  ['v=1;a=b=c;', { v: '1', a: 'b=c' }, true],
  [' V = 1 ;\r\n\t b = x y ', { v: '1', b: 'x y' }, true],
  ['p=', { p: '' }, true],
  ['v=1; v=2', { v: '1' }, false],
  ['v=1; nonsense', { v: '1' }, false],
  ['v=1;; a=2', { v: '1', a: '2' }, false],
  ['=1', {}, false],
  ['', {}, true],
])('%j', (text, tags, isProper) => {
  const list = parseTagList(text);
  expect({ tags: Object.fromEntries(list.tags), isProper: list.isProper }).toEqual({ tags, isProper });
});

it('whatever the text, names are lower case and values trimmed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const [name, value] of parseTagList(text).tags) {
        expect(name).toBe(name.toLowerCase());
        expect(value).toBe(value.trim());
      }
    }),
  );
});
