/**
 * The sentence that says at once what a message's header tells: how long it took, where it waited, what failed.
 */
import type { HeadersReading } from '../intake/headers/read-headers.js';
import type { HeadersProblem } from '../model/headers-report.js';

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** "2 h 5 min": up to two units, rounded down. */
export function describeTime(ms: number): string {
  const first = units.findIndex(([, size]) => ms >= size);
  if (first < 0) return 'less than a second';
  const parts = units.slice(first, first + 2).map(([unit, size], at) => {
    const above = at === 0 ? Number.POSITIVE_INFINITY : (units[first]?.[1] ?? 1);
    return { unit, count: Math.floor((above === Number.POSITIVE_INFINITY ? ms : ms % above) / size) };
  });
  return parts
    .filter(({ count }) => count > 0)
    .map(({ unit, count }) => `${count} ${unit}`)
    .join(' ');
}

/** The way in a sentence, then the gravest problems, then the signatures that hold. */
export function summarise(reading: HeadersReading, problems: readonly HeadersProblem[]): string {
  const grave = problems.filter(({ severity }) => severity !== 'notice');
  const told = [...grave.map(({ summary }) => firstSentence(summary)).slice(0, 3), ...describeHolding(reading)];
  if (told.length > 0 && told.some((text) => text.startsWith('It waited'))) return [describeWay(reading, false), ...told].join(' ');
  return [describeWay(reading, true), ...told].join(' ');
}

/** "It is as example.org signed it." */
function describeHolding({ signatures }: HeadersReading): readonly string[] {
  const holding = signatures.filter(({ check }) => check?.outcome === 'pass').map(({ domain }) => domain);
  const domains = [...new Set(holding)].slice(0, 3);
  return domains.length === 0 ? [] : [`It is as ${domains.join(' and ')} signed it.`];
}

function firstSentence(text: string): string {
  return text.split(/(?<=\.) (?=[A-Z])/)[0] ?? text;
}

function describeWay({ hops, totalMs, longestWait }: HeadersReading, withWait: boolean): string {
  const [first] = hops;
  const last = hops.at(-1);
  if (first === undefined || last === undefined) return 'No Received field stands here: which way it took is not told.';
  const servers = `${hops.length} ${hops.length === 1 ? 'hop' : 'hops'}`;
  const end = hops.findLast(({ by }) => by !== null && /[g-z]/i.test(by))?.by ?? last.by ?? 'the last server';
  if (totalMs === null)
    return hops.length === 1 ? `It came to ${end} in one hop.` : `It came to ${end} over ${servers}; how long it took is not told.`;
  const way = `It took ${describeTime(totalMs)} over ${servers} to ${end}`;
  const isWorth = withWait && longestWait !== null && longestWait.host !== null && longestWait.waitedMs >= 1000;
  return isWorth
    ? `${way}, ${describeTime(longestWait.waitedMs)} of it ${longestWait.sinceHop === longestWait.hop - 1 ? 'at' : 'at or behind'} ${longestWait.host}.`
    : `${way}.`;
}
