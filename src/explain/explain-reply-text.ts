/**
 * A reply as text, as the same record that a bounce gives: for lists and scripts.
 */
import type { Explained } from '../model/explained.js';
import { createReplyCase } from './explain-reply.js';
import { judgeReported } from './judge-reported.js';

/** Null where the text holds no reply. */
export function explainReplyText(text: string, source: string | null = null): Explained | null {
  const evidence = createReplyCase(text)?.evidence[0];
  const reply = evidence?.kind === 'reply' ? evidence.exchange.reply : null;
  if (evidence?.kind !== 'reply' || reply === null) return null;
  const { host, stage } = evidence;
  const judged = judgeReported(reply, { stage, host, origin: 'text' });
  const kind = reply.code < 400 ? 'delivered' : reply.code < 500 ? 'delayed' : 'failed';
  return {
    schema: 'mailwhy-explained/1',
    source,
    recognisedAs: 'reply',
    kind,
    reportedBy: null,
    software: null,
    feedbackType: null,
    recipients: [
      {
        address: null,
        kind,
        outcome: reply.code < 400 ? 'deliverable' : reply.code < 500 ? 'delayed' : 'undeliverable',
        status: reply.enhanced,
        replyCode: reply.code,
        host,
        stage,
        reply: reply.lines.map((line) => line.text).join('\n'),
        ...judged,
        ...(reply.code < 400 ? { code: null } : {}),
      },
    ],
    carries: null,
  };
}
