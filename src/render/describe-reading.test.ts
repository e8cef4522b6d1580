/** What a reply tells beside its meaning, in words. */
import { expect, it } from 'vitest';
import { describeCertainty, describeReading } from './describe-reading.js';
import { readingOf } from './testing/report-fixtures.js';

it.each<[string, Parameters<typeof readingOf>[1], readonly string[] | null, readonly string[]]>([
  ['nothing', {}, null, []],
  [
    'a list, a reference and a wait',
    { blocklist: 'Spamhaus', ticket: 'AB12345', retryAfterSeconds: 300 },
    null,
    ['the blocklist Spamhaus; the reference AB12345; try again in 5 min'],
  ],
  ['an address where nobody knows whose it is', { addresses: ['203.0.113.5'] }, null, ['the address 203.0.113.5']],
  ['the address that the trace came from', { addresses: ['203.0.113.5'] }, ['203.0.113.5'], ['the address 203.0.113.5, yours']],
  ['another address', { addresses: ['203.0.113.9'] }, ['203.0.113.5'], ["the address 203.0.113.9, somebody else's"]],
  [
    'links on lines of their own',
    { links: ['https://a.example/', 'https://b.example/'] },
    null,
    ['where to read on:', 'https://a.example/', 'https://b.example/'],
  ],
  [
    'no more than five of a kind',
    { links: ['1', '2', '3', '4', '5', '6', '7'] },
    null,
    ['where to read on:', '1', '2', '3', '4', '5', '2 more'],
  ],
])('%s', (_, details, own, expected) => {
  expect(describeReading(readingOf('text/x', details), own)).toEqual(expected);
});

it('says where code and text quarrel', () => {
  expect(describeCertainty('likely', 'so it reads', readingOf('text/x'))).toBe('likely: so it reads');
  expect(describeCertainty('likely', 'so it reads', { ...readingOf('text/x'), contradicts: true })).toBe(
    'likely: so it reads; code and text contradict each other',
  );
});
