/**
 * A reply that somebody reports, judged by the rule book: code, who must act, remedy, what waiting does.
 */
import { explainReply } from '../facts/reply-meaning.js';
import { stripStandIn } from '../facts/reported-words.js';
import { concludeReply } from '../judge/conclude-reply.js';
import type { AddressState, ExplainedRecipient, Permanence } from '../model/explained.js';
import type { Reply } from '../model/reply.js';
import type { ReplyMeaning } from '../model/reply-meaning.js';
import type { Verdict } from '../model/report.js';
import type { Code, Stage } from '../model/vocabulary.js';
import { isOrdinaryRecipient, type Judgement, nameRecipient, standInRecipient } from './named-judgement.js';
import { createReportedCase, type ReportedReply } from './reported-case.js';

type ReportedContext = Pick<ReportedReply, 'stage' | 'host' | 'origin' | 'recipient' | 'isStandIn' | 'isOwnSide'>;

/** Distinct judgements that are kept: a mailbox of bounces has few. */
const mostJudgements = 5000;
const judged = new Map<string, Judgement>();

/** What the rules say about the reply; `meaning` where it is known already. */
export function judgeReported(reply: Reply, context: ReportedContext, meaning = explainReply(reply, context)): Judgement {
  const { recipient } = context;
  if (recipient === null || !isOrdinaryRecipient(recipient)) return judgeUnshared(meaning, reply, context);
  const key = keyOf(meaning, reply, context);
  const said = stripStandIn(reply.lines[0]?.text ?? '');
  const before = judged.get(key) ?? (said.length > keyedLength ? undefined : judged.get(`${key}\n${said}`));
  if (before !== undefined) return nameRecipient(before, recipient);
  const general = judgeUnshared(meaning, reply, { ...context, recipient: standInRecipient });
  if (!quotes(general, said)) remember(key, general);
  else if (said.length <= keyedLength) remember(`${key}\n${said}`, general);
  return nameRecipient(general, recipient);
}

/** Longer replies are seldom said twice. */
const keyedLength = 300;

/** Everything that a judgement rests on but the recipient's name; what follows from the entry that decided is left out. */
function keyOf(
  { decidedBy, code, confidence, permanence, provider, contradicts, details }: ReplyMeaning,
  reply: Reply,
  context: ReportedContext,
) {
  const { blocklist, links, addresses, retryAfterSeconds, ticket } = details;
  const tellsNothing = blocklist === null && links.length + addresses.length === 0 && retryAfterSeconds === null && ticket === null;
  return [
    ...[decidedBy, code, confidence, permanence, provider, contradicts, tellsNothing ? '' : JSON.stringify(details)],
    ...[context.host, context.stage, context.origin, context.isStandIn, context.isOwnSide, reply.code, reply.enhanced],
  ].join('\n');
}

/** Sentences that quote the reply are right for that reply alone. */
function quotes({ summary, remedy }: Judgement, said: string): boolean {
  return said !== '' && (summary.includes(said) || remedy.some((step) => step.includes(said)));
}

function remember(key: string, judgement: Judgement): void {
  if (judged.size >= mostJudgements) judged.clear();
  judged.set(key, judgement);
}

/** The same for this recipient alone, with nothing remembered. */
export function judgeUnshared(meaning: ReplyMeaning, reply: Reply, context: ReportedContext): Judgement {
  // "Now" plays no part in what a reply means.
  const file = createReportedCase({ ...context, reply, input: context.recipient ?? '', startedAt: '1970-01-01T00:00:00Z' });
  const verdict = concludeReply(file, meaning.code);
  const code = verdict.cause ?? meaning.code;
  return {
    code,
    ...wordVerdict(verdict),
    permanence: meaning.permanence,
    addressState: deriveAddressState(code, meaning.permanence, isLate(reply, context.stage)),
    decidedBy: meaning.decidedBy,
    provider: meaning.provider,
    contradicts: meaning.contradicts,
    details: meaning.details,
  };
}

type Words = 'summary' | 'responsible' | 'alsoInform' | 'remedy' | 'waitingHelps' | 'waiting' | 'confidence' | 'confidenceReason';

function wordVerdict(verdict: Verdict): Pick<ExplainedRecipient, Words> {
  const { summary, responsible, alsoInform, remedy, waitingHelps, waiting, confidence, confidenceReason } = verdict;
  return { summary, responsible, alsoInform, remedy, waitingHelps, waiting, confidence, confidenceReason };
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
