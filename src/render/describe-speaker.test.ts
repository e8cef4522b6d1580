import { expect, it } from 'vitest';
import type { Report, SaidBy } from '../model/report.js';
import { describeSpeaker } from './describe-speaker.js';
import { readingOf } from './testing/report-fixtures.js';
import { unknownRecipient } from './testing/sketched-reports.js';
import { explained } from './testing/stretching-reports.js';

const said: SaidBy = {
  exchange: 'mx1.example.com',
  address: '192.0.2.25',
  stage: 'rcpt',
  command: null,
  encrypted: true,
  atMs: 3000,
  lines: ['550 no'],
  evidence: 'smtp/192.0.2.25',
  reading: readingOf('text/no-such-user'),
};
const nobody = { exchange: null, address: null };

it.each<readonly [string, Report, Partial<SaidBy>, string]>([
  [
    'a live reply has host, command, channel and time',
    unknownRecipient,
    {},
    'mx1.example.com [192.0.2.25] to RCPT TO, over TLS, at 09:42:03',
  ],
  ['plain text is told', unknownRecipient, { encrypted: false }, 'mx1.example.com [192.0.2.25] to RCPT TO, in plain text, at 09:42:03'],
  ['a greeting answers no command', explained, { stage: 'greeting' }, 'mx1.example.com [192.0.2.25] as its greeting'],
  ['an address without a name stands alone', explained, { exchange: null }, '[192.0.2.25] to RCPT TO'],
  ['a reply by itself is somebody’s', explained, nobody, 'the server to RCPT TO'],
  ['nothing is said of a command that nobody tells', explained, { ...nobody, stage: null }, 'the server'],
])('%s', (_, report, change, text) => {
  expect(describeSpeaker(report, { ...said, ...change })).toBe(text);
});
