/**
 * A bounce, a delay, a complaint, an automatic answer: whatever came back by mail, judged recipient by recipient.
 *
 * What the report says about a recipient becomes the same evidence as a live reply, and the same rules judge it. Of
 * several pieces of the report that speak about one recipient, the one of which the knowledge says most decides.
 */
import { sortAnswer } from '../intake/bounce/answer-purpose.js';
import type { BounceRecipient, BounceReport } from '../intake/bounce/bounce-report.js';
import { readBounce } from '../intake/bounce/read-bounce.js';
import type { Explained, ExplainedKind, ExplainedRecipient } from '../model/explained.js';
import type { Reply } from '../model/reply.js';
import { noReplyDetails, type ReplyDetails } from '../model/reply-meaning.js';
import type { Outcome } from '../model/vocabulary.js';
import { adviseOnAnswer } from './answer-advice.js';
import { chooseWords, quoteWords } from './choose-words.js';
import { adviseOnComplaint } from './complaint-advice.js';
import { formatIsoTime } from './format-iso-time.js';
import { judgeReported } from './judge-reported.js';
import type { Judgement } from './named-judgement.js';

/**
 * What a message reports, recipient by recipient: a bounce, a delay, a complaint, an automatic answer, a notice in JSON. The
 * text of a bounce without its header is read as well; octets that are no message, or a message that is no report, are
 * `not-a-report`. `source` names where it came from. Always resolves.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises';
 * import { explainBounce } from 'mailwhy';
 *
 * const { kind, recipients } = await explainBounce(await readFile('bounce.eml'));
 * console.log(kind); // failed
 * for (const { address, code, addressState } of recipients) {
 *   console.log(address, code, addressState); // bob@example.com recipient.unknown dead
 * }
 * ```
 */
export async function explainBounce(message: Uint8Array | string, source: string | null = null): Promise<Explained> {
  return explainReport(await readBounce(typeof message === 'string' ? new TextEncoder().encode(message) : message), source);
}

/** What the report comes to: see `explainBounce`. */
export function explainReport(report: BounceReport, source: string | null): Explained {
  const { kind, reportedBy, software, feedbackType = null, recipients, carried } = report;
  return {
    schema: 'mailwhy-explained/1',
    source,
    recognisedAs: kind === 'not-a-report' ? 'message' : 'bounce',
    kind,
    reportedBy,
    software,
    feedbackType,
    recipients: recipients.map((recipient) => explainRecipient(recipient, feedbackType)),
    carries: carried === undefined ? null : explainReport(carried, source),
  };
}

/** One recipient of a report; `feedbackType`: of a complaint, where it is told. */
export function explainRecipient(recipient: BounceRecipient, feedbackType: string | null): ExplainedRecipient {
  const { kind } = recipient;
  if (kind === 'failed' || kind === 'delayed') return explainRefused(recipient, kind);
  return { ...explainSettled(recipient, kind), ...adviseOnSettled(recipient, kind, feedbackType) };
}

/** Where somebody must act although no server refused anything. */
function adviseOnSettled({ words }: BounceRecipient, kind: SettledKind, feedbackType: string | null): Partial<ExplainedRecipient> {
  if (kind === 'complaint') return adviseOnComplaint(feedbackType);
  const purpose = kind === 'auto-reply' ? sortAnswer(words[0] ?? '') : null;
  return purpose === null ? (passedOn[kind] ?? {}) : adviseOnAnswer(purpose);
}

type PassedOn = Pick<ExplainedRecipient, 'addressState' | 'waitingHelps' | 'waiting' | 'confidence' | 'confidenceReason'>;

/** RFC 3464 section 2.3.3: neither says that anybody got the message. */
const passedOn: Readonly<Partial<Record<SettledKind, PassedOn>>> = {
  relayed: {
    addressState: 'unknown',
    waitingHelps: 'unknown',
    waiting: 'brings no further report: the system that has the message now sends none',
    confidence: 'likely',
    confidenceReason: 'the report says that the message was handed on, not that it was delivered',
  },
  expanded: {
    addressState: 'unknown',
    waitingHelps: 'unknown',
    waiting: 'may bring reports about single members: of those nothing is known yet',
    confidence: 'likely',
    confidenceReason: 'the report says that the list took the message, not that its members got it',
  },
};

const outcomeOfKind: Readonly<Record<'failed' | 'delayed', Outcome>> = { failed: 'undeliverable', delayed: 'delayed' };

