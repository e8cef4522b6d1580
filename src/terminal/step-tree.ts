/**
 * The steps of a running survey as a tree, from its progress events.
 *
 * The end of a step that never began is ignored: nothing is decided here, it is for the eye only.
 */
import type { ProgressEvent, ProgressStep } from '../model/progress.js';

type FinishedEvent = Extract<ProgressEvent, { type: 'finished' }>;

export interface StepLine {
  readonly step: ProgressStep;
  readonly depth: number;
  readonly startedMs: number;
  /** Null while it lasts. */
  readonly end: FinishedEvent | null;
}

export interface StepTree {
  take(event: ProgressEvent): void;
  /** Depth first, in the order in which the steps began. */
  lines(): StepLine[];
}

interface Node extends Omit<StepLine, 'depth'> {
  readonly children: string[];
}

/** An empty tree. */
export function createStepTree(): StepTree {
  const nodes = new Map<string, Node>();
  const roots: string[] = [];
  const visit = (id: string, depth: number): StepLine[] => {
    const node = nodes.get(id);
    if (node === undefined) return [];
    return [
      { step: node.step, depth, startedMs: node.startedMs, end: node.end },
      ...node.children.flatMap((child) => visit(child, depth + 1)),
    ];
  };
  return {
    take(event) {
      const known = nodes.get(event.type === 'started' ? event.step.id : event.id);
      if (event.type === 'finished') {
        if (known !== undefined) nodes.set(event.id, { ...known, end: event });
        return;
      }
      nodes.set(event.step.id, { step: event.step, startedMs: event.atMs, end: null, children: known?.children ?? [] });
      const siblings = nodes.get(event.step.parent ?? '')?.children ?? roots;
      if (known === undefined) siblings.push(event.step.id);
    },
    lines: () => roots.flatMap((id) => visit(id, 0)),
  };
}
