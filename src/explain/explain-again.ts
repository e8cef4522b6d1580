/**
 * A saved record (`mailwhy-explained/1`), explained again: what it says of a reply is believed, what it makes of it is not.
 */
import type { BounceRecipient } from '../intake/bounce/bounce-report.js';
import { stage } from '../judge/frame-shapes.js';
import { exactly, isRecord, listOf, nullable, number, optional, recordOf, text, wordOf } from '../judge/shape.js';
import type { Explained, ExplainedKind, ExplainedRecipient } from '../model/explained.js';
import type { CauseReader } from './cause-reader.js';
import { explainRecipient } from './explain-bounce.js';
import { explainReason } from './explain-reason.js';
import { describeReply } from './explain-reply-text.js';
import { readReplyText } from './read-reply-text.js';

const kind = wordOf<ExplainedKind>({
  failed: true,
  delayed: true,
  relayed: true,
  delivered: true,
  expanded: true,
  complaint: true,
  'auto-reply': true,
  'not-a-report': true,
});

const recognisedAs = wordOf<Explained['recognisedAs']>({ bounce: true, reply: true, queue: true, log: true, message: true, report: true });

type SavedRecipient = Pick<ExplainedRecipient, 'address' | 'kind' | 'status' | 'replyCode' | 'host' | 'stage' | 'reply'> & {
  readonly retryUntil?: string | null | undefined;
};

type SavedRecord = Pick<Explained, 'schema' | 'source' | 'recognisedAs' | 'kind' | 'reportedBy' | 'software' | 'feedbackType'> & {
  readonly recipients: readonly SavedRecipient[];
};

const savedRecord = recordOf<SavedRecord>({
  schema: exactly('mailwhy-explained/1'),
  source: nullable(text),
  recognisedAs,
  kind,
  reportedBy: nullable(text),
  software: nullable(text),
  feedbackType: nullable(text),
  recipients: listOf(
    recordOf<SavedRecipient>({
      address: nullable(text),
      kind,
      status: nullable(text),
      replyCode: nullable(number),
      host: nullable(text),
      stage: nullable(stage),
      reply: nullable(text),
      retryUntil: optional(nullable(text)),
    }),
  ),
});

/** The record by today's knowledge; null where the value is no such record. What it carries is read to a depth of one. */
export function explainAgain(value: unknown, causes: CauseReader): Explained | null {
  if (!isRecord(value) || savedRecord(value, '') !== null) return null;
  const carries = isRecord(value.carries) && !isRecord(value.carries.carries) ? explainAgain(value.carries, causes) : null;
  const saved = value as unknown as SavedRecord;
  const { schema, source, recognisedAs: form, kind: whole, reportedBy, software, feedbackType } = saved;
  const recipients = saved.recipients.map((recipient) => readAgain(recipient, saved, causes));
  return { schema, source, recognisedAs: form, kind: whole, reportedBy, software, feedbackType, recipients, carries };
}

function readAgain(saved: SavedRecipient, { recognisedAs: form, feedbackType }: SavedRecord, causes: CauseReader): ExplainedRecipient {
  const { address, kind: what, reply } = saved;
  if ((form === 'queue' || form === 'log') && reply !== null && (what === 'failed' || what === 'delayed')) {
    return { ...explainReason({ address, reason: reply, kind: what, origin: form }, causes), host: saved.host, stage: saved.stage };
  }
  const read = form === 'reply' && reply !== null ? readReplyText(reply) : null;
  if (read !== null) return describeReply({ ...read, host: saved.host, stage: saved.stage, recipient: address });
  return explainRecipient(asReported(saved), feedbackType);
}

function asReported({ address, kind: what, status, replyCode, host, stage, reply, retryUntil }: SavedRecipient): BounceRecipient {
  const retryUntilMs = Date.parse(retryUntil ?? '');
  const until = Number.isNaN(retryUntilMs) ? {} : { retryUntilMs };
  return { address, kind: what, status, replyCode, host, stage, words: reply === null ? [] : [reply], ...until };
}
