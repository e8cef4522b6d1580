/**
 * How far reasons that are told together are alike.
 */
import type { Likeness } from '../model/log-report.js';
import type { Code } from '../model/vocabulary.js';
import type { ReadCause } from './cause-reader.js';

/** Causes that are told together: the first of them, and how far the others are like it. */
export interface ComparedCauses {
  readonly cause: ReadCause;
  readonly alike: Likeness;
  /** What the first one says, as `listTold` gives it. */
  readonly told: string;
}

/** Codes that are told by quoting the reply itself. */
const quotedCodes: readonly (Code | null)[] = ['reply.unrecognised', 'reply.undisclosed'];

/** How far they are alike with one more; cheap where they differ already or say the same. */
export function compareLikeness({ cause, alike, told }: ComparedCauses, other: ReadCause): Likeness {
  if (alike === 'code' || cause.decidedBy !== other.decidedBy) return 'code';
  if (alike === 'entry' || cause.reason.text === other.reason.text) return alike;
  return told === listTold(other) ? 'text' : 'entry';
}

/** How far two lots of them are alike. */
export function joinLikeness(some: ComparedCauses, others: ComparedCauses): Likeness {
  const joined = compareLikeness(some, others.cause);
  return joined === 'code' || others.alike === 'code' ? 'code' : joined === 'entry' || others.alike === 'entry' ? 'entry' : 'text';
}

/** The text but for the mailboxes in it, which no sentence repeats. */
export function listTold({ code, reason }: ReadCause): string {
  return quotedCodes.includes(code) ? reason.text : reason.text.replace(/[^\s<>@:,;()[\]]+@[^\s<>@:,;()[\]]+/g, '@');
}
