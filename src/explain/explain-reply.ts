/**
 * A single reply: the answer at once, and the case that a report is judged from.
 *
 * The text may carry what logs and bounces put around a reply: host, stage and recipient are read from it. Nothing is
 * asked of anybody.
 */
import type { CaseFile } from '../model/case-file.js';
import type { ReplyExplanation } from '../model/explanation.js';
import type { Stage } from '../model/vocabulary.js';
import { describeReply } from './explain-reply-text.js';
import { type ReadReply, readReplyText } from './read-reply-text.js';
import { createReportedCase } from './reported-case.js';

/** What is known beside the text; null or left out: read from the text where it tells. */
export interface ReplyCaseContext {
  readonly stage?: Stage | null;
  /** The exchange that spoke. */
  readonly host?: string | null;
  /** Whom the message was for. */
  readonly recipient?: string | null;
  /** ISO 8601, UTC; left out: now. */
  readonly startedAt?: string;
}

/** The case of the reply; null where the text holds none. */
export function createReplyCase(text: string, context: ReplyCaseContext = {}): CaseFile | null {
  const read = readWithin(text, context);
  return read === null ? null : caseOf(read, text, context);
}

/**
 * What a reply means: who must act, what to do, whether waiting helps, what else it tells; null where the text holds no
 * reply. The record is a case as well, so that `judge` makes a whole report of it.
 *
 * @example
 * ```ts
 * import { explainReply } from 'mailwhy';
 *
 * const reply = explainReply('552 5.2.2 <bob@example.com>: Mailbox full', { host: 'mx1.example.com', stage: 'rcpt' });
 * console.log(reply?.code); // recipient.mailbox-full
 * console.log(reply?.responsible, reply?.waitingHelps); // recipient-user unknown
 * console.log(reply?.summary); // The mailbox bob@example.com is full, and its server refuses the mail for good.
 * ```
 */
export function explainReply(text: string, context: ReplyCaseContext = {}): ReplyExplanation | null {
  const read = readWithin(text, context);
  if (read === null) return null;
  const { kind: _, ...answer } = describeReply(read);
  return { ...answer, ...caseOf(read, text, context) };
}

function readWithin(text: string, { stage, host, recipient }: ReplyCaseContext): ReadReply | null {
  const read = readReplyText(text);
  if (read === null) return null;
  return { ...read, stage: stage ?? read.stage, host: host ?? read.host, recipient: recipient ?? read.recipient };
}

function caseOf(read: ReadReply, text: string, { startedAt }: ReplyCaseContext): CaseFile {
  return createReportedCase({ ...read, origin: 'text', input: text, startedAt: startedAt ?? new Date().toISOString() });
}
