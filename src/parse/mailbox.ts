/**
 * Mailboxes (RFC 5321 section 4.1.2) and targets, from what a person typed or pasted.
 *
 * Accepts dot-atoms, quoted local parts, address literals, internationalised domains and local parts.
 * Refuses everything that a server could not be asked about, says at which character, and suggests what
 * was probably meant. Comments, routes, groups and display names are no part of a mailbox.
 */
import type { MailAddress, Mailbox, MailboxFault, MailDomain } from '../model/mail-address.js';
import { mailDomainName, type Target } from '../model/trace-options.js';
import { parseMailDomain, type ToAscii } from './mailbox-domain.js';
import { parseLocalPart } from './mailbox-local-part.js';
import { mendMailbox } from './mailbox-slips.js';
import { cutMailboxText, longestInput, type PlainFault, type TextPiece } from './mailbox-text.js';

export { suggestDomain } from './mailbox-common-domains.js';
export { asciiOnly, needsIdna, type ToAscii } from './mailbox-domain.js';

export type MailboxResult = { readonly mailbox: Mailbox } | { readonly fault: MailboxFault };

/** RFC 5321 section 4.5.3.1.3 allows a path 256 octets, its angle brackets among them. */
const addressOctetsLimit = 254;

/** The mailbox that the text is, or why it is none. `toAscii`: of `idna.ts` where `needsIdna(text)`, else `asciiOnly`. */
export function parseMailbox(text: string, toAscii: ToAscii): MailboxResult {
  const mailbox = parsePlainMailbox(text, toAscii);
  return 'reason' in mailbox ? { fault: withSuggestion(text, mailbox, toAscii) } : { mailbox };
}

function parsePlainMailbox(input: string, toAscii: ToAscii): Mailbox | PlainFault {
  const piece = cutMailboxText(input);
  if ('reason' in piece) return piece;
  if (piece.text === '') return { reason: 'the address is empty', at: piece.at };
  if (/^[^"@]*<[^<>]*>$/.test(piece.text)) return { reason: 'a name stands before the address', at: piece.at };
  const localPart = parseLocalPart(piece);
  if ('reason' in localPart) return localPart;
  const behind = localPart.taken + 1;
  const domain = parseMailDomain({ text: piece.text.slice(behind), at: piece.at + behind }, toAscii);
  return 'reason' in domain ? domain : joinMailbox(localPart.wire, domain, piece);
}

function joinMailbox(localPart: string, domain: MailDomain, piece: TextPiece): Mailbox | PlainFault {
  const address = `${localPart}@${mailDomainName(domain)}`;
  const octets = new TextEncoder().encode(address).length;
  if (octets > addressOctetsLimit) {
    const at = piece.at + Math.min(addressOctetsLimit, piece.text.length - 1);
    return { reason: `the address has ${octets} octets; ${addressOctetsLimit} are allowed`, at };
  }
  return { address: address as MailAddress, localPart, domain, needsSmtpUtf8: /[^\p{ASCII}]/u.test(localPart) };
}

/** Suggests only what is a mailbox itself, in the canonical form. */
function withSuggestion(input: string, fault: PlainFault, toAscii: ToAscii): MailboxFault {
  if (input.length > longestInput) return { ...fault, suggestion: null };
  const mended = parsePlainMailbox(mendMailbox(input.replace(/\p{Cc}/gu, ' ')), toAscii);
  return { ...fault, suggestion: 'reason' in mended ? null : mended.address };
}

/** How `parseTarget` reads: `postmaster` makes a bare domain the address of its postmaster (RFC 5321 section 4.5.1). */
export interface TargetReading {
  readonly toAscii: ToAscii;
  readonly postmaster: boolean;
}

/** What a trace is to be about: an address, or a bare domain (it has a dot, or is an address literal); else malformed. */
export function parseTarget(input: string, { toAscii, postmaster }: TargetReading): Target {
  const piece = cutMailboxText(input);
  const bare = 'text' in piece && isBareDomain(piece.text);
  if (bare) return parseDomainTarget(input, piece, { toAscii, postmaster });
  const result = parseMailbox(input, toAscii);
  if ('fault' in result) return { kind: 'malformed', input, fault: result.fault };
  return { kind: 'address', input, mailbox: result.mailbox, domain: result.mailbox.domain, assumed: false };
}

function isBareDomain(text: string): boolean {
  return text.startsWith('[') || (/^[^@\s"<>\uff20\ufe6b]+$/u.test(text) && /[.\u3002\uff0e\uff61]/u.test(text));
}

function parseDomainTarget(input: string, piece: TextPiece, { toAscii, postmaster }: TargetReading): Target {
  const text = /[^.]\.$/.test(piece.text) ? piece.text.slice(0, -1) : piece.text;
  const domain = parseMailDomain({ text, at: piece.at }, toAscii);
  if ('reason' in domain) return { kind: 'malformed', input, fault: withDomainSuggestion(text, domain, toAscii) };
  if (!postmaster) return { kind: 'domain', input, mailbox: null, domain, assumed: false };
  const mailbox = { address: `postmaster@${mailDomainName(domain)}` as MailAddress, localPart: 'postmaster', domain, needsSmtpUtf8: false };
  return { kind: 'address', input, mailbox, domain, assumed: true };
}

function withDomainSuggestion(text: string, fault: PlainFault, toAscii: ToAscii): MailboxFault {
  const mended = parseMailDomain({ text: mendMailbox(text), at: 0 }, toAscii);
  return { ...fault, suggestion: 'reason' in mended ? null : mailDomainName(mended) };
}
