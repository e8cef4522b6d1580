/**
 * The response as evidence keeps it, from the message as it was parsed.
 *
 * Records of other classes than IN are left out, with an issue: nobody asked for them, and a reader
 * would take them for answers. So is what goes beyond the bounds that the caller sets, since evidence is kept.
 */
import type { DnsRecord, DnsResponse } from '../../model/dns.js';
import type { ParsedDnsMessage, ParsedRecord } from './parse-dns-message.js';

const internetClass = 1;

export interface ResponseBounds {
  /** Records of each section that are kept. */
  readonly records: number;
  /** Records with longer data are left out. */
  readonly rdataOctets: number;
}

const unbounded: ResponseBounds = { records: Number.POSITIVE_INFINITY, rdataOctets: Number.POSITIVE_INFINITY };

/** What the message says, plain JSON; each issue begins with its offset. */
export function deriveDnsResponse(message: ParsedDnsMessage, transport: 'udp' | 'tcp', bounds: ResponseBounds = unbounded): DnsResponse {
  const { aa, tc, rd, ra, ad, cd } = message.flags;
  const { edns } = message;
  const foreign = [...message.answer, ...message.authority, ...message.additional].filter((each) => !isInternet(each));
  const issues = message.issues.map(({ offset, text }) => `octet ${offset}: ${text}`);
  if (foreign[0] !== undefined) issues.push(`octet ${foreign[0].offset}: ${foreign.length} records of another class than IN were left out`);
  const sections = [message.answer, message.authority, message.additional].map((section) => section.filter(isInternet));
  const [answer = [], authority = [], additional = []] = sections.map((section) => keepWithin(section, bounds));
  const leftOut = sections.flat().length - answer.length - authority.length - additional.length;
  if (leftOut > 0) issues.push(`octet ${message.bytes.length}: ${leftOut} records were left out, being too many or too long to be kept`);
  return {
    rcode: message.rcode,
    flags: { aa, tc, rd, ra, ad, cd },
    transport,
    edns: edns === null ? null : { version: edns.version, udpSize: edns.udpSize, dnssecOk: edns.dnssecOk },
    extendedErrors: edns?.extendedErrors ?? [],
    answer,
    authority,
    additional,
    sizeBytes: message.bytes.length,
    issues,
  };
}

function isInternet(each: ParsedRecord): boolean {
  return each.class === internetClass;
}

function keepWithin(section: readonly ParsedRecord[], { records, rdataOctets }: ResponseBounds): readonly DnsRecord[] {
  return section
    .filter((each) => each.rdataLength <= rdataOctets)
    .slice(0, records)
    .map((each) => each.record);
}
