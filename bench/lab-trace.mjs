/**
 * Traces in the lab for the benches: over the built library, in this process, with nothing assumed.
 */

import { judgeCase } from '../.cache/bench/judge/judge-case.js';
import { startLab } from '../.cache/bench/lab/lab.js';
import { alterHealthyWorld, baseOptions } from '../.cache/bench/lab/worlds/base.js';
import { assertDomainName } from '../.cache/bench/model/domain-name.js';
import { defaultTraceOptions } from '../.cache/bench/model/trace-options.js';
import { traceDelivery } from '../.cache/bench/survey/delivery/trace-delivery.js';

const domain = { kind: 'name', name: assertDomainName('example.com'), unicode: null };
const mailbox = { address: 'bob@example.com', localPart: 'bob', domain, needsSmtpUtf8: false };
export const target = { kind: 'address', input: 'bob@example.com', mailbox, domain, assumed: false };

/** A world that differs from the healthy one, and the time from the start of its trace to the verdict, in ms. */
export async function timeTrace(alteration, options = {}) {
  const lab = await startLab(alterHealthyWorld(alteration));
  try {
    const begun = performance.now();
    const file = await traceDelivery({ target, options: { ...defaultTraceOptions, ...baseOptions, ...options }, doors: lab.doors });
    const report = judgeCase(file);
    return { ms: performance.now() - begun, report };
  } finally {
    await lab.stop();
  }
}

/** The middle of an odd number of values. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Runs the work so many times, one after another. */
export async function repeat(times, work) {
  const results = [];
  for (let run = 0; run < times; run += 1) results.push(await work());
  return results;
}
