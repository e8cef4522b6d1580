/**
 * A reply as somebody pasted it: reply, host, stage and recipient, out of the words that mail servers, bounces and logs
 * put around it.
 *
 * The text may be quoted (`> 550 …`, `"550 …"`), wrapped by Postfix (`host mx.example.com[192.0.2.1] said: 550 … (in reply
 * to RCPT TO command)`), Exim, Sendmail, Exchange or a bounce's field (`Diagnostic-Code: smtp; 550 …`). Without a reply
 * code there is no reply: nothing is made up.
 */
import { findReply } from '../intake/bounce/reply-in-text.js';
import { cutCommandStage } from '../intake/command-stage.js';
import { parseFailureReason } from '../intake/failure-reason.js';
import type { Reply } from '../model/reply.js';
import type { Stage } from '../model/vocabulary.js';
import { parseReplyText } from '../parse/smtp/parse-reply-text.js';

export interface ReadReply {
  readonly reply: Reply;
  /** The exchange that spoke; null where nothing tells. */
  readonly host: string | null;
  readonly stage: Stage | null;
  /** The address that was refused, where the text quotes it. */
  readonly recipient: string | null;
}

/** As much as a reply may hold (parse/smtp). */
const longestText = 65_536;
/** No product puts so much around a reply. */
const longestWrapping = 4096;

/** The reply in the text; null where it holds none. */
export function readReplyText(text: string): ReadReply | null {
  const plain = unquote(text.slice(0, longestText));
  const found = readBare(plain) ?? readReason(plain) ?? readFront(plain) ?? readProse(plain);
  return found === null ? null : { ...found, recipient: findRecipient(plain, found.stage) };
}

type Found = Omit<ReadReply, 'recipient'>;

/** The marks of a quotation in a mail, and a pair of quotation marks around all of it. */
function unquote(text: string): string {
  const lines = text.trim().replace(/^[ \t]*(?:>[ \t]*)+(?=\S)(?!>>)/gm, '');
  return /^(["'`])[\s\S]*\1$/.test(lines) ? lines.slice(1, -1).trim() : lines;
}

function readBare(text: string): Found | null {
  if (!/^[2-5]\d\d(?:[ -]|$)/.test(text)) return null;
  const { text: bare, stage } = cutCommandStage(text);
  const reply = parseReplyText(bare);
  return reply === null ? null : { reply, host: null, stage };
}

/** What stands in the parentheses of Postfix's `status=bounced (…)`, or behind a bounce's `<bob@example.com>: `. */
function stripCarrier(text: string): string {
  const logged = text.length > longestWrapping ? undefined : /\bstatus=\w+ \((.*)\)\s*$/s.exec(text)?.[1];
  return (logged ?? text).replace(/^<[^<>\s]+@[^<>\s]+>:\s+/, '').replaceAll(/\s*\n\s*/g, ' ');
}

function readReason(text: string): Found | null {
  const reason = parseFailureReason(stripCarrier(text));
  const bare = readBare(reason.text);
  return bare === null ? null : { ...bare, host: reason.host, stage: reason.stage ?? bare.stage };
}

/** "host mx.example.com[192.0.2.1] said:", "mx.example.com[192.0.2.1] refused to talk to me:", "Remote host said:" */
const frontPattern =
  /^.*?(?:\b(?:host\s+)?([a-z0-9_-]+(?:\.[a-z0-9_-]+)+)\s*\[[^\]]*\][^:]*|\b(?:said|response|diagnostic-code|smtp|reason))\s*[:;]\s*(?=[2-5]\d\d[ -])/is;

function readFront(text: string): Found | null {
  const front = frontPattern.exec(text.slice(0, longestWrapping));
  const bare = front === null ? null : readBare(text.slice(front[0].length));
  return bare === null ? null : { ...bare, host: front?.[1] ?? null };
}

/** A sentence that quotes a reply somewhere. */
function readProse(text: string): Found | null {
  const { text: quoted, replyCode, host, stage } = findReply(text);
  const reply = replyCode === null ? null : parseReplyText(quoted);
  return reply === null ? null : { reply, host, stage };
}

const named = /(?:\bRCPT TO:\s*|\bto=|^\s*\*\* |^\s*)<?([^\s<>"(),;:@]+@[^\s<>"(),;:]+)>?/im;
const quoted = /<([^\s<>@]+@[^\s<>@]+)>/;

/** Exim asked the sender's own server back (`sender_verify`, `callout`): every address in it is the sender's. */
const callback = /^(?:\d{3}[- ])?verification failed for </im;

/** Whose refusal it is; of a reply about the sender nobody's. */
function findRecipient(whole: string, stage: Stage | null): string | null {
  const text = whole.slice(0, longestWrapping);
  if (callback.test(text)) return null;
  const told = named.exec(text)?.[1];
  if (told !== undefined) return told.replace(/[.>]+$/, '');
  if (stage === 'mail' || /\bsender|\bfrom\b|reverse-path/i.test(text)) return null;
  return quoted.exec(text)?.[1] ?? null;
}
