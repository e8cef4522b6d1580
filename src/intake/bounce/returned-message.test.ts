/** Where a report ends. */
import { expect, it } from 'vitest';
import { splitReport } from './returned-message.js';

const header = 'Received: from a by b; now\nFrom: me@y.example\nSubject: Hello\n\nHello\n';

it.each([
  ['qmail', '--- Below this line is a copy of the message.\n\n'],
  ['Exim', '------ This is a copy of the message, including all the headers. ------\n\n'],
  ['IMail', 'Original message follows.\n\n'],
  ['Sendmail', '   ----- Unsent message follows -----\n'],
  ['no line at all', ''],
])('%s', (_, line) => {
  expect(splitReport(`bob@x.example: no such user\n\n${line}${header}`)).toEqual({
    report: 'bob@x.example: no such user\n\n',
    returned: header,
  });
});

it('keeps the fields of a delivery status in the report', () => {
  const report = 'Reporting-MTA: dns; a\nFinal-Recipient: rfc822; b@x.example\nAction: failed\n';
  expect(splitReport(report)).toEqual({ report, returned: '' });
});
