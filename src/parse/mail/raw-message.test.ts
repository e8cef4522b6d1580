import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { octetText, textOctets } from '../octet-text.js';
import { canonicalizeBody, signedBody } from './canonical-body.js';
import { canonicalizeField, emptySignature, selectFields } from './canonical-header.js';
import { splitMessage } from './raw-message.js';

const split = (text: string) => {
  const { fields, body } = splitMessage(textOctets(text));
  return { fields: fields.map((field) => field.text), body: body === null ? null : octetText(body) };
};

it.each<[string, string, readonly string[], string | null]>([
  ['lines of the wire', 'A: 1\r\nB: 2\r\n\r\nbody\r\n', ['A: 1', 'B: 2'], 'body\r\n'],
  ['bare line feeds', 'A: 1\nB: 2\n\nbody\nmore', ['A: 1', 'B: 2'], 'body\r\nmore'],
  ['folds', 'A: 1\r\n\t2\r\n 3\r\n\r\n', ['A: 1\r\n\t2\r\n 3'], ''],
  ['no empty line: no body', 'A: 1\r\nB: 2\r\n', ['A: 1', 'B: 2'], null],
  ['empty lines before it', '\r\n\nA: 1\r\n\r\nx', ['A: 1'], 'x'],
  ['an mbox: its first message', 'From a Mon\nA: 1\n\nx\n\ny\n\nFrom b Tue\nB: 1\n\nz\n', ['A: 1'], 'x\r\n\r\ny\r\n'],
  ['lines that are no fields', 'A: 1\r\nnonsense\r\n: x\r\nB : 2\r\n\r\n', ['A: 1', 'B : 2'], ''],
  ['nothing', '', [], null],
])('%s', (_, text, fields, body) => {
  expect(split(text)).toEqual({ fields, body });
});

describe('canonical forms (RFC 6376 section 3.4.5)', () => {
  it('the example of the RFC', () => {
    const { fields, body } = splitMessage(textOctets('A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n'));
    const forms = (form: 'simple' | 'relaxed') => ({
      header: fields.map(({ text }) => canonicalizeField(text, form)),
      body: octetText(signedBody(canonicalizeBody(body ?? new Uint8Array(), form), form)),
    });
    expect(forms('relaxed')).toEqual({ header: ['a:X', 'b:Y Z'], body: ' C\r\nD E\r\n' });
    expect(forms('simple')).toEqual({ header: ['A: X', 'B : Y\t\r\n\tZ  '], body: ' C \r\nD \t E\r\n' });
  });
  it('an empty body is a line end for one and nothing for the other', () => {
    const none = canonicalizeBody(new Uint8Array(), 'simple');
    expect([octetText(signedBody(none, 'simple')), octetText(signedBody(none, 'relaxed'))]).toEqual(['\r\n', '']);
  });
  it('fields are taken from the bottom up, a name without a field left is none', () => {
    const { fields } = splitMessage(textOctets('A: 1\r\nA: 2\r\nB: 3\r\n\r\n'));
    expect(selectFields(fields, ['a', 'B', 'a', 'a', 'c']).map(({ text }) => text)).toEqual(['A: 2', 'B: 3', 'A: 1']);
  });
  it.each([
    ['D: v=1; b=abc; bh=x', 'D: v=1; b=; bh=x'],
    ['D: v=1; bh=x; b=a\r\n b c', 'D: v=1; bh=x; b='],
    ['D: b =  abc ; v=1', 'D: b =; v=1'],
    ['D: bb=1; xb=2', 'D: bb=1; xb=2'],
  ])('%j without its signature', (text, emptied) => {
    expect(emptySignature(text)).toBe(emptied);
  });
});

it('whatever the octets, relaxed forms do not change any more', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => {
      const { body } = splitMessage(Uint8Array.from([...textOctets('A: 1\r\n\r\n'), ...octets]));
      const once = signedBody(canonicalizeBody(body ?? new Uint8Array(), 'relaxed'), 'relaxed');
      expect(signedBody(canonicalizeBody(once, 'relaxed'), 'relaxed')).toEqual(once);
    }),
  );
});
