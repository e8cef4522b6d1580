/**
 * `npm run bench`: every figure that the README claims, each against its yardstick in the same run.
 *
 * Ends with 1 where a bound is missed.
 */
import { measureAllExchanges } from './all-exchanges.mjs';
import { measureMemory } from './memory.mjs';
import { measureSilentPrimary } from './silent-primary.mjs';
import { measureStartUp } from './start-up.mjs';
import { measureTraceChain } from './trace-chain.mjs';

function judge({ value, yardstick, limit, limitMs, limitMb }) {
  if (limit !== undefined)
    return { figure: `${(value / yardstick).toFixed(2)} times`, bound: `at most ${limit} times`, holds: value / yardstick <= limit };
  const bound = limitMs ?? limitMb;
  return { figure: `${value.toFixed(0)}`, bound: `at most ${bound}`, holds: value <= bound };
}

let missed = 0;
for (const measure of [measureStartUp, measureTraceChain, measureAllExchanges, measureSilentPrimary, measureMemory]) {
  const result = await measure();
  const { figure, bound, holds } = judge(result);
  if (!holds) missed += 1;
  const measured = `${result.value.toFixed(1)} ${result.unit}`;
  console.log(
    `${holds ? 'ok    ' : 'MISSED'} ${result.name.padEnd(24)} ${measured.padStart(16)}  against ${result.yardstick.toFixed(1)} (${result.against}): ${figure}, ${bound}`,
  );
}
process.exitCode = missed > 0 ? 1 : 0;
