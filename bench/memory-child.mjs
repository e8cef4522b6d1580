/** Traces the healthy world once and prints the peak resident size of this process, in KiB. */
import { timeTrace } from './lab-trace.mjs';

await timeTrace({});
console.log(process.resourceUsage().maxRSS);
