/**
 * `npm run bench`: every figure that the README claims, each against its yardstick in the same run.
 *
 * A measurement gives one figure or several, each with one bound: `limit` and `least` are times the yardstick, at most
 * and at least; `limitMs` and `limitMb` are absolute. Ends with 1 where a bound is missed.
 */
import { measureAllExchanges } from './all-exchanges.mjs';
import { measureBounces } from './bounces.mjs';
import { measureLogLines } from './log-lines.mjs';
import { measureMemory } from './memory.mjs';
import { measureReplies } from './replies.mjs';
import { measureSilentPrimary } from './silent-primary.mjs';
import { measureStartUp } from './start-up.mjs';
import { measureTraceChain } from './trace-chain.mjs';

function judge({ value, yardstick, limit, least, limitMs, limitMb }) {
  const times = value / yardstick;
  const figure = `${times.toFixed(2)} times`;
  if (least !== undefined) return { figure, bound: `at least ${least} times`, holds: times >= least };
  if (limit !== undefined) return { figure, bound: `at most ${limit} times`, holds: times <= limit };
  const bound = limitMs ?? limitMb;
  return { figure: `${value.toFixed(0)}`, bound: `at most ${bound}`, holds: value <= bound };
}

function print(result) {
  const { figure, bound, holds } = judge(result);
  const measured = `${result.value.toFixed(1)} ${result.unit}`;
  console.log(
    `${holds ? 'ok    ' : 'MISSED'} ${result.name.padEnd(24)} ${measured.padStart(18)}  against ${result.yardstick.toFixed(1)} (${result.against}): ${figure}, ${bound}`,
  );
  return holds;
}

let missed = 0;
const measurements = [
  measureStartUp,
  measureTraceChain,
  measureAllExchanges,
  measureSilentPrimary,
  measureMemory,
  measureBounces,
  measureReplies,
  measureLogLines,
];
for (const measure of measurements) {
  for (const result of [await measure()].flat()) if (!print(result)) missed += 1;
}
process.exitCode = missed > 0 ? 1 : 0;
