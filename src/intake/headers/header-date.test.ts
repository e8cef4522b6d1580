import { expect, it } from 'vitest';
import { parseHeaderDate } from './header-date.js';

it.each<[string, string | null]>([
  ['Mon, 23 Nov 2026 10:00:00 +0000', '2026-11-23T10:00:00.000Z'],
  ['Mon, 23 Nov 2026 02:00:00 -0800 (PST)', '2026-11-23T10:00:00.000Z'],
  ['23 Nov 2026 10:00:00 -0000', '2026-11-23T10:00:00.000Z'],
  ['Mon, 23 Nov 2026 15:30 +0530', '2026-11-23T10:00:00.000Z'],
  ['Mon, 23-Nov-26 10:00:00 GMT', '2026-11-23T10:00:00.000Z'],
  ['Mon, 23 Nov 2026 05:00:00 EST', '2026-11-23T10:00:00.000Z'],
  ['Mon Nov 23 11:00:00 CET 2026', '2026-11-23T10:00:00.000Z'],
  ['Mon, 23 Nov 2026 10:00:00.1234567 +0000', '2026-11-23T10:00:00.000Z'],
  ['Mon, 23 November 2026 10:00:00 +0000', '2026-11-23T10:00:00.000Z'],
  ['Mon, 32 Nov 2026 10:00:00 +0000', null],
  ['Mon, 23 Nov 2026 25:00:00 +0000', null],
  ['yesterday', null],
  ['', null],
])('%j is %s', (text, iso) => {
  const ms = parseHeaderDate(text);
  expect(ms === null ? null : new Date(ms).toISOString()).toBe(iso);
});
