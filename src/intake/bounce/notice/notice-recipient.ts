/**
 * A recipient as notices tell of it: an address, what happened, and the words of whoever refused.
 */
import type { ExplainedKind } from '../../../model/explained.js';
import type { BounceRecipient } from '../bounce-report.js';
import { findReply } from '../reply-in-text.js';

export interface NoticeWords {
  /** What was said, the surest first; null where a field is missing. */
  readonly words?: readonly (string | null)[];
  /** As the notice's own field has it; taken where it has the form of one. */
  readonly status?: string | null;
  readonly replyCode?: unknown;
  readonly host?: string | null;
  /** What another field says, in the words of the knowledge. */
  readonly standIn?: string | null;
}

/** The recipient; status and reply code from the notice's own fields, else from its words. */
export function describeRecipient(
  address: string | null,
  kind: ExplainedKind,
  { words = [], status = null, replyCode = null, host = null, standIn = null }: NoticeWords = {},
): BounceRecipient {
  const told = words.flatMap((each) => (each === null ? [] : [each.replace(/^\s*smtp;\s*/i, '').trim()])).filter((each) => each !== '');
  const replies = told.map(findReply);
  const quoted = replies.find((reply) => reply.replyCode !== null) ?? replies[0] ?? null;
  return {
    address,
    kind,
    status: /^[245]\.\d{1,3}\.\d{1,3}$/.exec(status ?? '')?.[0] ?? quoted?.status ?? null,
    replyCode: quoted?.replyCode ?? readCode(replyCode),
    host: host ?? quoted?.host ?? null,
    stage: quoted?.stage ?? null,
    standIn,
    words: [...new Set([...(quoted?.replyCode == null ? [] : [quoted.text]), ...told])],
  };
}

/** Codes of a service's own (605, 498) are none of SMTP. */
function readCode(value: unknown): number | null {
  const code = typeof value === 'string' ? Number(value) : value;
  return typeof code === 'number' && Number.isInteger(code) && code >= 400 && code <= 599 && code !== 498 && code !== 499 ? code : null;
}

/** Of a recipient whom a service did not even try, as it keeps the address on a list. */
export const suppressed = 'Recipient is on the suppression list';
