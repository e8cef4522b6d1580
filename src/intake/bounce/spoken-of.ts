/**
 * Of whom a message speaks that may be a report, where its words or its sender leave that open.
 */
import { addressesOf, type ReadMessage } from './message-header.js';
import { findReply } from './reply-in-text.js';
import { isDaemon, isNullSender } from './report-sender.js';
import { splitReport } from './returned-message.js';
import { findListedRecipients, findTextRecipients } from './text-recipients.js';

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
  if (findListedRecipients(words, own).length > 0) return true;
  return !salutation.test(words) && (hasReturned(message) || findTextRecipients(words, own).length > 0);
}

function hasReturned(message: ReadMessage): boolean {
  return message.parts.some(({ type }) => /rfc822|global/.test(type)) || splitReport(message.text).returned !== '';
}

/** Who wrote and who reads. */
function correspondents({ headers }: ReadMessage): ReadonlySet<string> {
  return new Set(addressesOf([...(headers.get('from') ?? []), ...(headers.get('to') ?? [])]));
}
