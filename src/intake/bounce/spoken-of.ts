/**
 * Of whom a message speaks that may be a report, where its words or its sender leave that open.
 */
import { addressesOf, type ReadMessage } from './message-header.js';
import { findReply } from './reply-in-text.js';
import { isDaemon, isNullSender } from './report-sender.js';
import { splitReport } from './returned-message.js';
import { findListedRecipients } from './text-recipients.js';

/**
 * In words that nobody knows: a mail system, or the null reverse-path (RFC 3461 section 6.1), and an address with a refusal behind
 * it. Persons answer from the null reverse-path as well, and their letters have numbers: there it takes code and status.
 */
export function listsRefusals(message: ReadMessage, words: string): boolean {
  const fromDaemon = isDaemon(message);
  if (!fromDaemon && !isNullSender(message)) return false;
  return findListedRecipients(words, correspondents(message)).some(({ piece }) => {
    const { replyCode, text } = findReply(piece);
    return replyCode !== null && replyCode >= 400 && (fromDaemon || statusAtFront.test(text));
  });
}

const statusAtFront = /^\d{3}[ -]#?[45]\.\d{1,3}\.\d{1,3}\b/;

const salutation =
  /^\s*(?:dear|hello|hi|hey|good (?:morning|day)|hallo|guten tag|sehr geehrte\w*|bonjour|ch[eè]re?|hola|ciao|gentile|ol[áa])\b[^\n]{0,80}?[,!]/i;

/** Of somebody beside the reader and the writer, as reports do: a letter in lines of their own, other words anywhere, or in what came back. */
export function speaksOfOthers(message: ReadMessage, words: string): boolean {
  const own = correspondents(message);
  if (salutation.test(words)) return findListedRecipients(words, own).length > 0;
  return namesAnother(words, own) || hasReturned(message);
}

/** An address is looked for around each `@`: most words have none, and the first is another's mostly. */
function namesAnother(words: string, own: ReadonlySet<string>): boolean {
  for (let at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
    const before = /[^\s<>"(),;:@]+$/.exec(words.slice(Math.max(0, at - longestLocalPart), at))?.[0];
    const behind = /^[^\s<>"(),;:@]*\w/.exec(words.slice(at + 1, at + longestDomain))?.[0];
    if (before !== undefined && behind !== undefined && !own.has(`${before}@${behind}`.toLowerCase())) return true;
  }
  return false;
}

/** RFC 5321 section 4.5.3.1. */
const longestLocalPart = 64;
const longestDomain = 255;

function hasReturned(message: ReadMessage): boolean {
  return message.parts.some(({ type }) => /rfc822|global/.test(type)) || splitReport(message.text).returned !== '';
}

/** Who wrote and who reads. */
function correspondents({ headers }: ReadMessage): ReadonlySet<string> {
  return new Set(addressesOf([...(headers.get('from') ?? []), ...(headers.get('to') ?? [])]));
}
