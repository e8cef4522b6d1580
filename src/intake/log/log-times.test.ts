import { describe, expect, it } from 'vitest';
import { createLogTimes } from './log-times.js';

const nowMs = Date.parse('2026-11-24T00:00:00Z');

describe('the hour of a time', () => {
  it.each<[string, number, readonly string[], readonly number[]]>([
    ['in a zone of whole hours', 60, ['Nov 23 20:15:01', 'Nov 23 20:45:01'], [19, 19]],
    ['in a zone half an hour off', 330, ['Nov 23 20:15:01', 'Nov 23 20:45:01', 'Nov 23 20:29:59', 'Nov 23 20:30:00'], [14, 15, 14, 15]],
    ['with a zone half an hour off', 0, ['2026-11-23T20:15:01+05:30', '2026-11-23T20:45:01+05:30'], [14, 15]],
    ['with a zone a quarter off', 0, ['2026-11-23 20:44:01 +0545', '2026-11-23 20:45:01 +0545'], [14, 15]],
    [
      'with zones that differ',
      0,
      ['2026-11-23T20:15:01.5+01:00', '2026-11-23T20:15:01.5+02:00', '2026-11-23T20:15:01Z', '2026-11-23T20:15:01-0500'],
      [19, 18, 20, 25],
    ],
    ['of ISO 8601 without a zone, read half an hour off', 330, ['2026-11-23 20:15:01', '2026-11-23 20:45:01'], [14, 15]],
    ['of journald', 330, ['1795461301123456', '1795464901123456'], [19, 20]],
    ['of PowerShell', 0, ['11/23/2026 7:00:00 AM', '11/23/2026 7:00:00 PM'], [7, 19]],
  ])('%s', (_, offsetMinutes, times, hours) => {
    const reader = createLogTimes({ nowMs, offsetMinutes });
    const day = Date.parse('2026-11-23T00:00:00Z');
    expect(times.map((time) => ((reader.readHour(time) ?? Number.NaN) - day) / 3_600_000)).toEqual(hours);
  });

  it('is none where there is no time', () => {
    const reader = createLogTimes({ nowMs, offsetMinutes: 0 });
    expect(['', 'yesterday', '2026-', '2026-11-23T20:15:01Z', ''].map((time) => reader.readHour(time) !== null)).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });
});
