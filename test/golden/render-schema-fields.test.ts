/**
 * `docs/report.schema.json` describes the fields of the model; the compiler asks for a field that is added to a type.
 */
import { describe, expect, it } from 'vitest';
import type { TraceIdentity } from '../../src/model/case-file.js';
import type { DnsAttempt, DnsFlags, DnsQuestion, DnsRecord, DnsResponse } from '../../src/model/dns.js';
import type {
  CertificateFacts,
  ConnectEvidence,
  DnsEvidence,
  EndEvidence,
  PingEvidence,
  ReplyEvidence,
  SmtpEvidence,
  SourceEvidence,
  SystemEvidence,
  TlsEvidence,
} from '../../src/model/evidence.js';
import type { Mailbox } from '../../src/model/mail-address.js';
import type { Exchange, Reply, TranscriptEvent } from '../../src/model/reply.js';
import type { ReplyDetails, ReplyReading } from '../../src/model/reply-meaning.js';
import type {
  Check,
  Finding,
  MxOpinion,
  Report,
  ReportTarget,
  RouteAddress,
  RouteExchange,
  SaidBy,
  SenderForecast,
  Vantage,
  Verdict,
} from '../../src/model/report.js';
import type { Subject } from '../../src/model/subject.js';
import type { TraceOptions } from '../../src/model/trace-options.js';
import { toObject } from './render-check-schema.js';
import { findDefinition, findProperty, keysOf, listFields, schema } from './render-read-schema.js';

type Keys<Type> = Readonly<Record<keyof Required<Type>, true>>;

