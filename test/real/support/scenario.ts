/**
 * A scenario: one trace in the bed, and everything that it must find; nothing else may stand beside it.
 */
import { expect, it } from 'vitest';
import type { Outcome, Party } from '../../../src/model/vocabulary.js';
import { type Gist, summarise, type TraceRun, type TraceSettings, traceAddress } from './mailwhy.js';
import { probes } from './real-tests.js';
import type { ProbeName } from './world.js';

export interface Scenario extends TraceSettings {
  /** A sentence about the world. */
  readonly name: string;
  readonly to: string;
  /** Which machine traces; the usual one where nothing is said. */
  readonly at?: ProbeName;
  readonly found: Found;
  /** What else the report must show. */
  readonly also?: (run: TraceRun) => void;
}

export interface Found {
  readonly outcome: Outcome;
  readonly cause: string | null;
  readonly responsible: Party;
  /** Every finding that is an error or a warning: `error recipient.unknown`. */
  readonly troubles: readonly string[];
}

const exitStatuses: Readonly<Record<Outcome, number>> = { deliverable: 0, delayed: 75, undeliverable: 69, inconclusive: 74 };

/** What a healthy route comes to. */
export const deliverable: Found = { outcome: 'deliverable', cause: null, responsible: 'nobody', troubles: [] };

/** Runs the scenarios side by side. */
export function testScenarios(scenarios: readonly Scenario[]): void {
  it.concurrent.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', async (_name, scenario) => {
    await assertScenario(scenario);
  });
}

/** Traces and compares the gist, closed world. Throws where it differs. */
export async function assertScenario(scenario: Scenario): Promise<TraceRun> {
  const run = await traceAddress(probes()[scenario.at ?? 'usual'], scenario.to, scenario);
  const expected: Gist = {
    ...scenario.found,
    exitStatus: exitStatuses[scenario.found.outcome],
    troubles: [...scenario.found.troubles].sort(),
  };
  expect(summarise(run)).toEqual(expected);
  scenario.also?.(run);
  return run;
}

/** The reply that the verdict rests on, one line. */
export function verdictReply(run: TraceRun): string {
  return run.report.verdict.saidBy?.lines.join('\n') ?? '';
}
