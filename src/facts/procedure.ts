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
 * `all`: every question, side by side. `first`: one after another until one is usable (answered
 * NOERROR or NXDOMAIN by a server that can); the next is started beside a slow one.
 */
export interface Step {
  readonly mode: 'all' | 'first';
  readonly questions: readonly DnsQuestion[];
}

/** Aligned with the questions of the step; null: not asked, or nobody answered in the replay. */
export type StepEvidence = readonly (DnsEvidence | null)[];

export type Procedure<Value> = Generator<Step, Value, StepEvidence>;

/** Runs the procedure over saved evidence. */
export function replayProcedure<Value>(view: FactView, procedure: Procedure<Value>): Value {
  let state = procedure.next();
  while (!state.done) {
    const answers = state.value.questions.map((question) => findAnswer(view, question));
    state = procedure.next(answers);
  }
  return state.value;
}

function findAnswer(view: FactView, question: DnsQuestion): DnsEvidence | null {
  const evidence = view.find(dnsEvidenceId(question));
  return evidence?.kind === 'dns' ? evidence : null;
}
