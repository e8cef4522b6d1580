/**
 * The shape of every kind of evidence, held against the model by the compiler.
 */
import type {
  CertificateFacts,
  ConnectEvidence,
  ConnectFailure,
  ConnectPurpose,
  EndEvidence,
  Evidence,
  PingEvidence,
  PingFailure,
  ReplyEvidence,
  SmtpAnomaly,
  SmtpEvidence,
  SmtpFailure,
  SmtpPurpose,
  SourceEvidence,
  SystemEvidence,
  TlsEvidence,
  TlsFailureSide,
} from '../model/evidence.js';
import type { TranscriptEvent } from '../model/reply.js';
import { dns } from './dns-shapes.js';
import { frame, type Outcome, skipped, stage } from './frame-shapes.js';
import { exchange, receivedText } from './reply-shapes.js';
import {
  domainName,
  exactly,
  flag,
  ipAddress,
  listOf,
  moment,
  nullable,
  number,
  optional,
  recordOf,
  taggedBy,
  text,
  wordOf,
} from './shape.js';

const ping = recordOf<PingEvidence>({
  ...frame,
  kind: exactly('ping'),
  address: ipAddress,
  outcome: taggedBy<PingEvidence['outcome'], 'state'>('state', {
    answered: recordOf<Outcome<PingEvidence, 'answered'>>({ state: exactly('answered'), roundTripMs: number }),
    failed: recordOf<Outcome<PingEvidence, 'failed'>>({
      state: exactly('failed'),
      failure: wordOf<PingFailure>({
        silent: true,
        unreachable: true,
        prohibited: true,
        'no-command': true,
        'not-permitted': true,
        unreadable: true,
      }),
      detail: nullable(text),
    }),
    skipped,
  }),
});

const connect = recordOf<ConnectEvidence>({
  ...frame,
  kind: exactly('connect'),
  address: ipAddress,
  port: number,
  exchange: nullable(domainName),
  purpose: wordOf<ConnectPurpose>({ walk: true, look: true, life: true, control: true }),
  outcome: taggedBy<ConnectEvidence['outcome'], 'state'>('state', {
    connected: recordOf<Outcome<ConnectEvidence, 'connected'>>({ state: exactly('connected'), source: ipAddress }),
    failed: recordOf<Outcome<ConnectEvidence, 'failed'>>({
      state: exactly('failed'),
      failure: wordOf<ConnectFailure>({
        refused: true,
        reset: true,
        'host-unreachable': true,
        'network-unreachable': true,
        prohibited: true,
        silent: true,
        'no-source': true,
        other: true,
      }),
      detail: nullable(text),
      waitedMs: number,
      limitMs: number,
    }),
    skipped,
  }),
});

const smtpPurpose = wordOf<SmtpPurpose>({ deliver: true, look: true, plain: true, 'old-tls': true, control: true });

const conversation = { exchange: nullable(domainName), address: ipAddress, port: number, purpose: smtpPurpose };

const smtp = recordOf<SmtpEvidence>({
  ...frame,
  ...conversation,
  kind: exactly('smtp'),
  identity: recordOf<SmtpEvidence['identity']>({ helo: text, sender: nullable(text), recipient: nullable(text) }),
  exchanges: listOf(exchange),
  extensions: nullable(listOf(text)),
  extensionsBeforeTls: nullable(listOf(text)),
  transcript: listOf(
    recordOf<TranscriptEvent>({
      atMs: number,
      direction: wordOf({ sent: true, received: true, note: true }),
      stage,
      line: receivedText,
      encrypted: flag,
    }),
  ),
  tls: nullable(text),
  anomalies: listOf(
    wordOf<SmtpAnomaly>({
      'text-after-starttls': true,
      'unsolicited-reply': true,
      'bare-lf': true,
      'bare-cr': true,
      'line-too-long': true,
      'control-characters': true,
      'early-close': true,
    }),
  ),
  outcome: taggedBy<SmtpEvidence['outcome'], 'state'>('state', {
    completed: recordOf<Outcome<SmtpEvidence, 'completed'>>({ state: exactly('completed') }),
    failed: recordOf<Outcome<SmtpEvidence, 'failed'>>({
      state: exactly('failed'),
      stage,
      failure: wordOf<SmtpFailure>({
        timeout: true,
        closed: true,
        reset: true,
        'not-smtp': true,
        flood: true,
        tls: true,
        'cut-short': true,
      }),
      detail: nullable(text),
      waitedMs: number,
      limitMs: number,
    }),
    skipped,
  }),
});

const certificate = recordOf<CertificateFacts>({
  subject: text,
  issuer: text,
  names: listOf(text),
  validFrom: moment,
  validTo: moment,
  sha256: text,
  keyType: text,
  keyBits: nullable(number),
});

const tls = recordOf<TlsEvidence>({
  ...frame,
  ...conversation,
  kind: exactly('tls'),
  outcome: taggedBy<TlsEvidence['outcome'], 'state'>('state', {
    established: recordOf<Outcome<TlsEvidence, 'established'>>({
      state: exactly('established'),
      protocol: text,
      cipher: text,
      chain: listOf(certificate),
      chainFault: nullable(text),
      nameMatches: nullable(flag),
    }),
    failed: recordOf<Outcome<TlsEvidence, 'failed'>>({
      state: exactly('failed'),
      side: wordOf<TlsFailureSide>({ server: true, here: true, connection: true }),
      detail: text,
      waitedMs: number,
      limitMs: number,
    }),
    skipped,
  }),
});

const system = recordOf<SystemEvidence>({
  ...frame,
  kind: exactly('system'),
  hostName: text,
  fullName: nullable(domainName),
  resolvers: listOf(ipAddress),
  sources: listOf(ipAddress),
  platform: text,
});

const source = recordOf<SourceEvidence>({
  ...frame,
  kind: exactly('source'),
  family: (value, path) => (value === 4 || value === 6 ? null : `${path} is neither 4 nor 6`),
  outcome: taggedBy<SourceEvidence['outcome'], 'state'>('state', {
    found: recordOf<Outcome<SourceEvidence, 'found'>>({ state: exactly('found'), address: ipAddress }),
    none: recordOf<Outcome<SourceEvidence, 'none'>>({ state: exactly('none'), detail: text }),
    skipped,
  }),
});

const end = recordOf<EndEvidence>({
  ...frame,
  kind: exactly('end'),
  reason: wordOf({ deadline: true, interrupted: true }),
  limitMs: nullable(number),
});

const reported = recordOf<ReplyEvidence>({
  ...frame,
  kind: exactly('reply'),
  stage: nullable(stage),
  host: nullable(text),
  exchange,
  isStandIn: optional(flag),
  isOwnSide: optional(flag),
});

export const evidenceShape = taggedBy<Evidence, 'kind'>('kind', { dns, ping, connect, smtp, tls, system, source, end, reply: reported });
