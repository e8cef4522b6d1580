/**
 * Facts: lazy, memoised views over a case file.
 *
 * A fact is derived once per view, from evidence and other facts. It reads no clock and does no I/O:
 * "now" is the start of the case.
 */
import type { CaseFile } from './case-file.js';
import type { Evidence, EvidenceKind } from './evidence.js';

export interface Fact<Value> {
  readonly name: string;
  readonly derive: (view: FactView) => Value;
}

export interface FactView {
  readonly file: CaseFile;
  /** The value of the fact, derived at the first reading. */
  read<Value>(fact: Fact<Value>): Value;
  /** The evidence with this id, null where there is none. */
  find(id: string): Evidence | null;
  /** All evidence of a kind, sorted by id. */
  list<Kind extends EvidenceKind>(kind: Kind): readonly Extract<Evidence, { kind: Kind }>[];
}

/** A view over a case. @throws Error where a fact needs itself */
export function createFactView(file: CaseFile): FactView {
  const values = new Map<Fact<unknown>, unknown>();
  const deriving = new Set<Fact<unknown>>();
  const byId = new Map(file.evidence.map((evidence) => [evidence.id, evidence]));
  const view: FactView = {
    file,
    read<Value>(fact: Fact<Value>): Value {
      if (values.has(fact)) return values.get(fact) as Value;
      if (deriving.has(fact)) throw new Error(`fact ${fact.name} needs itself`);
      deriving.add(fact);
      const value = fact.derive(view);
      deriving.delete(fact);
      values.set(fact, value);
      return value;
    },
    find: (id) => byId.get(id) ?? null,
    list: <Kind extends EvidenceKind>(kind: Kind) =>
      file.evidence.filter((evidence): evidence is Extract<Evidence, { kind: Kind }> => evidence.kind === kind),
  };
  return view;
}
