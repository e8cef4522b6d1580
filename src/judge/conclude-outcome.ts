/**
 * What becomes of the message: by where a conforming sender ends, unless the fault lies at the vantage point.
 */
import type { CourseEnd } from '../facts/sender-course.js';
import type { Finding } from '../model/report.js';
import type { Outcome } from '../model/vocabulary.js';
import { codePrefix } from './rank-causes.js';

const outcomeOfEnd: Readonly<Record<CourseEnd, Outcome>> = {
  accepted: 'deliverable',
  bounced: 'undeliverable',
  deferred: 'delayed',
  undecided: 'inconclusive',
};

/**
 * The outcome of a trace. `cause` is the first of the ranked causes, null where there is none: where it lies at the
 * vantage point (`local.*`), a refusal or failure says nothing about the recipient.
 */
export function concludeOutcome(end: CourseEnd, cause: Finding | null): Outcome {
  if (cause?.code === 'address.malformed') return 'undeliverable';
  const outcome = outcomeOfEnd[end];
  if (outcome === 'deliverable' || cause === null) return outcome;
  return codePrefix(cause.code) === 'local' ? 'inconclusive' : outcome;
}
