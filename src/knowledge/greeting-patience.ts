/**
 * Senders that hang up on a slow greeting sooner than RFC 5321 section 4.5.3.2.1 grants (5 minutes).
 */
export interface GreetingPatience {
  readonly name: string;
  readonly waitMs: number;
  readonly source: string;
}

/** Below this a greeting is normal: postscreen's own pause is 6 s. */
export const normalGreetingMs = 10_000;

export const impatientSenders: readonly GreetingPatience[] = [
  { name: 'mox', waitMs: 30_000, source: 'mox: 30 s for every read and write' },
  { name: 'KumoMTA', waitMs: 60_000, source: 'KumoMTA: banner_timeout' },
];
