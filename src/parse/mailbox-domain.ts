/**
 * The part of a mailbox behind the `@`: a domain or an address literal (RFC 5321 sections 4.1.2 and 4.1.3).
 *
 * Stricter than DNS: letters, digits and hyphens only. Internationalised names become A-labels by the
 * function that is passed in, since its tables take time to load. General address literals
 * (`[tag:content]`) are refused: no tag but `IPv6` was ever registered.
 */
import { assertDomainName } from '../model/domain-name.js';
import { addressFamily, addressLiteral, parseIpAddress } from '../model/ip-address.js';
import type { MailDomain } from '../model/mail-address.js';
import type { PlainFault, TextPiece } from './mailbox-text.js';

/** Both forms of a domain without final dot, or null where it is no internationalised domain name. */
export type ToAscii = (domain: string) => { readonly ascii: string; readonly unicode: string } | null;

/** RFC 1035 section 2.3.4, without the length octets of the first label and the root. */
const domainOctetsLimit = 253;
const labelOctetsLimit = 63;

/** Whether `toAscii` of `idna.ts` is needed to read the text: it has an A-label or a character outside ASCII. */
export function needsIdna(text: string): boolean {
  return /[\u0080-\uffff]|xn--/i.test(text);
}

/** For texts that `needsIdna` denies: takes every name as it is. */
export const asciiOnly: ToAscii = (domain) => ({ ascii: domain, unicode: domain });

/** The whole text as a domain or address literal. */
export function parseMailDomain(piece: TextPiece, toAscii: ToAscii): MailDomain | PlainFault {
  if (piece.text === '') return { reason: 'nothing stands after the @', at: piece.at };
  if (piece.text.startsWith('[')) return parseLiteral(piece);
  const separator = /[\p{Z},;@\uff20\ufe6b]/u.exec(piece.text);
  if (separator !== null) return { reason: describeSeparator(separator[0]), at: piece.at + separator.index };
  return needsIdna(piece.text) ? parseInternationalDomain(piece, toAscii) : parseAsciiDomain(piece);
}

function describeSeparator(character: string): string {
  if (character === '@') return 'a second @ stands here: one address has one';
  if (character === ',' || character === ';') return `a ${character === ',' ? 'comma' : 'semicolon'} stands in the domain`;
  return /\p{Z}/u.test(character) ? 'a space stands in the domain' : `${character} may not stand in a domain`;
}

function parseLiteral({ text, at }: TextPiece): MailDomain | PlainFault {
  const content = /^\[([^[\]]*)\]$/.exec(text)?.[1];
  if (content === undefined) return { reason: 'an address literal is an IP address between [ and ], and nothing behind it', at };
  const tagged = /^ipv6:/i.test(content);
  const address = parseIpAddress(tagged ? content.slice('IPv6:'.length) : content);
  if (address === null) return { reason: 'there is no IP address between the brackets', at: at + 1 };
  if (content.includes(':') && !tagged) return { reason: 'an IPv6 address literal begins with [IPv6:', at: at + 1 };
  if (tagged && !content.slice('IPv6:'.length).includes(':')) return { reason: 'this is no IPv6 address', at: at + 1 };
  return { kind: 'literal', address, literal: addressLiteral(address) };
}

function parseInternationalDomain(piece: TextPiece, toAscii: ToAscii): MailDomain | PlainFault {
  const both = toAscii(piece.text);
  if (both === null) return parseStrangeALabels(piece);
  const checked = parseAsciiDomain({ text: both.ascii, at: piece.at });
  if ('reason' in checked) return { ...checked, at: piece.at };
  if (checked.kind === 'literal' || both.unicode === both.ascii) return checked;
  return { ...checked, unicode: both.unicode };
}

/** A-labels that decode to nothing valid can still stand in DNS; other failures are the writer's. */
function parseStrangeALabels(piece: TextPiece): MailDomain | PlainFault {
  const plain = parseAsciiDomain(piece);
  const stranger = /[^\p{ASCII}]/u.exec(piece.text);
  if (stranger === null) return plain;
  const asciiFault = 'reason' in plain && plain.at < piece.at + stranger.index;
  return asciiFault ? plain : { reason: 'this is no valid internationalised domain name', at: piece.at + stranger.index };
}

function parseAsciiDomain({ text, at }: TextPiece): MailDomain | PlainFault {
  const fault = findLabelFault(text);
  if (fault !== null) return { reason: fault.reason, at: at + fault.at };
  if (parseIpAddress(text) !== null) return { reason: 'an IP address in place of a domain stands between [ and ]', at };
  if (/(^|\.)\d+$/.test(text)) return { reason: 'no domain ends in a label of digits alone', at: at + text.lastIndexOf('.') + 1 };
  if (text.length > domainOctetsLimit) {
    return { reason: `the domain has ${text.length} characters; ${domainOctetsLimit} are allowed`, at: at + domainOctetsLimit };
  }
  return { kind: 'name', name: assertDomainName(text), unicode: null };
}

function findLabelFault(text: string): PlainFault | null {
  let at = 0;
  for (const label of text.split('.')) {
    const fault = findFaultInLabel(label, at, text);
    if (fault !== null) return fault;
    at += label.length + 1;
  }
  return null;
}

function findFaultInLabel(label: string, at: number, text: string): PlainFault | null {
  if (label === '' && at === 0) return { reason: 'the domain begins with a dot', at };
  if (label === '' && at === text.length) return { reason: 'a dot stands at the end', at: at - 1 };
  if (label === '') return { reason: 'two dots follow each other', at };
  const stranger = /[^A-Za-z0-9-]/u.exec(label);
  if (stranger !== null) return { reason: `${stranger[0]} may not stand in a domain`, at: at + stranger.index };
  if (label.startsWith('-')) return { reason: 'a part of a domain may not begin with a hyphen', at };
  if (label.endsWith('-')) return { reason: 'a part of a domain may not end with a hyphen', at: at + label.length - 1 };
  if (label.length <= labelOctetsLimit) return null;
  return { reason: `a part of a domain has ${label.length} characters; ${labelOctetsLimit} are allowed`, at: at + labelOctetsLimit };
}

/** The family's own form, for suggestions: `[IPv6:2001:db8::1]` for any way to write it without the tag; null for no address. */
export function formatBareAddress(text: string): string | null {
  const address = parseIpAddress(text.replace(/^\[(.*)\]$/, '$1'));
  return address === null || (addressFamily(address) === 4 && text.startsWith('[')) ? null : addressLiteral(address);
}