describe('the schema describes the fields of the model', () => {
  const frame = { id: true, kind: true, origin: true, startedMs: true, durationMs: true } as const;
  const host = { exchange: true, address: true, port: true, purpose: true } as const;
  const report: Keys<Report> = {
    schema: true,
    version: true,
    kind: true,
    complete: true,
    target: true,
    asked: true,
    options: true,
    vantage: true,
    identity: true,
    startedAt: true,
    durationMs: true,
    verdict: true,
    forecast: true,
    route: true,
    endsAt: true,
    opinions: true,
    findings: true,
    checks: true,
    evidence: true,
  };
  const verdict: Keys<Verdict> = {
    outcome: true,
    cause: true,
    finding: true,
    subject: true,
    responsible: true,
    alsoInform: true,
    confidence: true,
    confidenceReason: true,
    waitingHelps: true,
    waiting: true,
    summary: true,
    remedy: true,
    alsoStanding: true,
    inOrder: true,
    undetermined: true,
    saidBy: true,
  };
  const finding: Keys<Finding> = {
    id: true,
    code: true,
    says: true,
    severity: true,
    confidence: true,
    subject: true,
    arguments: true,
    title: true,
    explanation: true,
    responsible: true,
    alsoInform: true,
    remedy: true,
    waitingHelps: true,
    references: true,
    evidence: true,
    explainedBy: true,
  };
  const saidBy: Keys<SaidBy> = {
    exchange: true,
    address: true,
    stage: true,
    command: true,
    encrypted: true,
    atMs: true,
    lines: true,
    evidence: true,
    reading: true,
  };
  const reading: Keys<ReplyReading> = { decidedBy: true, provider: true, contradicts: true, details: true };
  const details: Keys<ReplyDetails> = { blocklist: true, links: true, addresses: true, retryAfterSeconds: true, ticket: true };
  const routeAddress: Keys<RouteAddress> = {
    address: true,
    pingMs: true,
    ping: true,
    connectMs: true,
    greetingMs: true,
    tls: true,
    stage: true,
    result: true,
    reply: true,
    remark: true,
    evidence: true,
  };
  const routeExchange: Keys<RouteExchange> = {
    exchange: true,
    preference: true,
    via: true,
    implicit: true,
    addresses: true,
    problem: true,
  };
  const check: Keys<Check> = { rule: true, result: true, reason: true };
  const forecast: Keys<SenderForecast> = { sender: true, note: true, nextTriesMs: true, givesUpMs: true };
  const opinion: Keys<MxOpinion> = { servers: true, role: true, ttlSeconds: true, answer: true };
  const vantage: Keys<Vantage> = { resolvers: true, source: true, public: true, helo: true, sender: true, assumed: true };
  const target: Keys<ReportTarget> = { input: true, address: true, domain: true, domainUnicode: true, assumed: true };
  const subject: Keys<Subject> = { kind: true, name: true, within: true };
  const identity: Keys<TraceIdentity> = { helo: true, sender: true, assumed: true };
  const mailbox: Keys<Mailbox> = { address: true, localPart: true, domain: true, needsSmtpUtf8: true };
  const options: Keys<TraceOptions> = {
    resolvers: true,
    walk: true,
    rootHints: true,
    from: true,
    fromNeedsSmtpUtf8: true,
    helo: true,
    source: true,
    family: true,
    exchange: true,
    port: true,
    sizeBytes: true,
    all: true,
    postmaster: true,
    controls: true,
    ping: true,
    probe: true,
    connectTimeoutMs: true,
    replyTimeoutMs: true,
    deadlineMs: true,
    patient: true,
    concurrency: true,
    send: true,
  };
  const dns: Keys<DnsEvidence> = { ...frame, question: true, attempts: true, outcome: true };
  const question: Keys<DnsQuestion> = { name: true, type: true, server: true, recursionDesired: true, checkingDisabled: true };
  const attempt: Keys<DnsAttempt> = { transport: true, edns: true, startedMs: true, durationMs: true, result: true };
  const response: Keys<DnsResponse> = {
    rcode: true,
    flags: true,
    transport: true,
    edns: true,
    extendedErrors: true,
    answer: true,
    authority: true,
    additional: true,
    sizeBytes: true,
    issues: true,
  };
  const flags: Keys<DnsFlags> = { aa: true, tc: true, rd: true, ra: true, ad: true, cd: true };
  const record: Keys<DnsRecord> = { owner: true, type: true, ttlSeconds: true, data: true };
  const ping: Keys<PingEvidence> = { ...frame, address: true, outcome: true };
  const connect: Keys<ConnectEvidence> = { ...frame, ...host, outcome: true };
  const smtp: Keys<SmtpEvidence> = {
    ...frame,
    ...host,
    identity: true,
    exchanges: true,
    extensions: true,
    extensionsBeforeTls: true,
    transcript: true,
    tls: true,
    anomalies: true,
    outcome: true,
  };
  const tls: Keys<TlsEvidence> = { ...frame, ...host, outcome: true };
  const certificate: Keys<CertificateFacts> = {
    subject: true,
    issuer: true,
    names: true,
    validFrom: true,
    validTo: true,
    sha256: true,
    keyType: true,
    keyBits: true,
  };
  const system: Keys<SystemEvidence> = { ...frame, hostName: true, fullName: true, resolvers: true, sources: true, platform: true };
  const source: Keys<SourceEvidence> = { ...frame, family: true, outcome: true };
  const end: Keys<EndEvidence> = { ...frame, reason: true, limitMs: true };
  const reported: Keys<ReplyEvidence> = { ...frame, stage: true, host: true, exchange: true, isStandIn: true, isOwnSide: true };
  const exchange: Keys<Exchange> = { stage: true, command: true, reply: true, sentMs: true, receivedMs: true };
  const reply: Keys<Reply> = { code: true, enhanced: true, lines: true, issues: true };
  const event: Keys<TranscriptEvent> = { atMs: true, direction: true, stage: true, line: true, encrypted: true };

  const rows: readonly (readonly [string, Readonly<Record<string, true>>])[] = [
    ['verdict', verdict],
    ['finding', finding],
    ['saidBy', saidBy],
    ['replyReading', reading],
    ['replyDetails', details],
    ['routeAddress', routeAddress],
    ['routeExchange', routeExchange],
    ['check', check],
    ['senderForecast', forecast],
    ['mxOpinion', opinion],
    ['vantage', vantage],
    ['reportTarget', target],
    ['subject', subject],
    ['identity', identity],
    ['mailbox', mailbox],
    ['options', options],
    ['dnsEvidence', dns],
    ['dnsQuestion', question],
    ['dnsAttempt', attempt],
    ['dnsResponse', response],
    ['dnsRecord', record],
    ['pingEvidence', ping],
    ['connectEvidence', connect],
    ['smtpEvidence', smtp],
    ['tlsEvidence', tls],
    ['certificate', certificate],
    ['systemEvidence', system],
    ['sourceEvidence', source],
    ['endEvidence', end],
    ['replyEvidence', reported],
    ['exchange', exchange],
    ['reply', reply],
    ['transcriptEvent', event],
  ];

  it.each(rows)('%s', (name, fields) => {
    expect(listFields(findDefinition(name))).toEqual(keysOf(fields));
  });

  it('the report itself, and the flags of an answer', () => {
    expect(listFields(schema)).toEqual(keysOf(report));
    expect(listFields(toObject(findProperty(findDefinition('dnsResponse'), 'flags')))).toEqual(keysOf(flags));
  });
});
