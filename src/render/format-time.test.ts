import { expect, it } from 'vitest';
import { formatDate, formatDuration, formatMoment, formatOffset, formatSpan } from './format-time.js';

it.each([
  ['a date stands in UTC', formatDate('2026-11-24T23:30:59.000Z'), '24 Nov 2026 23:30 UTC'],
  ['a date of another zone is turned into UTC', formatDate('2026-01-01T00:30:00+01:00'), '31 Dec 2025 23:30 UTC'],
  ['what is no date stays as it is', formatDate('yesterday'), 'yesterday'],
  ['a moment counts from the start', formatMoment('2026-11-24T23:59:59.500Z', 1500), '00:00:01'],
  ['a moment from no date is unknown', formatMoment('yesterday', 0), '?'],
  ['less than a millisecond says so', formatSpan(0.4), '<1 ms'],
  ['milliseconds are rounded', formatSpan(17.9), '18 ms'],
  ['a second less a bit is a second', formatSpan(999.7), '1.0 s'],
  ['seconds have a tenth', formatSpan(6123), '6.1 s'],
  ['ten seconds have none', formatSpan(9980), '10 s'],
  ['minutes stay in seconds, for a table', formatSpan(75_000), '75 s'],
  ['a duration has two units at most', formatDuration(90_061_000), '1 d 1 h'],
  ['a whole unit stands alone', formatDuration(432_000_000), '5 d'],
  ['a duration of nothing is told', formatDuration(0), '0 s'],
  ['an offset has milliseconds', formatOffset(3004), '3.004'],
])('%s', (_, text, expected) => {
  expect(text).toBe(expected);
});
