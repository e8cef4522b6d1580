/** Replies one after the other become replies by themselves. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitReplies } from './reply-splitter.js';

it.each<[string, string, readonly string[] | null]>([
  ['one', '550 5.1.1 User unknown', ['550 5.1.1 User unknown']],
  ['one over lines', '550-5.1.1 no such\r\n550 5.1.1 user here\r\n', ['550-5.1.1 no such\n550 5.1.1 user here']],
  [
    'one that was wrapped',
    '550 5.1.1 <bob@example.com>: Recipient\n  address rejected',
    ['550 5.1.1 <bob@example.com>: Recipient\n  address rejected'],
  ],
  ['one a line', '550 5.1.1 no\n452 4.2.2 full\n', ['550 5.1.1 no', '452 4.2.2 full']],
  [
    'the same code twice is two replies',
    '550 5.1.1 <a@b.example> no\n550 5.1.1 <c@b.example> no',
    ['550 5.1.1 <a@b.example> no', '550 5.1.1 <c@b.example> no'],
  ],
  ['with empty lines between them', '550 no\n\n\n452 full', ['550 no', '452 full']],
  [
    'each wrapped by a log',
    'host a.example[192.0.2.1] said: 550 no\nhost b.example[192.0.2.2] said: 452 4.2.2 full',
    ['host a.example[192.0.2.1] said: 550 no', 'host b.example[192.0.2.2] said: 452 4.2.2 full'],
  ],
  ['quoted in a mail', '> 550 no\n> 452 full', ['550 no', '452 full']],
  ['prose before it is no mere list', 'Hello,\n550 no', null],
  ['prose behind an empty line is none either', '550 no\n\nThank you', null],
  [
    'one that goes on and another one, by their enhanced codes',
    '550-5.7.25 no PTR\n550 5.7.1 blocked',
    ['550-5.7.25 no PTR', '550 5.7.1 blocked'],
  ],
  ['a code that goes on after another one', '550-5.1.1 a\n450 b', ['550-5.1.1 a', '450 b']],
])('%s', (_, text, expected) => {
  expect(splitReplies(text)).toEqual(expected);
});

it('loses no line of a list of replies, whatever they say', () => {
  const word = fc.constantFrom('no such user', 'mailbox full', 'try later', '<bob@example.com>: no');
  const reply = fc.tuple(fc.constantFrom('550', '452', '421'), word).map(([code, text]) => `${code} ${text}`);
  fc.assert(
    fc.property(fc.array(reply, { minLength: 1, maxLength: 30 }), (replies) => {
      expect(splitReplies(replies.join('\n'))).toEqual(replies);
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void splitReplies(text)));
});
