/** Recipients that prose names, each with the words about it. */
import { expect, it } from 'vitest';
import { createPieceFinder, findTextRecipients } from './text-recipients.js';

const nobody = new Set<string>();

it.each([
  [
    'qmail',
    '<a@x.example>:\nno such user\n\n<b@x.example>:\nfull\n',
    [
      ['a@x.example', 'no such user'],
      ['b@x.example', 'full'],
    ],
  ],
  ['a bare line', 'failed:\n\n   a@x.example\n     Unrouteable address\n', [['a@x.example', 'Unrouteable address']]],
  [
    'OpenSMTPD',
    'a@x.example: 550 no\nb@x.example: 452 full\n',
    [
      ['a@x.example', '550 no'],
      ['b@x.example', '452 full'],
    ],
  ],
  ['old Sendmail', '>>> RCPT To:<a@x.example>\n<<< 550 no\n550 <a@x.example>... User unknown\n', [['a@x.example', 'User unknown']]],
  ['a sentence', 'The message could not be delivered to: <a@x.example>\nAs the mailbox is full.', [['a@x.example', 'mailbox is full']]],
  ['nobody', 'Your mail came back.', []],
  ['whom to turn to', 'It failed. Please contact <support@x.example>', []],
])('%s', (_, report, expected) => {
  const found = findTextRecipients(report, nobody);
  expect(found.map(({ address }) => address)).toEqual(expected.map(([address]) => address));
  for (const [order, [, words]] of expected.entries()) expect(found[order]?.piece).toContain(words);
});

it('leaves out the reporter and the sender', () => {
  expect(findTextRecipients('a@x.example: no\nme@y.example: no', new Set(['me@y.example']))).toMatchObject([{ address: 'a@x.example' }]);
});

it('cuts the words about one recipient at the next', () => {
  const find = createPieceFinder('  a@x.example\n    no such user\n  b@x.example\n    full', ['a@x.example', 'b@x.example']);
  expect(find('A@x.example')).toBe('a@x.example\n    no such user');
});
