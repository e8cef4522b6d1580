/**
 * The response as evidence keeps it, from the message as it was parsed.
 *
 * Records of other classes than IN are left out, with an issue: nobody asked for them, and a reader
 * would take them for answers.
 */
import type { DnsRecord, DnsResponse } from '../../model/dns.js';
import type { ParsedDnsMessage, ParsedRecord } from './parse-dns-message.js';

const internetClass = 1;

/** What the message says, plain JSON; each issue begins with its offset. */
export function deriveDnsResponse(message: ParsedDnsMessage, transport: 'udp' | 'tcp'): DnsResponse {
  const { aa, tc, rd, ra, ad, cd } = message.flags;
  const { edns } = message;
  const foreign = [...message.answer, ...message.authority, ...message.additional].filter((each) => each.class !== internetClass);
  const issues = message.issues.map(({ offset, text }) => `octet ${offset}: ${text}`);
  if (foreign[0] !== undefined) issues.push(`octet ${foreign[0].offset}: ${foreign.length} records of another class than IN were left out`);
  return {
    rcode: message.rcode,
    flags: { aa, tc, rd, ra, ad, cd },
    transport,
    edns: edns === null ? null : { version: edns.version, udpSize: edns.udpSize, dnssecOk: edns.dnssecOk },
    extendedErrors: edns?.extendedErrors ?? [],
    answer: internetRecords(message.answer),
    authority: internetRecords(message.authority),
    additional: internetRecords(message.additional),
    sizeBytes: message.bytes.length,
    issues,
  };
}

function internetRecords(records: readonly ParsedRecord[]): readonly DnsRecord[] {
  return records.filter((each) => each.class === internetClass).map((each) => each.record);
}
