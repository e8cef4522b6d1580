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
import { providers } from '../knowledge/replies/providers.js';
import { parseDomainName, rootName } from '../model/domain-name.js';
import type { ExplainedCause } from '../model/explained-cause.js';
import type { Likeness } from '../model/log-report.js';
import type { Reply } from '../model/reply.js';
import type { Code } from '../model/vocabulary.js';
import { parseReplyText } from '../parse/smtp/parse-reply-text.js';
import { createReplyCase } from './explain-reply.js';
import { generaliseCause } from './generalise-cause.js';

export interface ReadCause {
  readonly code: Code | null;
  /** The entry of the knowledge that decided; null where no reason is told. */
  readonly decidedBy: string | null;
  readonly reason: FailureReason;
  /** Nobody replied: the words are those of the server that tells the reason. */
  readonly isStandIn: boolean;
  /** Whether the message is given up, or refused for good. */
  readonly failed: boolean;
  /** The reply, or the text behind the code of its class where no reply is told. */
  readonly replyText: string;
}

export interface CauseReader {
  /** What the reason means. `failed`: the message is given up (a text without a reply counts as 5yz). */
  read(reason: string, failed: boolean, surroundings?: ReasonSurroundings): ReadCause;
}

/** What is known beside the reason. */
export interface ReasonSurroundings {
  /** The recipient's domain, in lower case; null or left out: not told. */
  readonly domain?: string | null;
  /** Whether the listing itself says that it is about the server's own side; left out: only the reason may. */
  readonly isOwnSide?: boolean;
}

/** What keeps causes of one code apart: whose side it is on. */
export function nameCause({ code, reason }: ReadCause): string {
  return reason.isOwnSide ? `${code} own-side` : String(code);
}

const mostReasons = 5000;
/** What stands behind so many characters of a reply has never been the reason. */
const longestReason = 2000;

/** What holds for all reasons that are read alike: nothing of one's own text. */
type Meaning = Pick<ReadCause, 'code' | 'decidedBy' | 'isStandIn'>;

/** A reader with a memo of its own. */
export function createCauseReader(): CauseReader {
  const known = new Map<string, Meaning>();
  return {
    read(text, failed, { domain = null, isOwnSide = false } = {}) {
      const told = parseFailureReason(text.slice(0, longestReason));
      const reason = isOwnSide ? { ...told, isOwnSide } : told;
      // A log that gives no reason is not a server that gives none.
      if (reason.text === '') return { code: null, decidedBy: null, isStandIn: false, replyText: '', reason, failed };
      const digit = failed ? 5 : 4;
      const words = nameOtherHost(reason.text, domain);
      const key = `${digit} ${reason.stage} ${providerHost(reason.host)} ${maskReason(words)}`;
      const before = known.get(key);
      if (before !== undefined) return compose(before, reason, { words, digit });
      if (known.size >= mostReasons) known.clear();
      const meaning = readMeaning({ ...reason, text: detachText(words) }, digit);
      known.set(detachText(key), meaning);
      return compose(meaning, reason, { words, digit });
    },
  };
}

function compose(
  { code, decidedBy, isStandIn }: Meaning,
  reason: FailureReason,
  { words, digit }: { readonly words: string; readonly digit: 4 | 5 },
): ReadCause {
  return { code, decidedBy, isStandIn, reason, failed: digit === 5, replyText: isStandIn ? standInForReply(words, digit) : words };
}

const providerDomains: ReadonlySet<string> = new Set(providers.flatMap(({ hosts }) => hosts));

/** A host means something only where it is a large provider's: these have words of their own. */
function providerHost(host: string | null): string {
  return isLargeProvider(host) ? (host ?? '') : '';
}

/** Whether the host, or the domain, is one of a large provider's. */
export function isLargeProvider(host: string | null): boolean {
  const labels = host?.toLowerCase().split('.') ?? [];
  return labels.some((_, at) => providerDomains.has(labels.slice(at).join('.')));
}

/** Addresses of mailboxes and hosts, long ids, and times differ between messages and mean the same. */
function maskReason(reason: string): string {
  return reason
    .replace(/[^\s<>@:,;()[\]]+@[^\s<>@:,;()[\]]+/g, '@')
    .replace(/[\w.-]*\[[\d.a-fA-F:]+\]/g, '[]')
    .replace(/\b(?=[\w-]*\d)[\w-]{10,}\b/g, '*')
    .replace(/\d+ (?=seconds|minutes)/g, '');
}

