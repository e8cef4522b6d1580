/**
 * What a reply itself tells beside its meaning: named blocklist, links, quoted addresses, "try again in", tickets.
 */
import type { ReplyDetails } from '../model/reply-meaning.js';
import type { ReplyText } from './reply-text.js';

const unitSeconds: readonly (readonly [RegExp, number])[] = [
  [/^s/, 1],
  [/^m(?!o)/, 60],
  [/^h/, 3600],
  [/^d/, 86_400],
];

/** "try again in 300 seconds", "retry after 5 minutes", "greylisted for 00:04:58", "wait 5 min". */
const retryPhrase =
  /(?:\b(?:try (?:it )?again|come back|retry|wait|resend|return|available|delayed?|gr[ea]ylist(?:ed|ing)|next attempt)\b)[^0-9]{0,40}?(?:(\d{1,2}):(\d{2}):(\d{2})|(\d{1,6}) ?(s|secs?|seconds?|m|mins?|minutes?|h|hours?|hrs?|d|days?)\b)/i;

const retryWord = /again|back|retry|wait|resend|return|available|delay|gr[ea]ylist|attempt/i;

/** Ticket, case or reference numbers: "(Mode: …)" and session ids of the large providers are none. */
const ticketPhrase =
  /\b(?:ticket|case|reference|ref|incident|error id|report|request id)(?: (?:id|no|number|code))?[.:#= ]{1,3}#?([A-Z0-9][\w-]{4,40})/i;

/** "blocked using zen.example.org", "listed in bl.example", "by RBL example.com". */
const unknownListPhrase =
  /\b(?:blocked (?:using|by|via)|black-?listed (?:by|in|at|on)|block-?listed (?:by|in|at|on)|listed (?:by|in|at|on)|found (?:in|on)|rbl|dnsbl|blacklist|blocklist)[ :]+(?:rbl |dnsbl |the )?["'(]?((?:[a-z0-9_-]+\.)+[a-z]{2,})\b/i;

/** The seconds until the server wants to see the sender again; null where it does not say. */
export function findRetryAfter(plain: string): number | null {
  if (!retryWord.test(plain)) return null;
  const match = retryPhrase.exec(plain);
  if (match === null) return null;
  const [, hours, minutes, seconds, count, unit = ''] = match;
  if (hours !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const factor = unitSeconds.find(([pattern]) => pattern.test(unit.toLowerCase()))?.[1] ?? 1;
  return Number(count) * factor;
}

/** The blocklist that the reply names, by its own name where it is a known one, else its zone; null where none is named. */
function findBlocklist(text: ReplyText): string | null {
  if (text.blocklist !== null) return text.blocklist.name;
  return unknownListPhrase.exec(text.plain)?.[1]?.toLowerCase() ?? null;
}

/** Everything that is pulled out of the text; `listed`: whether the reply is about a blocklist at all. */
export function collectDetails(text: ReplyText, listed: boolean): ReplyDetails {
  return {
    blocklist: listed ? findBlocklist(text) : (text.blocklist?.name ?? null),
    links: text.links,
    addresses: text.addresses,
    retryAfterSeconds: findRetryAfter(text.plain),
    ticket: ticketPhrase.exec(text.plain)?.[1] ?? null,
  };
}
