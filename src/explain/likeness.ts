/**
 * How far reasons that are told together are alike.
 */
import type { Likeness } from '../model/log-report.js';
import type { Code } from '../model/vocabulary.js';
import type { ReadCause } from './cause-reader.js';

/** A cause that was read, and how far the others that are told with it are like it. */
export interface ComparedCause {
  readonly cause: ReadCause;
  readonly alike: Likeness;
}

/** Codes that are told by quoting the reply itself. */
const quotedCodes: readonly (Code | null)[] = ['reply.unrecognised', 'reply.undisclosed'];

/** How far those told so far and another one are alike; cheap where they differ already or say the same. */
export function compareLikeness({ cause, alike }: ComparedCause, other: ComparedCause): Likeness {
  if (alike === 'code' || other.alike === 'code' || cause.decidedBy !== other.cause.decidedBy) return 'code';
  if (alike === 'entry' || other.alike === 'entry') return 'entry';
  return cause.reason.text === other.cause.reason.text || listTold(cause) === listTold(other.cause) ? 'text' : 'entry';
}

/** The text but for the mailboxes in it, which no sentence repeats. */
function listTold({ code, reason }: ReadCause): string {
  return quotedCodes.includes(code) ? reason.text : reason.text.replace(/[^\s<>@:,;()[\]]+@[^\s<>@:,;()[\]]+/g, '@');
}
