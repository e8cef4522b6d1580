/**
 * Which clocks of a chain can be right: the longest sequence of times that runs forward decides.
 *
 * A clock is `off` where no longest sequence holds it, `doubtful` where some do and some do not (two hops that
 * contradict each other, with no third one near to say which is wrong). Two seconds of difference contradict nothing.
 */
import type { ClockStanding } from '../../model/headers-report.js';

const toleranceMs = 2000;

/** The standing of each time, in order; null is a time that is not told. Quadratic: for chains of bounded length. */
export function judgeClocks(times: readonly (number | null)[]): readonly ClockStanding[] {
  const before = sequenceLengths(times);
  const after = sequenceLengths([...times].reverse().map((time) => (time === null ? null : -time))).reverse();
  const longest = Math.max(0, ...before);
  const fits = times.map((time, at) => time !== null && (before[at] ?? 0) + (after[at] ?? 0) - 1 === longest);
  const rivals = times.map((_, at) => times.flatMap((__, other) => (fits[other] && before[other] === before[at] ? [other] : [])));
  const standings = times.map((time, at): ClockStanding => {
    if (time === null) return 'untold';
    if (!fits[at]) return 'off';
    return (rivals[at]?.length ?? 0) > 1 ? 'doubtful' : 'plausible';
  });
  return standings.map((standing, at) => (standing === 'doubtful' ? decideRivalry(times, standings, rivals[at] ?? [], at) : standing));
}

/**
 * Of rivals one that lies close to a plausible clock beside it wins over those far off: that a message really waited for
 * just as long as another clock is wrong would be a coincidence.
 */
function decideRivalry(
  times: readonly (number | null)[],
  standings: readonly ClockStanding[],
  rivals: readonly number[],
  at: number,
): ClockStanding {
  const distances = rivals.map((rival) => ({ rival, distance: distanceToNearest(times, standings, rival) }));
  const [nearest, next] = distances.sort((a, b) => a.distance - b.distance);
  if (nearest === undefined || next === undefined) return 'doubtful';
  const isClear =
    nearest.distance < Number.POSITIVE_INFINITY &&
    next.distance - nearest.distance > clearlyMs &&
    next.distance > nearest.distance * clearlyTimes;
  if (!isClear) return 'doubtful';
  return nearest.rival === at ? 'plausible' : 'off';
}

/** How much farther off the others must be. */
const clearlyMs = 60_000;
const clearlyTimes = 5;

function distanceToNearest(times: readonly (number | null)[], standings: readonly ClockStanding[], at: number): number {
  const isPlausible = (_: number | null, other: number) => standings[other] === 'plausible';
  const before = times.filter((time, other) => other < at && isPlausible(time, other)).at(-1) ?? null;
  const after = times.filter((time, other) => other > at && isPlausible(time, other))[0] ?? null;
  const own = times[at] ?? 0;
  return Math.min(...[before, after].map((time) => (time === null ? Number.POSITIVE_INFINITY : Math.abs(own - time))));
}

/** For each time the length of the longest forward sequence that ends with it. */
function sequenceLengths(times: readonly (number | null)[]): number[] {
  const lengths: number[] = [];
  times.forEach((time, at) => {
    let most = 0;
    for (let earlier = 0; earlier < at; earlier += 1) {
      const other = times[earlier] ?? null;
      if (time !== null && other !== null && other <= time + toleranceMs) most = Math.max(most, lengths[earlier] ?? 0);
    }
    lengths.push(time === null ? 0 : most + 1);
  });
  return lengths;
}

/** How far at least the time at this place lies outside its plausible neighbours: positive ahead, negative behind. */
export function measureClockError(times: readonly (number | null)[], standings: readonly ClockStanding[], at: number): number | null {
  const time = times[at] ?? null;
  if (time === null || standings[at] !== 'off') return null;
  const right = (other: number) => (standings[other] === 'plausible' ? (times[other] ?? null) : null);
  const later = times.map((_, other) => (other > at ? right(other) : null)).filter((each) => each !== null);
  const earlier = times.map((_, other) => (other < at ? right(other) : null)).filter((each) => each !== null);
  const [next] = later;
  const previous = earlier.at(-1);
  if (next !== undefined && time > next) return time - next;
  return previous !== undefined && time < previous ? time - previous : null;
}
