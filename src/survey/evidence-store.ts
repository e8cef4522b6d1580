/**
 * The evidence of a running survey: ids are unique, and a fact view over what there is so far.
 */
import type { CaseFile } from '../model/case-file.js';
import type { Evidence } from '../model/evidence.js';
import { createFactView, type FactView } from '../model/fact.js';

export interface EvidenceStore {
  /** @throws Error where the id is taken already: two observations of one thing need two names */
  add(evidence: Evidence): void;
  find(id: string): Evidence | null;
  /** Sorted by id. */
  list(): readonly Evidence[];
  /** The facts as they stand now; a later view sees more. */
  view(): FactView;
}

/** A store whose views take the rest of the case from `frame`, read anew each time. */
export function createEvidenceStore(frame: () => Omit<CaseFile, 'evidence'>): EvidenceStore {
  const byId = new Map<string, Evidence>();
  let view: FactView | null = null;
  const list = () => [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    add(evidence) {
      if (byId.has(evidence.id)) throw new Error(`evidence ${evidence.id} stands already`);
      byId.set(evidence.id, evidence);
      view = null;
    },
    find: (id) => byId.get(id) ?? null,
    list,
    view() {
      view ??= createFactView({ ...frame(), evidence: list() });
      return view;
    },
  };
}
