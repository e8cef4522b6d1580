import { expect, it } from 'vitest';
import { readHeaderFields } from './header-fields.js';
import { findFormFaults } from './message-form.js';

const whole =
  'Received: from a by b; Mon, 23 Nov 2026 10:00:00 +0000\nFrom: a@example.org\nTo: b@example.net\nSubject: x\nDate: x\nMessage-ID: <1>\n';
const bulk = 'List-Unsubscribe: <https://example.org/leave>\n';
const oneClick = 'List-Unsubscribe-Post: List-Unsubscribe=One-Click\n';

it.each<[string, string, readonly string[]]>([
  ['all is there, once', whole, []],
  ['two authors’ fields', `${whole}FROM: eve@example.com\n`, ['repeated From']],
  ['no date', whole.replace('Date: x\n', ''), ['missing Date']],
  ['no Message-ID', whole.replace('Message-ID: <1>\n', ''), ['missing Message-ID']],
  ['a part of a header that somebody pasted', 'Received: from a by b; x\nSubject: x\n', []],
  ['a message that no server has seen', whole.replace(/^Received.*\n/, '').replace('Date: x\n', ''), []],
  ['mail to many', `${whole}${bulk}`, ['no-one-click List-Unsubscribe-Post']],
  ['mail to many that one click ends', `${whole}${bulk}${oneClick}`, []],
  ['and that is signed', `${whole}${bulk}${oneClick}DKIM-Signature: h=from:list-unsubscribe:\n List-Unsubscribe-Post; d=x\n`, []],
  ['signed without it', `${whole}${bulk}${oneClick}DKIM-Signature: h=from:to; d=x\n`, ['one-click-unsigned List-Unsubscribe-Post']],
  ['a discussion list', `${whole}${bulk}List-Post: <mailto:talk@lists.example.com>\n`, []],
])('%s', (_, text, expected) => {
  expect(findFormFaults(readHeaderFields(text).list).map(({ kind, field }) => `${kind} ${field}`)).toEqual(expected);
});
