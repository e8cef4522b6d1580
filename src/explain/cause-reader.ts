/**
 * Reasons of queues and logs → codes, and codes → what the rule book says of them.
 *
 * A queue or a log tells one reason a million times over. Each distinct text is read once: addresses, ids and numbers
 * of seconds in it do not make it distinct. The memo is bounded; what falls out is read again.
 */
import { explainReply } from '../facts/reply-meaning.js';
import { detachText } from '../intake/detach-text.js';
import { type FailureReason, parseFailureReason } from '../intake/failure-reason.js';
import { judgeCase } from '../judge/judge-case.js';
import { parseDomainName, rootName } from '../model/domain-name.js';
import type { ExplainedCause } from '../model/explained-cause.js';
import type { Code } from '../model/vocabulary.js';
import { parseReplyText } from '../parse/smtp/parse-reply-text.js';
import { createReplyCase } from './explain-reply.js';

export interface ReadCause {
  readonly code: Code | null;
  readonly reason: FailureReason;
  /** The reply, or the text behind the code of its class where no reply is told. */
  readonly replyText: string;
}

export interface CauseReader {
  /** What the reason means. `failed`: the message is given up (a text without a reply counts as 5yz). */
  read(reason: string, failed: boolean): ReadCause;
}

const mostReasons = 20_000;

/** A reader with a memo of its own. */
export function createCauseReader(): CauseReader {
  const known = new Map<string, ReadCause>();
  return {
    read(reason, failed) {
      const key = `${failed ? '5' : '4'}${maskReason(reason)}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      if (known.size >= mostReasons) known.clear();
      const cause = readCause(detachText(reason), failed);
      known.set(detachText(key), cause);
      return cause;
    },
  };
}

/** Addresses of mailboxes and hosts, long ids, and times differ between messages and mean the same. */
function maskReason(reason: string): string {
  return reason
    .replace(/[^\s<>@:,;()[\]]+@[^\s<>@:,;()[\]]+/g, '@')
    .replace(/\[[\d.a-fA-F:]+\]/g, '[]')
    .replace(/\b(?=[\w-]*\d)[\w-]{10,}\b/g, '*')
    .replace(/\d+ (?=seconds|minutes)/g, '');
}

function readCause(text: string, failed: boolean): ReadCause {
  const reason = parseFailureReason(text);
  const told = parseReplyText(reason.text);
  const replyText = told === null ? standInForReply(reason.text, failed) : reason.text;
  const reply = told ?? parseReplyText(replyText);
  const code = reply === null ? null : explainReply(reply, { stage: reason.stage, host: reason.host }).code;
  return { code, reason, replyText };
}

/** The sender's own words where nobody answered: X.4.1 is the status for that (RFC 3463 section 3.5). */
const noAnswer = /connection refused|connect(?:ion)? timed? ?out|no route to host|network is unreachable|host is unreachable/i;
/** Sendmail's words where DNS did not answer: X.4.3 is the status for that. */
const noName = /^host map: lookup \(.*\): deferred$/;

/** The text behind the code of its class, so that it is read as a reply is. */
function standInForReply(text: string, failed: boolean): string {
  const words = text.replaceAll(/\s+/g, ' ');
  const digit = failed ? 5 : 4;
  if (noName.test(words)) return `${digit}50 ${digit}.4.3 ${words}`;
  return noAnswer.test(words) ? `${digit}50 ${digit}.4.1 ${words}` : `${digit}50 ${words}`;
}

/** The cause judged as the rule book judges a reply, its sentences about the domain; null where it holds no reply. */
export function explainCause({ reason, replyText }: ReadCause, domain: string | null, startedAt: string): ExplainedCause | null {
  const file = createReplyCase(replyText, { stage: reason.stage, host: reason.host, startedAt });
  if (file === null) return null;
  const name = (domain === null ? null : parseDomainName(domain)) ?? rootName;
  const { verdict } = judgeCase({
    ...file,
    target: { kind: 'domain', input: domain ?? replyText, mailbox: null, domain: { kind: 'name', name, unicode: null }, assumed: false },
  });
  const { cause: code, outcome, responsible, alsoInform, confidence, waitingHelps, waiting, summary, remedy } = verdict;
  return { code, outcome, responsible, alsoInform, confidence, waitingHelps, waiting, summary, remedy };
}
