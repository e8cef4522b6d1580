/** A record that was saved says the same again. */
import { expect, it } from 'vitest';
import { createCauseReader } from './cause-reader.js';
import { explainAgain } from './explain-again.js';
import { explainBounce } from './explain-bounce.js';

const delay = [
  'From: MAILER-DAEMON@mx.example.org',
  'Subject: Delayed Mail',
  'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=cut',
  '',
  '--cut',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example.org',
  '',
  'Final-Recipient: rfc822; bob@example.com',
  'Action: delayed',
  'Status: 4.2.2',
  'Diagnostic-Code: smtp; 452 4.2.2 Mailbox full',
  'Will-Retry-Until: Sat, 28 Nov 2026 10:00:00 +0100',
  '',
  '--cut--',
].join('\n');

it('with the time until which the reporter tries', async () => {
  const record = await explainBounce(delay, 'delay.eml');
  expect(record.recipients).toMatchObject([
    {
      retryUntil: '2026-11-28T09:00:00.000Z',
      waiting: 'may help: this sender tries again until Sat, 28 Nov 2026 09:00 UTC, then bounces it',
    },
  ]);
  expect(explainAgain(JSON.parse(JSON.stringify(record)), createCauseReader())).toEqual(record);
});

async function changeTime(retryUntil: unknown) {
  const record = JSON.parse(JSON.stringify(await explainBounce(delay, null)));
  record.recipients[0].retryUntil = retryUntil;
  return explainAgain(record, createCauseReader());
}

it.each(['soon', '+999999-01-01T00:00:00Z', null])('without a time where %s is none', async (retryUntil) => {
  expect((await changeTime(retryUntil))?.recipients[0]?.retryUntil).toBeNull();
});

it('never with a number: nothing of ours has one there', async () => {
  expect(await changeTime(7)).toBeNull();
});
