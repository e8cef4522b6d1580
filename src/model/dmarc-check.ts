/**
 * What an evaluation of DMARC came to (RFC 9989).
 */

export type DmarcResult = 'pass' | 'fail' | 'none' | 'temperror';
export type DmarcDisposition = 'none' | 'quarantine' | 'reject';
/** `strict`: the very domain of From; `relaxed`: one of the same organizational domain. */
export type AlignmentMode = 'strict' | 'relaxed';

/** A domain that SPF or DKIM speaks for, against that of From. */
export interface DmarcIdentifier {
  readonly domain: string;
  /** `undecided`: a lookup failed. */
  readonly standing: 'pass' | 'fail' | 'undecided';
  readonly aligned: boolean;
}

export interface DmarcPolicy {
  /** Whose record it is: From's own domain, or one above it. */
  readonly domain: string;
  /** As it stands. */
  readonly record: string;
  /** The tag that applies to From's domain. */
  readonly tag: 'p' | 'sp' | 'np';
  readonly requested: DmarcDisposition;
  /** `t=y`: receivers are asked for one step less (RFC 9989 section 4.7). */
  readonly isTest: boolean;
  /** `pct=` of RFC 7489, null without: receivers that follow the new RFC ignore it. */
  readonly percent: number | null;
  readonly spfMode: AlignmentMode;
  readonly dkimMode: AlignmentMode;
  /** What is wrong with the record, in words. */
  readonly remarks: readonly string[];
}

export interface DmarcCheck {
  /** The domain of From. */
  readonly author: string;
  readonly organizational: string;
  readonly result: DmarcResult;
  /** Why there is no policy, or no answer; null where there is one. */
  readonly problem: string | null;
  /** Null where none is published. */
  readonly policy: DmarcPolicy | null;
  readonly spf: DmarcIdentifier | null;
  readonly dkim: readonly DmarcIdentifier[];
  /** What receivers are asked to do with this message; null where it passes or nothing is published. */
  readonly asks: DmarcDisposition | null;
}
