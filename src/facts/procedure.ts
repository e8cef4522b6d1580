/**
 * Procedures: questions of which each depends on earlier answers (the walk from the root, aliases).
 *
 * A procedure is a pure generator. It yields steps and is given their evidence; it ends in a value. A
 * survey answers it with probes (`survey/ask`), `replayProcedure` with saved evidence, so that a
 * saved trace is judged by the very same code. What stays unanswered comes back as null.
 */
import { type DnsQuestion, dnsEvidenceId } from '../model/dns.js';
import type { DnsEvidence } from '../model/evidence.js';
import type { FactView } from '../model/fact.js';

/**
 * `all`: every question, side by side. `first`: one after another until one is usable (see `isUsable`);
 * the next is started beside a slow one.
 */
export interface QuestionStep {
  readonly mode: 'all' | 'first';
  readonly questions: readonly DnsQuestion[];
}

/** Procedures side by side; they keep their values themselves (see `runBeside`). Its evidence is empty. */
export interface BesideStep {
  readonly mode: 'beside';
  readonly procedures: readonly Procedure<void>[];
}

export type Step = QuestionStep | BesideStep;

/** Aligned with the questions of the step; null: not asked, not answered yet, or nobody answered in the replay. */
export type StepEvidence = readonly (DnsEvidence | null)[];

export type Procedure<Value> = Generator<Step, Value, StepEvidence>;

/** Whether the answer ends a `first` step: NOERROR or NXDOMAIN, from whomever. */
export function isUsable({ outcome }: DnsEvidence): boolean {
  return outcome.state === 'answered' && (outcome.response.rcode === 'NOERROR' || outcome.response.rcode === 'NXDOMAIN');
}

/** Runs procedures side by side; their values in the same order. */
export function* runBeside<Value>(procedures: readonly Procedure<Value>[]): Procedure<readonly Value[]> {
  const slots: ({ readonly value: Value } | null)[] = procedures.map(() => null);
  const keepers = procedures.map((procedure, at) =>
    keepValue(procedure, (value) => {
      slots[at] = { value };
    }),
  );
  yield { mode: 'beside', procedures: keepers };
  return slots.flatMap((slot) => (slot === null ? [] : [slot.value]));
}

function* keepValue<Value>(procedure: Procedure<Value>, keep: (value: Value) => void): Procedure<void> {
  keep(yield* procedure);
}

/** Runs the procedure over saved evidence. */
export function replayProcedure<Value>(view: FactView, procedure: Procedure<Value>): Value {
  let state = procedure.next();
  while (!state.done) state = procedure.next(replayStep(view, state.value));
  return state.value;
}

function replayStep(view: FactView, step: Step): StepEvidence {
  if (step.mode !== 'beside') return step.questions.map((question) => findAnswer(view, question));
  for (const procedure of step.procedures) replayProcedure(view, procedure);
  return [];
}

function findAnswer(view: FactView, question: DnsQuestion): DnsEvidence | null {
  const evidence = view.find(dnsEvidenceId(question));
  return evidence?.kind === 'dns' ? evidence : null;
}
