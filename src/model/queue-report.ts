/**
 * What waits in a mail queue, grouped by cause and destination: the report of `mailwhy queue`.
 *
 * The frame is that of every report (`schema`, `version`, `kind`, `complete`); times are ISO 8601, UTC, null where the
 * listing does not tell them.
 */
import type { ExplainedCause } from './explained-cause.js';
import type { FollowUp } from './follow-up.js';

export const queueFormats = [
  'postqueue-json',
  'postfix-mailq',
  'sendmail-mailq',
  'exim-bp',
  'qmail-qread',
  'smtpctl',
  'exchange-queue',
  'exchange-message',
] as const;
/** Whose listing it is; `exipick` prints what `exim -bp` prints. */
export type QueueFormat = (typeof queueFormats)[number];

/**
 * `frozen`, `held`, `suspended`: an administrator, not time, moves it; `active`: being delivered now; `waiting`: not tried yet,
 * or no reason is told; `postponed`: the server's load is too high to try it; `expiring`: told to expire, so that it is given up
 * at the next try.
 */
export type QueueState = 'active' | 'waiting' | 'postponed' | 'deferred' | 'expiring' | 'held' | 'frozen' | 'suspended';

export interface QueueGroup {
  /** The domain, lower case; for Exchange's queues the next hop; null where none is told, and where all of it waits for a relay. */
  readonly destination: string | null;
  /** The relay that it waits for, with its port where one is told, whatever domains it is for; null: none. */
  readonly via: string | null;
  readonly state: QueueState;
  /** Where the queue is, where there are several: an instance's configuration, a folder. */
  readonly place: string | null;
  /** Null where the listing gives no reason. */
  readonly cause: ExplainedCause | null;
  /** A reason as the listing has it, null where there is none. */
  readonly reason: string | null;
  /** Whether the reason is about the side of the server itself: its machine, its programs, its relay. */
  readonly isOwnSide: boolean;
  /** Whether the listing has a place for reasons: where it has none, their absence says nothing. */
  readonly tellsReasons: boolean;
  /** The exchange that the reason names. */
  readonly host: string | null;
  /** The hosts that said so, with a reason of each; the most frequent first. */
  readonly saidBy: readonly { readonly host: string | null; readonly reason: string; readonly recipients: number }[];
  readonly messages: number;
  readonly recipients: number;
  /** Messages that wait for recipients of other groups too: what removes them removes these as well. */
  readonly sharedMessages: number;
  readonly oldestAt: string | null;
  readonly newestAt: string | null;
  /** The earliest next try and expiry of the group: as listed, else by the product's defaults (`assumed`). */
  readonly nextTryAt: string | null;
  readonly nextTryAssumed: boolean;
  readonly expiresAt: string | null;
  readonly expiryAssumed: boolean;
  /** Queue ids, all of them. */
  readonly ids: readonly string[];
  /** Shell commands that try just these at once; empty where the product has none. */
  readonly release: readonly string[];
  /** Shell commands that remove just these, without a bounce. */
  readonly remove: readonly string[];
}

export interface QueueReport {
  readonly schema: 'mailwhy/1';
  readonly version: string;
  readonly kind: 'queue';
  readonly complete: boolean;
  /** Null where nothing stands in the listing: the queue is empty, whosever it is. */
  readonly recognisedAs: QueueFormat | null;
  /** "now" for every age. */
  readonly startedAt: string;
  readonly messages: number;
  readonly recipients: number;
  /** The largest first. */
  readonly groups: readonly QueueGroup[];
  /** Lines that the format does not explain, the first of them as examples. */
  readonly notUnderstood: { readonly lines: number; readonly examples: readonly string[] };
  /** What a live trace says of it; null where nobody asked for one. */
  readonly followUp: FollowUp | null;
}
