/**
 * Where a sender ends on the route: what it does at each event, from the table in `knowledge/senders`.
 */
import type { SenderProfile } from '../knowledge/senders.js';
import type { HostResult } from './host-results.js';

/**
 * `accepted`, `bounced`, `deferred`: what becomes of the message at the first try. `undecided`: the trace
 * stopped short (no sender name, deadline, DNS only), or the fault lies here.
 */
export type CourseEnd = 'accepted' | 'bounced' | 'deferred' | 'undecided';

export interface SenderCourse {
  readonly end: CourseEnd;
  /** The host that decided; null where the route itself decides, or nothing does. */
  readonly at: HostResult | null;
  /** The hosts that the sender came to, in order, the deciding one last. */
  readonly visited: readonly HostResult[];
  /** Why, where no host decides: `null-mx`, `no-domain`, `no-mail-host`, `no-target`, `lookup-failed`, `all-failed`, `stopped-before-mail`, `not-probed`, `ended-early`, `malformed`, `limit`. */
  readonly why: CourseReason;
}

export type CourseReason =
  | 'host'
  | 'null-mx'
  | 'no-domain'
  | 'no-mail-host'
  | 'no-target'
  | 'lookup-failed'
  | 'all-failed'
  | 'stopped-before-mail'
  | 'nobody-asked'
  | 'not-probed'
  | 'ended-early'
  | 'malformed'
  | 'limit';

/** The course of one kind of sender. */
export interface ProfiledCourse {
  readonly profile: SenderProfile;
  readonly course: SenderCourse;
}
