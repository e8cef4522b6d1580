/**
 * The shape of a DNS observation.
 */
import type { DnsAttempt, DnsFailure, DnsQuestion, DnsRecord, DnsResponse, RecordData } from '../model/dns.js';
import type { DnsEvidence } from '../model/evidence.js';
import { frame, type Outcome, skipped } from './frame-shapes.js';
import { domainName, exactly, flag, ipAddress, listOf, nullable, number, recordOf, taggedBy, text, wordOf } from './shape.js';

type Of<Type extends RecordData['type']> = Extract<RecordData, { readonly type: Type }>;

const address = recordOf<Extract<RecordData, { readonly address: unknown }>>({ type: wordOf({ A: true, AAAA: true }), address: ipAddress });

const target = recordOf<Extract<RecordData, { readonly target: unknown }>>({
  type: wordOf({ NS: true, CNAME: true, PTR: true, DNAME: true }),
  target: domainName,
});

const recordData = taggedBy<RecordData, 'type'>('type', {
  A: address,
  AAAA: address,
  NS: target,
  CNAME: target,
  PTR: target,
  DNAME: target,
  MX: recordOf<Of<'MX'>>({ type: exactly('MX'), preference: number, exchange: domainName }),
  SOA: recordOf<Of<'SOA'>>({
    type: exactly('SOA'),
    primary: domainName,
    mailbox: domainName,
    serial: number,
    refresh: number,
    retry: number,
    expire: number,
    minimumSeconds: number,
  }),
  TXT: recordOf<Of<'TXT'>>({ type: exactly('TXT'), strings: listOf(text) }),
  other: recordOf<Of<'other'>>({ type: exactly('other'), rdataBase64: text }),
});

const records = listOf(recordOf<DnsRecord>({ owner: domainName, type: text, ttlSeconds: number, data: recordData }));

const response = recordOf<DnsResponse>({
  rcode: text,
  flags: recordOf<DnsResponse['flags']>({ aa: flag, tc: flag, rd: flag, ra: flag, ad: flag, cd: flag }),
  transport: wordOf({ udp: true, tcp: true }),
  edns: nullable(recordOf<NonNullable<DnsResponse['edns']>>({ version: number, udpSize: number, dnssecOk: flag })),
  extendedErrors: listOf(recordOf<DnsResponse['extendedErrors'][number]>({ code: number, text })),
  answer: records,
  authority: records,
  additional: records,
  sizeBytes: number,
  issues: listOf(text),
});

const dnsFailures = { timeout: true, refused: true, unreachable: true, malformed: true, mismatched: true } as const;

export const dns = recordOf<DnsEvidence>({
  ...frame,
  kind: exactly('dns'),
  question: recordOf<DnsQuestion>({
    name: domainName,
    type: text,
    server: recordOf<DnsQuestion['server']>({
      role: wordOf({ resolver: true, authority: true }),
      address: ipAddress,
      port: number,
      name: nullable(domainName),
      zone: nullable(domainName),
    }),
    recursionDesired: flag,
    checkingDisabled: flag,
  }),
  attempts: listOf(
    recordOf<DnsAttempt>({
      transport: wordOf({ udp: true, tcp: true }),
      edns: flag,
      startedMs: number,
      durationMs: number,
      result: wordOf<DnsAttempt['result']>({ answered: true, truncated: true, ...dnsFailures }),
    }),
  ),
  outcome: taggedBy<DnsEvidence['outcome'], 'state'>('state', {
    answered: recordOf<Outcome<DnsEvidence, 'answered'>>({ state: exactly('answered'), response }),
    failed: recordOf<Outcome<DnsEvidence, 'failed'>>({
      state: exactly('failed'),
      failure: wordOf<DnsFailure>(dnsFailures),
      detail: nullable(text),
    }),
    skipped,
  }),
});