function readMeaning({ text, stage, host }: FailureReason, digit: 4 | 5): Meaning {
  const told = parseFailure(text);
  const reply = told ?? parseReplyText(standInForReply(text, digit));
  const isStandIn = told === null;
  if (reply === null) return { code: null, decidedBy: null, isStandIn };
  const { code, decidedBy } = explainReply(reply, { stage, host });
  return { code, decidedBy, isStandIn };
}

/** Postfix, of any name that it looked up: the recipient's domain, an exchange, a relay. */
const failedLookup = /\bName service error for name=(\S+) type=(?:A|AAAA): (?!.*try again)/;

/** A host that is not the recipient's domain says nothing about that: the words say so, for the knowledge to read. */
function nameOtherHost(text: string, domain: string | null): string {
  const [, name] = failedLookup.exec(text) ?? [];
  if (name === undefined || domain === null || name.toLowerCase() === domain) return text;
  return `Exchange or relay not found: ${name}`;
}

/** The refusal that the text is; what begins like a success ("203.0.113.10 is listed") is no reply to a failure. */
function parseFailure(text: string): Reply | null {
  const reply = parseReplyText(text);
  return reply === null || reply.code < 400 ? null : reply;
}

/** The sender's own words where nobody answered: X.4.1 is the status for that (RFC 3463 section 3.5). */
const noAnswer =
  /connection refused|(?:connect(?:ion)?|operation) timed? ?out|no route to host|(?:network|host) is unreachable|retry time not reached|have been failing for a long time|network error on destination|no valid route to remote/i;
/** Where DNS did not answer: X.4.3 is the status for that. Postfix: `… Host not found, try again`; OpenSMTPD; Sendmail. */
const noName = /host not found, try again|could not resolve hostname|^host map: lookup \(.*\): deferred$/i;

/** The name server did not answer for what DANE needs. Postfix: `TLSA lookup error for mx.example.com:25`. */
const noTlsa = /\btlsa lookup error\b/i;
/** Exim: `TLS session: (gnutls_handshake): …`, `TLS session: (SSL_connect): …` */
const noHandshake = /\bTLS session: \((?:gnutls_handshake|SSL_\w+)\)/;

/** The text behind the code of its class, so that it is read as a reply is. */
function standInForReply(text: string, digit: 4 | 5): string {
  const words = text.replaceAll(/\s+/g, ' ');
  if (noHandshake.test(words)) return `${digit}50 TLS handshake failed: ${words}`;
  if (noName.test(words) || noTlsa.test(words)) return `${digit}50 ${digit}.4.3 Name server did not answer`;
  return noAnswer.test(words) ? `${digit}50 ${digit}.4.1 ${words}` : `${digit}50 ${words}`;
}

/**
 * The cause judged as the rule book judges a reply, its sentences about the domain; null where it holds no reply. What
 * only one reply tells stands there where all that are told with it are alike in their text.
 */
export function explainCause(
  { reason, isStandIn, replyText }: ReadCause,
  domain: string | null,
  { startedAt, alike = 'text' }: { readonly startedAt: string; readonly alike?: Likeness },
): ExplainedCause | null {
  const file = createReplyCase(replyText, { stage: reason.stage, host: reason.host, startedAt });
  if (file === null) return null;
  const { isOwnSide } = reason;
  const evidence = file.evidence.map((each) => (each.kind === 'reply' ? { ...each, isStandIn, isOwnSide } : each));
  const name = (domain === null ? null : parseDomainName(domain)) ?? rootName;
  const { verdict } = judgeCase({
    ...file,
    evidence,
    target: { kind: 'domain', input: domain ?? replyText, mailbox: null, domain: { kind: 'name', name, unicode: null }, assumed: false },
  });
  const { cause: code, outcome, responsible, alsoInform, confidence, waitingHelps, waiting, summary, remedy } = verdict;
  const cause = { code, outcome, responsible, alsoInform, confidence, waitingHelps, waiting, summary, remedy };
  const reply = parseReplyText(replyText);
  if (alike === 'text' || reply === null) return cause;
  const meaning = explainReply(reply, { stage: reason.stage, host: reason.host });
  return generaliseCause(cause, meaning, { reply: reply.lines[0]?.text ?? '', alike });
}
