/**
 * Response codes: mnemonics and numbers (IANA registry "DNS RCODEs").
 *
 * Only those that a header, extended by EDNS, can carry (RFC 6891 section 6.1.3); the codes that live
 * inside TSIG and TKEY records are not among them. Every other number is written `RCODEnnn`.
 */
import type { Rcode } from '../../model/dns.js';

const numberOfRcode: Readonly<Record<string, number>> = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
  YXDOMAIN: 6,
  YXRRSET: 7,
  NXRRSET: 8,
  NOTAUTH: 9,
  NOTZONE: 10,
  DSOTYPENI: 11,
  BADVERS: 16,
  BADCOOKIE: 23,
};

const rcodeOfNumber: ReadonlyMap<number, Rcode> = new Map(Object.entries(numberOfRcode).map(([rcode, number]) => [number, rcode]));

/** The mnemonic of a code of 12 bits, `RCODEnnn` where it has none. */
export function formatRcode(number: number): Rcode {
  return rcodeOfNumber.get(number) ?? `RCODE${number}`;
}

/** The number of a mnemonic or of `RCODEnnn`; null where the text is no code of 12 bits. */
export function rcodeNumber(rcode: Rcode): number | null {
  if (Object.hasOwn(numberOfRcode, rcode)) return numberOfRcode[rcode] ?? null;
  const digits = /^RCODE(0|[1-9]\d{0,3})$/.exec(rcode)?.[1];
  if (digits === undefined) return null;
  const number = Number(digits);
  return number <= 0xfff ? number : null;
}
