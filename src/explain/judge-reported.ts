/**
 * A reply that somebody reports, judged by the rule book: code, who must act, remedy, what waiting does.
 */
import { explainReply } from '../facts/reply-meaning.js';
import { judgeCase } from '../judge/judge-case.js';
import type { CaseFile } from '../model/case-file.js';
import { parseDomainName, rootName } from '../model/domain-name.js';
import type { Origin, ReplyEvidence } from '../model/evidence.js';
import type { AddressState, ExplainedRecipient, Permanence } from '../model/explained.js';
import type { Reply } from '../model/reply.js';
import type { ReplyMeaning } from '../model/reply-meaning.js';
import { defaultTraceOptions } from '../model/trace-options.js';
import type { Code, Stage } from '../model/vocabulary.js';

interface ReportedContext {
  readonly stage: Stage | null;
  readonly host: string | null;
  readonly origin: Origin;
}

type Judgement = Pick<
  ExplainedRecipient,
  'code' | 'permanence' | 'addressState' | 'responsible' | 'remedy' | 'waitingHelps' | 'confidence' | 'decidedBy'
>;

/** Distinct judgements that are kept: a mailbox of bounces has few. */
const mostJudgements = 5000;
const judged = new Map<string, Judgement>();

/** What the rules say about the reply. Equal meanings at the same host and stage are judged once. */
export function judgeReported(reply: Reply, context: ReportedContext): Judgement {
  const meaning = explainReply(reply, context);
  const key = JSON.stringify([meaning, context.host, context.stage, reply.code, reply.enhanced]);
  const before = judged.get(key);
  if (before !== undefined) return before;
  if (judged.size >= mostJudgements) judged.clear();
  const judgement = judgeMeaning(meaning, reply, context);
  judged.set(key, judgement);
  return judgement;
}

function judgeMeaning(meaning: ReplyMeaning, reply: Reply, context: ReportedContext): Judgement {
  const { verdict } = judgeCase(createReportedCase(reply, context));
  const code = verdict.cause ?? meaning.code;
  return {
    code,
    permanence: meaning.permanence,
    addressState: deriveAddressState(code, meaning.permanence, isLate(reply, context.stage)),
    responsible: verdict.responsible,
    remedy: verdict.remedy,
    waitingHelps: verdict.waitingHelps,
    confidence: verdict.confidence,
    decidedBy: meaning.decidedBy,
  };
}

/** The case of one reported reply. "Now" plays no part in what it means. */
function createReportedCase(reply: Reply, { stage, host, origin }: ReportedContext): CaseFile {
  const evidence: ReplyEvidence = {
    id: 'reply/1',
    kind: 'reply',
    origin,
    startedMs: 0,
    durationMs: 0,
    stage,
    host,
    exchange: { stage: stage ?? 'rcpt', command: null, reply, sentMs: 0, receivedMs: 0 },
  };
  const name = (host === null ? null : parseDomainName(host)) ?? rootName;
  return {
    kind: 'explanation',
    target: { kind: 'domain', input: host ?? '', mailbox: null, domain: { kind: 'name', name, unicode: null }, assumed: false },
    options: defaultTraceOptions,
    startedAt: '1970-01-01T00:00:00Z',
    durationMs: 0,
    complete: true,
    identity: null,
    evidence: [evidence],
  };
}

/** Where mail can never arrive, whatever anybody but its owner does. */
const deadCodes: readonly Code[] = [
  'recipient.unknown',
  'recipient.moved',
  'domain.not-found',
  'mx.null',
  'mx.missing',
  'address.malformed',
];

/** Told of a mailbox that exists. */
const aliveCodes: readonly Code[] = ['recipient.mailbox-busy', 'recipient.restricted', 'recipient.filtered'];

function deriveAddressState(code: Code | null, permanence: Permanence, late: boolean): AddressState {
  if (code === null) return 'unknown';
  if (code === 'recipient.mailbox-full') return 'full';
  if (aliveCodes.includes(code)) return 'alive';
  return deadCodes.includes(code) && permanence === 'permanent' && !late ? 'dead' : 'unknown';
}

/**
 * An address that was taken at RCPT and refused behind the message may be alive: some refuse spam with "unknown user"
 * there. A status of its own is believed: clients that pipeline show the answer to RCPT beneath DATA.
 */
function isLate({ enhanced }: Reply, stage: Stage | null): boolean {
  return (stage === 'data' || stage === 'message') && enhanced !== '5.1.1';
}
