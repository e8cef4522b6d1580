/**
 * What an evaluation of SPF came to, term by term (RFC 7208).
 */
import type { IpAddress } from './ip-address.js';

/** RFC 7208 section 2.6. */
export type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror';

/** `unread`: a term behind the one that decided. */
export type SpfTermOutcome = 'match' | 'no-match' | 'error' | 'unread';

export interface SpfStep {
  /** As it stands in the record. */
  readonly term: string;
  /** The domain that it came to, null where it names none. */
  readonly target: string | null;
  readonly outcome: SpfTermOutcome;
  /** What was compared, found or wrong. */
  readonly detail: string | null;
  /** What `include` and `redirect` lead to. */
  readonly inner: SpfTrace | null;
}

/** The evaluation of one record. */
export interface SpfTrace {
  readonly domain: string;
  /** Null where none, or more than one, was found. */
  readonly record: string | null;
  readonly result: SpfResult;
  /** Why it is none or an error; null for the other results. */
  readonly problem: string | null;
  readonly steps: readonly SpfStep[];
}

/** Who is checked. */
export interface SpfSubject {
  readonly client: IpAddress;
  readonly helo: string;
  /** `local@domain`; `''` for the null reverse-path, where postmaster at the HELO name is checked (RFC 7208 section 2.4). */
  readonly sender: string;
}

export interface SpfCheck {
  readonly subject: SpfSubject;
  readonly result: SpfResult;
  /** The record and the term that decided; null where none did. */
  readonly decidedBy: { readonly domain: string; readonly term: string } | null;
  readonly problem: string | null;
  /** What the domain says to a failure (`exp=`). */
  readonly explanation: string | null;
  /** Terms that ask the DNS, of at most ten (RFC 7208 section 4.6.4). */
  readonly lookups: number;
  /** Of them those that found nothing, of at most two. */
  readonly voidLookups: number;
  readonly trace: SpfTrace;
}
