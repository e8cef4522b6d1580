/**
 * Tells the listener of a step: that it began, and how it ended.
 */
import type { ProgressStep } from '../model/progress.js';
import { elapsedMs } from '../probe/context.js';
import type { AskingContext } from './context.js';

export interface StepEnd {
  readonly state: 'ok' | 'warning' | 'failed' | 'skipped';
  readonly detail: string;
}

/** Runs the work between the two events; `describe` puts the result into a few words. */
export async function runStep<Value>(
  context: AskingContext,
  step: ProgressStep,
  { work, describe }: { readonly work: () => Promise<Value>; readonly describe: (value: Value) => StepEnd },
): Promise<Value> {
  context.progress({ type: 'started', step, atMs: elapsedMs(context) });
  const value = await work();
  context.progress({ type: 'finished', id: step.id, atMs: elapsedMs(context), ...describe(value) });
  return value;
}
