/**
 * Record types: mnemonics and numbers (IANA registry "Resource Record (RR) TYPEs").
 *
 * The types that are in use have their mnemonic, every other number is written `TYPEnnn`
 * (RFC 3597 section 5).
 */
import type { RecordType } from '../../model/dns.js';

const numberOfType: Readonly<Record<string, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MB: 7,
  MG: 8,
  MR: 9,
  NULL: 10,
  WKS: 11,
  PTR: 12,
  HINFO: 13,
  MINFO: 14,
  MX: 15,
  TXT: 16,
  RP: 17,
  AFSDB: 18,
  SIG: 24,
  KEY: 25,
  AAAA: 28,
  LOC: 29,
  SRV: 33,
  NAPTR: 35,
  KX: 36,
  CERT: 37,
  DNAME: 39,
  OPT: 41,
  APL: 42,
  DS: 43,
  SSHFP: 44,
  IPSECKEY: 45,
  RRSIG: 46,
  NSEC: 47,
  DNSKEY: 48,
  DHCID: 49,
  NSEC3: 50,
  NSEC3PARAM: 51,
  TLSA: 52,
  SMIMEA: 53,
  HIP: 55,
  CDS: 59,
  CDNSKEY: 60,
  OPENPGPKEY: 61,
  CSYNC: 62,
  ZONEMD: 63,
  SVCB: 64,
  HTTPS: 65,
  DSYNC: 66,
  SPF: 99,
  EUI48: 108,
  EUI64: 109,
  TKEY: 249,
  TSIG: 250,
  IXFR: 251,
  AXFR: 252,
  ANY: 255,
  URI: 256,
  CAA: 257,
  RESINFO: 261,
  DLV: 32769,
};

const typeOfNumber: ReadonlyMap<number, RecordType> = new Map(Object.entries(numberOfType).map(([type, number]) => [number, type]));

/** The mnemonic of a type's number, `TYPEnnn` where it has none. */
export function formatRecordType(number: number): RecordType {
  return typeOfNumber.get(number) ?? `TYPE${number}`;
}

/** The number of a mnemonic or of `TYPEnnn`, in upper case; null where the text is no type. */
export function recordTypeNumber(type: RecordType): number | null {
  if (Object.hasOwn(numberOfType, type)) return numberOfType[type] ?? null;
  const digits = /^TYPE(0|[1-9]\d{0,4})$/.exec(type)?.[1];
  if (digits === undefined) return null;
  const number = Number(digits);
  return number <= 0xffff ? number : null;
}

/** All mnemonics, in the order of their numbers. */
export const recordTypes: readonly RecordType[] = [...typeOfNumber.values()];
