import { describe, expect, it } from 'vitest';
import { retrySchedules } from './retry-schedules.js';
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

  it('of Postfix wait as long as the message is old, from 300 s up to 4000 s', () => {
    const tries = retrySchedules.find(({ sender }) => sender === 'postfix')?.afterReplyMs ?? [];
    const waits = tries.map((at, index) => at - (tries[index - 1] ?? 0));
    expect(waits).toEqual([300, 300, 600, 1_200, 2_400, 4_000, 4_000, 4_000].map((seconds) => seconds * 1_000));
  });
});
