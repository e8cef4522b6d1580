/**
 * What was told then and what a trace sees now → still true, gone, different, or could not tell. Pure.
 *
 * `gone` is said only where the trace shows it: an acceptance says nothing of a refusal that came behind the message, nor of
 * one of another sender or sending machine; and where no server answers, or the fault lies at this end, the old refusal may
 * well stand.
 */
import type { FollowUpTarget, SeenNow, ToldThen } from '../model/follow-up.js';
import type { Reply } from '../model/reply.js';
import type { Report, Vantage } from '../model/report.js';
import { stageWords } from '../model/stage-words.js';
import { type Code, type Stage, stages } from '../model/vocabulary.js';
import { parseReplyText } from '../parse/smtp/parse-reply-text.js';

export type Comparison = Pick<FollowUpTarget, 'result' | 'replies' | 'says'>;

/** What the trace came to, as far as it can be compared. */
export function describeNow({ verdict }: Report): SeenNow {
  const { outcome, cause, summary, responsible, remedy, waitingHelps, saidBy } = verdict;
  const text = saidBy?.lines.join('\n') ?? null;
  const reply = text === null ? null : parseReplyText(text);
  return {
    code: cause,
    outcome,
    status: reply?.enhanced ?? null,
    replyCode: reply?.code ?? null,
    host: saidBy?.exchange ?? saidBy?.address ?? null,
    stage: saidBy?.stage ?? null,
    reply: text,
    summary,
    responsible,
    remedy,
    waitingHelps,
  };
}

/** How the two compare; `vantage`: whence and as whom the trace was made. */
export function compareFollowUp(
  then: ToldThen,
  now: SeenNow,
  vantage: Pick<Vantage, 'source' | 'public' | 'sender' | 'assumed'>,
): Comparison {
  const replies = compareReplies(then, now);
  const conclude = (result: Comparison['result'], says: string): Comparison => ({ result, replies, says });
  if (now.outcome === 'inconclusive' || isLocal(now.code))
    return conclude('could-not-tell', `Nothing can be said from here: ${now.summary}`);
  if (now.outcome === 'deliverable') {
    const doubt = doubtAcceptance(then, vantage);
    return doubt === null ? conclude('gone', 'The recipient is accepted now.') : conclude('could-not-tell', doubt);
  }
  if (isSameCause(then.code, now.code) || replies === 'same') return conclude('still-true', tellSame(then, now, replies));
  if (isUnreached(now) && !isAboutReaching(then.code)) {
    return conclude('could-not-tell', `No server said anything now, so the old refusal may still stand: ${now.summary}`);
  }
  return conclude('different', tellDifferent(then, now));
}

function isLocal(code: Code | null): boolean {
  return code?.startsWith('local.') ?? false;
}

/** Why an acceptance at RCPT says nothing of what was refused then; null where it does. */
function doubtAcceptance({ code, stage, addresses }: ToldThen, vantage: Parameters<typeof compareFollowUp>[2]): string | null {
  if (stage === 'data' || stage === 'message' || code?.startsWith('message.')) {
    return 'The recipient is accepted now, but the refusal came for the message itself, and a trace sends none.';
  }
  if (code !== null && ownProviderCodes.includes(code)) {
    return "The recipient is accepted now; the refusal was your own provider's, which a trace does not ask.";
  }
  if (!isAboutSender(code)) return null;
  if (vantage.assumed.length > 0) {
    const named = vantage.sender === null || vantage.sender === '' ? 'the null sender' : vantage.sender;
    return `The recipient is accepted now for ${named}, which was assumed: give --from and --helo of the mail server that was refused.`;
  }
  const own: readonly string[] = [...vantage.source, ...vantage.public];
  if (addresses.length === 0 || addresses.some((address) => own.includes(address))) return null;
  return `The recipient is accepted now from ${own[0] ?? 'here'}; the refusal was of ${addresses[0] ?? 'another address'}.`;
}

const ownProviderCodes: readonly Code[] = ['sender.account-blocked', 'sender.quota-exceeded', 'sender.suppressed', 'sender.login-failed'];

/** Refused for who sends or from where; a newcomer's wait is over when it is over. */
function isAboutSender(code: Code | null): boolean {
  return code !== null && code !== 'sender.greylisted' && (code.startsWith('sender.') || code.startsWith('hello.'));
}

/** What a sender sees alike, and a trace tells apart. */
const alike: readonly (readonly Code[])[] = [
  ['host.no-answer', 'host.silent', 'port.filtered', 'host.unreachable', 'network.unreachable'],
  ['connection.dropped', 'greeting.closed'],
  ['connection.stalled', 'greeting.missing'],
  ['domain.lookup-failed', 'domain.servers-unreachable', 'domain.lame-delegation', 'domain.dnssec-bogus', 'mx.target-lookup-failed'],
];

function isSameCause(then: Code | null, now: Code | null): boolean {
  if (then === null || now === null) return false;
  return then === now || alike.some((group) => group.includes(then) && group.includes(now));
}

const reaching = /^(?:host|port|network|route|greeting|connection|domain|mx)\./;

function isAboutReaching(code: Code | null): boolean {
  return code !== null && reaching.test(code) && code !== 'host.takes-no-mail';
}

/** No server was reached that could have said anything. */
function isUnreached({ code, reply }: SeenNow): boolean {
  return reply === null && (code === null || /^(?:host|port|network|greeting|connection)\./.test(code));
}

function compareReplies(then: ToldThen, now: SeenNow): Comparison['replies'] {
  const before = then.reply === null ? null : parseReplyText(then.reply);
  const after = now.reply === null ? null : parseReplyText(now.reply);
  if (before === null || after === null) return null;
  if (before.code !== after.code) return 'different';
  return mask(before) === mask(after) ? 'same' : 'same-code';
}

/** Ids, times and sessions differ from try to try; codes stand on each line or on one. */
function mask({ lines }: Reply): string {
  return lines
    .map(({ text }) => text.toLowerCase().replace(/^[2-5]\d\d[- ]?(?:[245]\.\d{1,3}\.\d{1,3}(?:\s|$))?/, ''))
    .join(' ')
    .replaceAll(/[^\s<>()[\]:;,]*\d[^\s<>()[\]:;,]{5,}/g, '#')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function tellSame(then: ToldThen, now: SeenNow, replies: Comparison['replies']): string {
  if (replies === 'same') return 'The same reply is given now.';
  if (then.code !== now.code) return `It still does not get through, and now it can be told why: ${now.summary}`;
  return replies === null ? `The same holds now: ${now.summary}` : 'The same is said now, in other words.';
}

function tellDifferent(then: ToldThen, now: SeenNow): string {
  const hides = isEarlier(now.stage, then.stage);
  const hidden =
    hides && then.stage !== null ? ` It comes before ${stageWords[then.stage]}, so whether the old cause still stands does not show.` : '';
  return `Something else stops the mail now: ${now.summary}${hidden}`;
}

function isEarlier(now: Stage | null, then: Stage | null): boolean {
  return now !== null && then !== null && stages.indexOf(now) < stages.indexOf(then);
}
