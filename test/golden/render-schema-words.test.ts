/**
 * `docs/report.schema.json` lists the words of the model; the compiler asks for a word that is added to a type.
 */
import { describe, expect, it } from 'vitest';
import type { DnsFailure } from '../../src/model/dns.js';
import type {
  ConnectFailure,
  ConnectPurpose,
  EvidenceKind,
  Origin,
  PingFailure,
  SkipReason,
  SmtpAnomaly,
  SmtpFailure,
  SmtpPurpose,
} from '../../src/model/evidence.js';
import type { ReplyIssue } from '../../src/model/reply.js';
import type { Check, RouteResult } from '../../src/model/report.js';
import { subjectKinds } from '../../src/model/subject.js';
import { codes, confidences, outcomes, parties, severities, stages, waitingAnswers } from '../../src/model/vocabulary.js';
import { toList, toObject } from './render-check-schema.js';
import { findDefinition, keysOf, listWords } from './render-read-schema.js';

describe('the schema lists the words of the model', () => {
  const kinds: Record<EvidenceKind, true> = {
    dns: true,
    ping: true,
    connect: true,
    smtp: true,
    tls: true,
    system: true,
    source: true,
    end: true,
    reply: true,
  };
  const origins: Record<Origin, true> = { live: true, bounce: true, queue: true, log: true, capture: true, text: true };
  const skipReasons: Record<SkipReason, true> = {
    deadline: true,
    interrupted: true,
    option: true,
    'not-needed': true,
    'no-family': true,
    private: true,
    polite: true,
  };
  const results: Record<RouteResult, true> = {
    accepted: true,
    refused: true,
    deferred: true,
    'no-connection': true,
    'no-greeting': true,
    'broken-off': true,
    'looked-at': true,
    'not-tried': true,
    'stopped-before-mail': true,
  };
  const dnsFailures: Record<DnsFailure, true> = { timeout: true, refused: true, unreachable: true, malformed: true, mismatched: true };
  const pingFailures: Record<PingFailure, true> = {
    silent: true,
    unreachable: true,
    prohibited: true,
    'no-command': true,
    'not-permitted': true,
    unreadable: true,
  };
  const connectFailures: Record<ConnectFailure, true> = {
    refused: true,
    reset: true,
    'host-unreachable': true,
    'network-unreachable': true,
    prohibited: true,
    silent: true,
    'no-source': true,
    other: true,
  };
  const connectPurposes: Record<ConnectPurpose, true> = { walk: true, look: true, life: true, control: true };
  const smtpPurposes: Record<SmtpPurpose, true> = { deliver: true, look: true, plain: true, 'old-tls': true, control: true };
  const smtpFailures: Record<SmtpFailure, true> = {
    timeout: true,
    closed: true,
    reset: true,
    'not-smtp': true,
    flood: true,
    tls: true,
    'cut-short': true,
  };
  const anomalies: Record<SmtpAnomaly, true> = {
    'text-after-starttls': true,
    'unsolicited-reply': true,
    'bare-lf': true,
    'bare-cr': true,
    'line-too-long': true,
    'control-characters': true,
    'early-close': true,
  };
  const replyIssues: Record<ReplyIssue, true> = {
    'bare-lf': true,
    'bare-cr': true,
    'line-too-long': true,
    'code-changes': true,
    'no-text-separator': true,
    truncated: true,
    'not-utf8': true,
    'control-characters': true,
  };
  const checkResults: Record<Check['result'], true> = { found: true, clear: true, 'not-applicable': true, 'could-not-tell': true };

  it.each([
    ['code', [...codes].sort()],
    ['outcome', [...outcomes].sort()],
    ['severity', [...severities].sort()],
    ['confidence', [...confidences].sort()],
    ['party', [...parties].sort()],
    ['waitingHelps', [...waitingAnswers].sort()],
    ['stage', [...stages].sort()],
    ['subject.kind', [...subjectKinds].sort()],
    ['origin', keysOf(origins)],
    ['skipped.reason', keysOf(skipReasons)],
    ['routeAddress.result', keysOf(results)],
    ['check.result', keysOf(checkResults)],
    ['dnsEvidence.outcome.failure', keysOf(dnsFailures)],
    ['dnsAttempt.result', keysOf({ ...dnsFailures, answered: true, truncated: true })],
    ['pingEvidence.outcome.failure', keysOf(pingFailures)],
    ['connectEvidence.purpose', keysOf(connectPurposes)],
    ['connectEvidence.outcome.failure', keysOf(connectFailures)],
    ['smtpEvidence.purpose', keysOf(smtpPurposes)],
    ['smtpEvidence.outcome.failure', keysOf(smtpFailures)],
    ['smtpEvidence.anomalies.items', keysOf(anomalies)],
    ['reply.issues.items', keysOf(replyIssues)],
  ])('%s', (path, words) => {
    expect(listWords(path)).toEqual(words);
  });

  it('each kind of evidence', () => {
    const described = toList(findDefinition('evidence').anyOf ?? null).map((branch) => String(toObject(branch).$ref));
    expect(described).toEqual([...Object.keys(kinds), 'later'].map((kind) => `#/$defs/${kind}Evidence`));
  });
});
