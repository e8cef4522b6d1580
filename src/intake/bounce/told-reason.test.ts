/** Reasons that reports announce. */
import { expect, it } from 'vitest';
import { findToldReason } from './told-reason.js';

it.each([
  ['Gmail', 'It failed.\n\nThe response was:\n\n550 5.1.1 no such user\n\nBye', '550 5.1.1 no such user\n\nBye'.replace('\n\n', '\n')],
  ['Domino', 'was not delivered to:\n\n  bob@example.com\n\nbecause:\n\n  User bob not listed\n', 'User bob not listed'],
  ['in the same line', 'Reason: mailbox full\nThat is all.', 'mailbox full'],
  ['Chinese', '退信原因：\n用户不存在\n', '用户不存在'],
  ['nothing', 'Your mail came back.', null],
  ['an announcement at the very end', 'Reason:\n', null],
])('%s', (_, report, expected) => {
  expect(findToldReason(report)).toBe(expected);
});
