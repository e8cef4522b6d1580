/** Which product wrote a report, not whose reply it quotes. */
import { expect, it } from 'vitest';
import { detectSoftware } from './detect-software.js';

const cases: readonly (readonly [name: string, software: string | null, headers: Readonly<Record<string, string>>, report: string])[] = [
  [
    'Gmail, which writes X-Failed-Recipients as well',
    'google',
    { from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>', 'x-failed-recipients': 'bob@example.com' },
    'Your message has been blocked.',
  ],
  ['Exim by its id', 'exim', { 'x-failed-recipients': 'bob@example.com', 'message-id': '<E1rPABC-0001Ab-2c@mx.example.org>' }, ''],
  ['Exim by its parts', 'exim', { 'content-type': 'multipart/report; boundary=1705312805-eximdsn-1804289383' }, ''],
  ['X-Failed-Recipients alone', null, { 'x-failed-recipients': 'bob@example.com' }, 'It failed.'],
  ["another's report with a reply of Google", null, { from: 'MAILER-DAEMON@yahoo.com' }, '552 5.2.2 over quota x12-20020a05 - gsmtp'],
  [
    "another's report with a reply of Exchange Online",
    null,
    { from: 'MAILER-DAEMON@mx.example.org' },
    '550 5.4.1 Access denied [DB5EUR03FT012.eop-EUR03.prod.protection.outlook.com] [AM0PR01MB1234.eurprd01.prod.outlook.com]',
  ],
  [
    'Exchange in a language of its own',
    'exchange',
    { from: 'Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.org>' },
    '',
  ],
];

it.each(cases)('%s', (_, software, headers, report) => {
  const fields = new Map(Object.entries(headers).map(([name, value]) => [name, [value]]));
  expect(detectSoftware({ headers: fields, text: report, parts: [] }, report)).toBe(software);
});
