/**
 * A reply as text, as the same record that a bounce gives: for lists and scripts.
 */
import type { Explained, ExplainedRecipient } from '../model/explained.js';
import { judgeReported } from './judge-reported.js';
import { type ReadReply, readReplyText } from './read-reply-text.js';

/** Null where the text holds no reply. */
export function explainReplyText(text: string, source: string | null = null): Explained | null {
  const read = readReplyText(text);
  return read === null ? null : explainRead(read, source);
}

/** The record of a reply that has been read. */
export function explainRead(read: ReadReply, source: string | null): Explained {
  const recipient = describeReply(read);
  return {
    schema: 'mailwhy-explained/1',
    source,
    recognisedAs: 'reply',
    kind: recipient.kind,
    reportedBy: null,
    software: null,
    feedbackType: null,
    recipients: [recipient],
    carries: null,
  };
}

/** What the reply by itself says of its recipient. */
export function describeReply({ reply, host, stage, recipient }: ReadReply): ExplainedRecipient {
  const judged = judgeReported(reply, { stage, host, origin: 'text', recipient });
  const accepted = reply.code < 400;
  return {
    address: recipient,
    kind: accepted ? 'delivered' : reply.code < 500 ? 'delayed' : 'failed',
    outcome: accepted ? 'deliverable' : reply.code < 500 ? 'delayed' : 'undeliverable',
    status: reply.enhanced,
    replyCode: reply.code,
    host,
    stage,
    reply: reply.lines.map((line) => line.text).join('\n'),
    retryUntil: null,
    ...judged,
    ...(accepted ? { code: null } : {}),
  };
}
