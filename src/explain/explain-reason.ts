/**
 * A reason that a queue or a log tells, as the same record that a bounce gives for a recipient.
 */

import type { ReplyEvidence } from '../model/evidence.js';
import type { ExplainedRecipient } from '../model/explained.js';
import type { Reply } from '../model/reply.js';
import { parseReplyText } from '../parse/smtp/parse-reply-text.js';
import type { CauseReader } from './cause-reader.js';
import { domainOf } from './domain-of.js';
import { judgeReported } from './judge-reported.js';
import { describeQueuedWaiting } from './queued-cause.js';

export interface ToldReason {
  /** Null where none is named. */
  readonly address: string | null;
  /** As the queue or the log has it. */
  readonly reason: string;
  readonly kind: 'failed' | 'delayed';
  readonly origin: ReplyEvidence['origin'];
  /** Whether the listing itself says that it is about the server's own side. */
  readonly isOwnSide?: boolean;
}

const unreadable: Reply = { code: 450, enhanced: null, lines: [], issues: [] };

/** The record of one recipient. Codes that the reason does not tell stay null. */
export function explainReason({ address, reason, kind, origin, isOwnSide = false }: ToldReason, reader: CauseReader): ExplainedRecipient {
  const read = reader.read(reason, kind === 'failed', { domain: domainOf(address), isOwnSide });
  const told = read.isStandIn ? null : parseReplyText(read.reason.text);
  const { stage, host } = read.reason;
  const judged = judgeReported(parseReplyText(read.replyText) ?? unreadable, {
    ...{ stage, host, origin, recipient: address },
    ...{ isStandIn: read.isStandIn, isOwnSide: read.reason.isOwnSide },
  });
  return {
    address,
    kind,
    outcome: kind === 'failed' ? 'undeliverable' : 'delayed',
    status: told?.enhanced ?? null,
    replyCode: told?.code ?? null,
    host,
    stage,
    reply: told === null ? reason : told.lines.map(({ text }) => text).join('\n'),
    retryUntil: null,
    ...judged,
    ...(kind === 'delayed' ? { waiting: describeQueuedWaiting(judged.waitingHelps, 'deferred') } : {}),
    addressState: kind === 'delayed' && judged.addressState === 'dead' ? 'unknown' : judged.addressState,
  };
}
