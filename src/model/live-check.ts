/**
 * SPF and DMARC of a message by the records of today, beside what was recorded on the day.
 */
import type { DmarcCheck } from './dmarc-check.js';
import type { SpfCheck } from './spf-check.js';

/** `option`: given on the command line; the others are the fields that tell it. */
export type SubjectSource = 'option' | 'received' | 'received-spf' | 'authentication-results' | 'return-path';

/** Whom SPF was evaluated for, and from where that is known; null what nobody tells. */
export interface LiveSubject {
  /** The hop that took the message from outside, null where the header tells none. */
  readonly hop: number | null;
  readonly client: { readonly value: string; readonly source: SubjectSource } | null;
  readonly helo: { readonly value: string; readonly source: SubjectSource } | null;
  /** `''`: the null reverse-path. */
  readonly sender: { readonly value: string; readonly source: SubjectSource } | null;
}

export interface LiveComparison {
  readonly method: 'spf' | 'dmarc';
  /** What a trusted field recorded, lower case; null where none did. */
  readonly recorded: string | null;
  readonly now: string;
  /** `alike` where both let it pass, or neither does. */
  readonly verdict: 'same' | 'alike' | 'better-now' | 'worse-now' | 'not-recorded';
}

export interface LiveCheck {
  /** When it was evaluated, ISO 8601, UTC. */
  readonly at: string;
  readonly subject: LiveSubject;
  /** Null where the client or the envelope sender is not told. */
  readonly spf: SpfCheck | null;
  /** Null where From has no domain, or several. */
  readonly dmarc: DmarcCheck | null;
  /** Domains whose signature counted for DMARC as it was recorded on the day, since it could not be verified here. */
  readonly signaturesAsRecorded: readonly string[];
  readonly comparisons: readonly LiveComparison[];
}
