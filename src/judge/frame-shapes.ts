/**
 * The shapes that every kind of evidence shares: its frame, a skipped outcome, a stage.
 */
import type { Origin, Skipped, SkipReason } from '../model/evidence.js';
import { type Stage, stages } from '../model/vocabulary.js';
import { exactly, number, recordOf, text, wordOf } from './shape.js';

/** One case of the outcome of a kind of evidence. */
export type Outcome<Kind extends { readonly outcome: { readonly state: string } }, State extends string> = Extract<
  Kind['outcome'],
  { readonly state: State }
>;

const origin = wordOf<Origin>({ live: true, bounce: true, queue: true, log: true, capture: true, text: true });

export const frame = { id: text, origin, startedMs: number, durationMs: number };

export const stage = wordOf<Stage>(Object.fromEntries(stages.map((name) => [name, true])) as Record<Stage, true>);

export const skipped = recordOf<Skipped>({
  state: exactly('skipped'),
  reason: wordOf<SkipReason>({
    deadline: true,
    interrupted: true,
    option: true,
    'not-needed': true,
    'no-family': true,
    private: true,
    polite: true,
  }),
});
