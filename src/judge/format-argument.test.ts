import { describe, expect, it } from 'vitest';
import { formatArgument, formatBytes, formatDuration, formatList } from './format-argument.js';

describe('durations', () => {
  it.each([
    ['below a second in milliseconds', 640, '640 ms'],
    ['below ten seconds to a tenth', 6_120, '6.1 s'],
    ['a whole number without a fraction', 3_000, '3 s'],
    ['seconds', 15_000, '15 s'],
    ['just below ten seconds is ten', 9_970, '10 s'],
    ['a minute', 60_000, '1 min'],
    ['just below a minute is a minute, never 60 s', 59_900, '1 min'],
    ['two minutes', 120_000, '2 min'],
    ['minutes and seconds', 90_000, '1 min 30 s'],
    ['five minutes', 300_000, '5 min'],
    ['hours and minutes', 15_000_000, '4 h 10 min'],
    ['just below an hour is an hour, never 60 min', 3_599_900, '1 h'],
    ['one day', 86_400_000, '1 day'],
    ['days', 432_000_000, '5 days'],
    ['days and hours', 100_800_000, '1 day 4 h'],
    ['nothing at all', 0, '0 ms'],
    ['a negative one, as a broken clock gives', -5, '0 ms'],
  ])('%s', (_, durationMs, words) => {
    expect(formatDuration(durationMs)).toBe(words);
  });
});

describe('arguments', () => {
  it.each([
    ['a name in Ms is a duration', 'waitedMs', 15_000, '15 s'],
    ['a name in Seconds is a duration', 'ttlSeconds', 73_812, '20 h 30 min'],
    ['a name in Bytes is a size', 'limitBytes', 35_000_000, '35 MB'],
    ['a plain number stands as it is', 'port', 25, '25'],
    ['a name in At is a time', 'expiresAt', '2026-11-25T07:12:00.000Z', '25 Nov 2026 07:12 UTC'],
    ['until is a time', 'until', '2026-01-05T17:08:45Z', '5 Jan 2026 17:08 UTC'],
    ['what is no time stands as it is', 'expiresAt', 'next week', 'next week'],
    ['a time under another name stands as it is', 'reply', '2026-11-25T07:12:00.000Z', '2026-11-25T07:12:00.000Z'],
    ['yes', 'seen', true, 'yes'],
    ['no', 'seen', false, 'no'],
    ['nothing', 'name', null, null],
    ['an empty text is nothing', 'name', '', null],
    ['an empty list is nothing', 'names', [], null],
    ['a list', 'names', ['a', 'b', 'c'], 'a, b and c'],
  ])('%s', (_, name, value, words) => {
    expect(formatArgument(name, value)).toBe(words);
  });

  it.each([
    ['one item', ['a'], 'a'],
    ['two items', ['a', 'b'], 'a and b'],
    ['no item', [], null],
  ])('a list of %s', (_, items, words) => {
    expect(formatList(items)).toBe(words);
  });

  it.each([
    [512, '512 bytes'],
    [1_500, '1.5 kB'],
    [26_214_400, '26 MB'],
  ])('%d bytes are %s', (sizeBytes, words) => {
    expect(formatBytes(sizeBytes)).toBe(words);
  });
});