function explainRefused(recipient: BounceRecipient, kind: 'failed' | 'delayed'): ExplainedRecipient {
  const { address, status, replyCode, host, stage } = recipient;
  const chosen = chooseWords(recipient);
  const context = { stage, host, origin: 'bounce', recipient: address } as const;
  const first = judgeReported(chosen.reply, context, chosen.meaning);
  // Who warns of a delay has not given up, whatever its status says.
  const judged = kind === 'delayed' && first.decidedBy === 'status/x.4.7' ? judgeReported(untoldDelay, context) : first;
  return {
    address,
    kind,
    outcome: outcomeOfKind[kind],
    status,
    replyCode,
    host,
    stage,
    reply: quoteWords(recipient.words, chosen.words),
    retryUntil: null,
    ...judged,
    details: addAddress(judged.details, recipient.hostAddress ?? null),
    ...(kind === 'failed' ? adjustGivenUp(judged, chosen.reply) : adjustKept(judged, recipient.retryUntilMs ?? null)),
  };
}

function addAddress(details: ReplyDetails, address: string | null): ReplyDetails {
  return address === null || details.addresses.includes(address) ? details : { ...details, addresses: [...details.addresses, address] };
}

const waitingWhenGivenUp: Readonly<Record<Judgement['waitingHelps'], string>> = {
  yes: 'helps only a new message, sent later: this one has been given up',
  unknown: 'may help a new message, sent later: this one has been given up',
  no: 'does not help: this message has been given up',
};

/** A sender that bounced has stopped trying, whatever class the last reply was of. */
function adjustGivenUp({ waitingHelps, remedy }: Judgement, { code }: Reply): Pick<Judgement, 'waiting' | 'remedy'> | null {
  if (code >= 500) return null;
  return { waiting: waitingWhenGivenUp[waitingHelps], remedy: remedy.map((step) => (keepsWaiting.test(step) ? sendAgain : step)) };
}

/** What the rules advise the sender of a message that is still tried. */
const keepsWaiting = /\bleave the (?:message|rest) in the queue\b/i;
const sendAgain = 'At the sender: send the message again later; this one has been given up.';

/** While somebody still tries, no address is dead; the reporter's own limit goes before what senders in general do. */
function adjustKept(judged: Judgement, retryUntilMs: number | null): Pick<ExplainedRecipient, 'addressState' | 'waiting' | 'retryUntil'> {
  const { addressState, waitingHelps, waiting } = judged;
  return {
    addressState: addressState === 'dead' ? 'unknown' : addressState,
    retryUntil: retryUntilMs === null ? null : formatIsoTime(retryUntilMs),
    waiting: retryUntilMs === null ? waiting : `${waitingWhileTried[waitingHelps]} until ${formatMinute(retryUntilMs)}, then bounces it`,
  };
}

const waitingWhileTried: Readonly<Record<Judgement['waitingHelps'], string>> = {
  yes: 'helps: this sender tries again',
  unknown: 'may help: this sender tries again',
  no: 'does not help: this sender keeps the message',
};

/** "Sat, 20 Jan 2024 10:00 UTC" */
function formatMinute(atMs: number): string {
  return new Date(atMs).toUTCString().replace(/:\d\d GMT$/, ' UTC');
}

type SettledKind = Exclude<ExplainedKind, 'failed' | 'delayed'>;

const settledSummaries: Readonly<Record<SettledKind, string>> = {
  relayed: 'The message was handed on to a system that reports no further.',
  delivered: 'The message was delivered.',
  expanded: 'The message was taken and sent on to the members of a list.',
  complaint: 'The recipient, or the provider, complains about the message as spam.',
  'auto-reply': 'The message arrived, and an automatic answer came back.',
  'not-a-report': 'This reports nothing about a delivery.',
};

/** Where nothing had to be decided. */
const nothingRead: Pick<ExplainedRecipient, 'decidedBy' | 'provider' | 'contradicts' | 'details'> = {
  decidedBy: null,
  provider: null,
  contradicts: false,
  details: noReplyDetails,
};

function explainSettled(recipient: BounceRecipient, kind: SettledKind): ExplainedRecipient {
  const { address, status, replyCode, host, stage, words } = recipient;
  return {
    address,
    kind,
    outcome: 'deliverable',
    code: null,
    status,
    replyCode,
    permanence: 'unknown',
    addressState: 'alive',
    summary: settledSummaries[kind],
    responsible: 'nobody',
    alsoInform: [],
    remedy: [],
    waitingHelps: 'no',
    waiting: 'is not needed: the message arrived',
    confidence: 'certain',
    confidenceReason: 'the report says so',
    host,
    stage,
    reply: words[0] ?? null,
    retryUntil: null,
    ...nothingRead,
  };
}

const untoldDelay: Reply = { code: 450, enhanced: '4.0.0', lines: [{ text: '' }], issues: [] };
