/**
 * Which octets from a server answer a query, and which only came by (RFC 5452 sections 4.2 and 9.1).
 *
 * The cheap checks come first, so that a flood of wrong answers costs little.
 */
import type { DnsQuestion } from '../../model/dns.js';
import { type ParsedDnsMessage, parseDnsMessage } from '../../parse/dns/parse-dns-message.js';
import { recordTypeNumber } from '../../parse/dns/record-types.js';

/** A query as it was sent. */
export interface SentQuery {
  readonly id: number;
  readonly question: DnsQuestion;
  readonly bytes: Uint8Array;
}

/** `foreign`: another id or question, or no response at all; `malformed`: ours by its id, and unreadable. */
export type Reception =
  | { readonly kind: 'response'; readonly message: ParsedDnsMessage }
  | { readonly kind: 'malformed'; readonly detail: string }
  | { readonly kind: 'foreign' };

const foreign: Reception = { kind: 'foreign' };

/** What the octets are to the query. A message that is cut off is readable over UDP where TC says so. */
export function parseResponse(bytes: Uint8Array, query: SentQuery, transport: 'udp' | 'tcp'): Reception {
  if (!isResponseTo(bytes, query.id)) return foreign;
  const message = parseDnsMessage(bytes);
  const cutOff = !message.complete && (transport === 'tcp' || !message.flags.tc);
  if (message.usable && !isQuestionAnswered(message, query.question)) return foreign;
  return message.usable && !cutOff ? { kind: 'response', message } : { kind: 'malformed', detail: describeFault(message) };
}

/** The id, and QR set with the opcode of a query as far as there are octets that say so. */
function isResponseTo(bytes: Uint8Array, id: number): boolean {
  const [high, low, bits = 0x80] = bytes;
  return high === id >> 8 && low === (id & 0xff) && (bits & 0xf8) === 0x80;
}

/** The question must be there, except in errors: servers that cannot read a query leave it out. */
function isQuestionAnswered(message: ParsedDnsMessage, question: DnsQuestion): boolean {
  const [asked, second] = message.questions;
  if (asked === undefined) return message.flags.tc || (message.rcode !== 'NOERROR' && message.rcode !== 'NXDOMAIN');
  const sameType = recordTypeNumber(asked.type) === recordTypeNumber(question.type);
  // Names are in lower case in the model, as RFC 4343 section 3 has them compared.
  return second === undefined && asked.name === question.name && sameType && asked.class === 1;
}

function describeFault({ issues }: ParsedDnsMessage): string {
  const [first] = issues;
  return first === undefined ? 'the message is not complete' : `octet ${first.offset}: ${first.text}`;
}
