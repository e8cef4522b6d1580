/**
 * What V8 is told of the work before it: the door to `node:v8`.
 */
import { setFlagsFromString } from 'node:v8';

/**
 * For thousands of short tasks that each pass through most of the program: no function is hot enough to pay for the wide
 * inlining that V8 does by itself (`bench/bounces.mjs` without this line tells). Holds for all threads from now on.
 */
export function inlineLittle(): void {
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=100');
}
