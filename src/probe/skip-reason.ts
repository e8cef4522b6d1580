/**
 * Why a probe was broken off, as the signal tells it.
 */
import type { SkipReason } from '../model/evidence.js';

const reasons: readonly SkipReason[] = ['deadline', 'interrupted', 'option', 'not-needed', 'no-family', 'private', 'polite'];

/** The signal's reason where it is a word of the evidence (`abort('deadline')`), else `interrupted`. */
export function skipReasonOf(signal: AbortSignal): SkipReason {
  return reasons.find((reason) => reason === signal.reason) ?? 'interrupted';
}
