/**
 * DNS as evidence holds it: questions, records, responses; made by `parse/dns`.
 */
import type { DomainName } from './domain-name.js';
import type { IpAddress } from './ip-address.js';

/** The mnemonic of a type, or `TYPE65280` (RFC 3597 section 5). */
export type RecordType = string;

/** RDATA by what the program reads; every other type keeps its octets. */
export type RecordData =
  | { readonly type: 'A' | 'AAAA'; readonly address: IpAddress }
  | { readonly type: 'MX'; readonly preference: number; readonly exchange: DomainName }
  | { readonly type: 'NS' | 'CNAME' | 'PTR' | 'DNAME'; readonly target: DomainName }
  | {
      readonly type: 'SOA';
      readonly primary: DomainName;
      readonly mailbox: DomainName;
      readonly serial: number;
      readonly refresh: number;
      readonly retry: number;
      readonly expire: number;
      readonly minimumSeconds: number;
    }
  | { readonly type: 'TXT'; readonly strings: readonly string[] }
  | { readonly type: 'other'; readonly rdataBase64: string };

export interface DnsRecord {
  readonly owner: DomainName;
  readonly type: RecordType;
  readonly ttlSeconds: number;
  readonly data: RecordData;
}

/** `NOERROR`, `FORMERR`, `SERVFAIL`, `NXDOMAIN`, `NOTIMP`, `REFUSED`, …, or `RCODE17`. Extended by EDNS where there is one. */
export type Rcode = string;

/** RFC 8914. */
export interface ExtendedError {
  readonly code: number;
  readonly text: string;
}

export interface DnsFlags {
  readonly aa: boolean;
  readonly tc: boolean;
  readonly rd: boolean;
  readonly ra: boolean;
  readonly ad: boolean;
  readonly cd: boolean;
}

export interface DnsResponse {
  readonly rcode: Rcode;
  readonly flags: DnsFlags;
  readonly transport: 'udp' | 'tcp';
  readonly edns: { readonly version: number; readonly udpSize: number; readonly dnssecOk: boolean } | null;
  readonly extendedErrors: readonly ExtendedError[];
  readonly answer: readonly DnsRecord[];
  readonly authority: readonly DnsRecord[];
  readonly additional: readonly DnsRecord[];
  readonly sizeBytes: number;
  /** What a strict reader would complain about: counts that do not fit, octets behind the end, records left out beyond the bound. */
  readonly issues: readonly string[];
}

/** Who is asked. `resolver`: one of the machine's; `authority`: one met on the walk, for the zone named. */
export interface DnsServer {
  readonly role: 'resolver' | 'authority';
  readonly address: IpAddress;
  readonly port: number;
  /** The name server's name where the walk met it under one. */
  readonly name: DomainName | null;
  /** The zone for which the walk asked it; null for a resolver. */
  readonly zone: DomainName | null;
}

export interface DnsQuestion {
  readonly name: DomainName;
  readonly type: RecordType;
  readonly server: DnsServer;
  /** RD: set for resolvers, clear for authorities. */
  readonly recursionDesired: boolean;
  /** CD: set for the second question that tells a validation failure from a broken zone (RFC 4035 section 3.2.2). */
  readonly checkingDisabled: boolean;
}

/** Failures below the rcode. `refused`: ICMP port unreachable or RST; `mismatched`: only answers with a wrong id or question came. */
export type DnsFailure = 'timeout' | 'refused' | 'unreachable' | 'malformed' | 'mismatched';

/** One packet exchange: `formerr`-like rcodes, truncation and silence lead to the next attempt. */
export interface DnsAttempt {
  readonly transport: 'udp' | 'tcp';
  readonly edns: boolean;
  readonly startedMs: number;
  readonly durationMs: number;
  readonly result: 'answered' | 'truncated' | DnsFailure;
}

/** The id of the evidence that answers the question: `dns/mx/example.com/192.0.2.53`, `…#5353`, `…/cd`. */
export function dnsEvidenceId(question: DnsQuestion): string {
  const { address, port } = question.server;
  const server = port === 53 ? address : `${address}#${port}`;
  const role = question.server.role === 'resolver' ? '' : '/norec';
  return `dns/${question.type.toLowerCase()}/${question.name}/${server}${role}${question.checkingDisabled ? '/cd' : ''}`;
}
