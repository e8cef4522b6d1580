import { describe, expect, it } from 'vitest';
import { judgeClocks, measureClockError } from './clock-order.js';

const seconds = (...times: (number | null)[]) => times.map((time) => (time === null ? null : time * 1000));

describe('which clocks can be right', () => {
  it.each<[string, (number | null)[], string]>([
    ['all in order', [0, 1, 5], 'plausible plausible plausible'],
    ['two seconds back are nothing', [2, 0, 3], 'plausible plausible plausible'],
    ['one ahead of both neighbours', [0, 7200, 5, 6], 'plausible off plausible plausible'],
    ['one behind both neighbours', [7200, 7201, 0, 7203], 'plausible plausible off plausible'],
    ['two servers that share a wrong clock', [0, 1, 7200, 7201, 2, 3, 4], 'plausible plausible off off plausible plausible plausible'],
    ['the first ahead of all', [3600, 0, 1], 'off plausible plausible'],
    ['two that contradict each other', [3600, 0], 'doubtful doubtful'],
    ['after a real wait, ten seconds back', [0, 3600, 3590], 'plausible doubtful doubtful'],
    ['a third one near decides', [0, 7200, 20], 'plausible off plausible'],
    ['the one close to its neighbour wins, though both fit before a long wait', [0, 185, 23, 3625], 'plausible off plausible plausible'],
    ['one that tells nothing', [0, null, 1], 'plausible untold plausible'],
    ['none', [], ''],
  ])('%s', (_, times, standings) => {
    expect(judgeClocks(seconds(...times)).join(' ')).toBe(standings);
  });
});

it('the error of a clock is told against the neighbour that it contradicts', () => {
  const measure = (times: (number | null)[], at: number) => measureClockError(seconds(...times), judgeClocks(seconds(...times)), at);
  expect(measure([0, 7200, 5, 6], 1)).toBe(7_195_000);
  expect(measure([7200, 7201, 0, 7203], 2)).toBe(-7_201_000);
  expect(measure([0, 1, 2], 1)).toBeNull();
});
