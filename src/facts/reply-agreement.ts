/**
 * Whether a meaning taken from the text agrees with the reply's enhanced code.
 */
import { statusCodeOf } from '../knowledge/replies/codes/status-codes.js';
import type { Code } from '../model/vocabulary.js';

/** `silent`: there is no enhanced code, or one that names no cause. */
export type Agreement = 'agrees' | 'silent' | 'contradicts';

/** What the registered status says of the meaning (RFC 3463 and the IANA registry). */
export function compareWithStatus(code: Code, status: string | null): Agreement {
  const known = status === null ? null : statusCodeOf(status);
  if (known === null || known.vague) return 'silent';
  if (known.code === code) return 'agrees';
  return known.alsoMeans.some((prefix) => code.startsWith(prefix)) ? 'agrees' : 'contradicts';
}

const saysMailboxUnknown: readonly Code[] = ['recipient.unknown', 'recipient.disabled', 'recipient.moved', 'domain.not-found'];

/** What the reply code alone rules out: 552 speaks of sizes and quotas, 553 of addresses, 535 of a login. */
export function compareWithReplyCode(code: Code, replyCode: number): Agreement {
  if (replyCode === 552 && saysMailboxUnknown.includes(code)) return 'contradicts';
  if ((replyCode === 530 || replyCode === 535) && code.startsWith('recipient.')) return 'contradicts';
  return 'silent';
}
