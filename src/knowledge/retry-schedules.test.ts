import { describe, expect, it } from 'vitest';
import { eximLaterTries, retrySchedules } from './retry-schedules.js';
import { senderProfiles } from './senders.js';

describe('retry schedules', () => {
  it('stand for each sender whose walk is known', () => {
    expect(retrySchedules.map(({ sender }) => sender)).toEqual(senderProfiles.map(({ id }) => id));
  });

  it.each(retrySchedules)('$sender: tries ascend, end before it gives up, and the second one lies in its range', (schedule) => {
    for (const tries of [schedule.afterReplyMs, schedule.afterNoConnectionMs]) {
      expect(tries).toEqual([...new Set(tries)].sort((a, b) => a - b));
      expect(tries).toHaveLength(8);
      expect(tries.at(-1)).toBeLessThan(schedule.givesUpMs);
    }
    const [earliest, latest] = schedule.secondTryMs;
    expect(schedule.afterReplyMs[0]).toBeGreaterThanOrEqual(earliest);
    expect(schedule.afterReplyMs[0]).toBeLessThanOrEqual(latest);
  });

  it('of Exim wait from 1 hour, half as long again each time, after 16 hours always 6 hours', () => {
    const hours = [2 * 3_600_000, ...eximLaterTries].map((at) => at / 3_600_000);
    const waits = hours.slice(1).map((at, index) => at - (hours[index] ?? 0));
    expect(waits.slice(0, 6)).toEqual([1, 1.5, 2.25, 3.375, 5.0625, 7.59375]);
    expect(new Set(waits.slice(6))).toEqual(new Set([6]));
    expect(hours.at(-1)).toBeLessThan(96);
    expect(hours.at(-1)).toBeGreaterThanOrEqual(90);
  });

  it('of Postfix wait as long as the message is old, from 300 s up to 4000 s', () => {
    const tries = retrySchedules.find(({ sender }) => sender === 'postfix')?.afterReplyMs ?? [];
    const waits = tries.map((at, index) => at - (tries[index - 1] ?? 0));
    expect(waits).toEqual([300, 300, 600, 1_200, 2_400, 4_000, 4_000, 4_000].map((seconds) => seconds * 1_000));
  });
});
