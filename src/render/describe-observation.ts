/**
 * Single observations in a few words: what a name server answered, what came of a connect, a ping, a handshake.
 *
 * Nothing is made visible here; that is done where the words are shown.
 */
import type { DnsRecord } from '../model/dns.js';
import type { DnsEvidence, Evidence, SmtpEvidence, TlsEvidence } from '../model/evidence.js';
import { formatDate, formatDuration, formatSpan } from './format-time.js';

/** Records shown of one answer: a thousand of them stand in the JSON. */
const shownRecords = 12;

/** "MX example.com". */
export function describeQuestion({ question }: DnsEvidence): string {
  return `${question.type} ${question.name}${question.checkingDisabled ? ' (CD)' : ''}`;
}

/** "ns1.example.com (192.0.2.53)", or the address alone. */
export function describeServer({ question: { server } }: DnsEvidence): string {
  const address = server.port === 53 ? server.address : `${server.address}#${server.port}`;
  return server.name === null ? address : `${server.name} (${address})`;
}

/** "NOERROR (aa); example.com 3600 MX 10 mx1.example.com". */
export function describeAnswer({ outcome }: DnsEvidence): string {
  if (outcome.state === 'skipped') return describeSkip(outcome.reason);
  if (outcome.state === 'failed') return withDetail(outcome.failure, outcome.detail);
  const { rcode, flags, answer, authority, extendedErrors } = outcome.response;
  const raised = Object.entries(flags).flatMap(([name, up]) => (up ? [name] : []));
  const errors = extendedErrors.map(({ code, text }) => `EDE ${code}${text === '' ? '' : ` ${text}`}`);
  const records = answer.length > 0 ? answer : authority;
  const more = records.length > shownRecords ? [`${records.length - shownRecords} more`] : [];
  const head = raised.length === 0 ? rcode : `${rcode} (${raised.join(' ')})`;
  return [head, ...errors, ...records.slice(0, shownRecords).map(formatRecord), ...more].join('; ');
}

function formatRecord({ owner, type, ttlSeconds, data }: DnsRecord): string {
  return `${owner} ${ttlSeconds} ${type} ${formatData(data)}`;
}

function formatData(data: DnsRecord['data']): string {
  if ('address' in data) return data.address;
  if ('target' in data) return data.target;
  if (data.type === 'MX') return `${data.preference} ${data.exchange}`;
  if (data.type === 'SOA') return `${data.primary} ${data.serial}`;
  return data.type === 'TXT' ? data.strings.map((text) => JSON.stringify(text)).join(' ') : data.rdataBase64;
}

/** What TLS came to, a line each: protocol and chain, then the leaf; or how it failed. */
export function describeHandshake({ outcome }: TlsEvidence): readonly string[] {
  if (outcome.state === 'skipped') return [describeSkip(outcome.reason)];
  if (outcome.state === 'failed') return [`TLS failed (${outcome.side}): ${outcome.detail}`];
  const { protocol, cipher, chain, chainFault, nameMatches } = outcome;
  const name = nameMatches === null ? '' : `, name ${nameMatches ? 'fits' : 'differs'}`;
  const [leaf] = chain;
  const summary = `${protocol}, ${cipher}, chain ${chainFault ?? 'trusted'}${name}`;
  return leaf === undefined ? [summary] : [summary, `${leaf.subject}, by ${leaf.issuer}, until ${formatDate(leaf.validTo)}`];
}

/** How a conversation broke off; null where it ran to its end. */
export function describeBreak({ outcome }: SmtpEvidence): string | null {
  if (outcome.state === 'completed') return null;
  if (outcome.state === 'skipped') return describeSkip(outcome.reason);
  const waited = outcome.waitedMs > 0 ? ` after ${formatSpan(outcome.waitedMs)}` : '';
  return withDetail(`${outcome.failure} at ${outcome.stage}${waited}`, outcome.detail);
}

type Other = Exclude<Evidence, { readonly kind: 'dns' | 'smtp' | 'tls' }>;

/** What was looked at: "ping 192.0.2.25", "connect 192.0.2.25 port 25". */
export function describeSubject(evidence: Other): string {
  switch (evidence.kind) {
    case 'ping':
      return `ping ${evidence.address}`;
    case 'connect':
      return `connect ${evidence.address} port ${evidence.port}`;
    case 'source':
      return `source address for IPv${evidence.family}`;
    case 'system':
      return 'this machine';
    case 'end':
      return 'early end';
    case 'reply':
      return 'reported reply';
  }
}

/** What was seen there. */
export function describeObservation(evidence: Other): string {
  switch (evidence.kind) {
    case 'system':
      return `${evidence.fullName ?? evidence.hostName}, ${evidence.platform}, resolvers ${evidence.resolvers.join(', ') || 'none'}`;
    case 'end':
      return evidence.limitMs === null ? evidence.reason : `${evidence.reason} of ${formatDuration(evidence.limitMs)}`;
    case 'reply':
      return evidence.exchange.reply?.lines.map(({ text }) => text).join(' / ') ?? 'no reply';
    default:
      return describeOutcome(evidence.outcome);
  }
}

type Looked = Extract<Other, { readonly outcome: unknown }>['outcome'];

function describeOutcome(outcome: Looked): string {
  switch (outcome.state) {
    case 'skipped':
      return describeSkip(outcome.reason);
    case 'answered':
      return `answered in ${formatSpan(outcome.roundTripMs)}`;
    case 'connected':
      return `connected from ${outcome.source}`;
    case 'found':
      return outcome.address;
    case 'none':
      return withDetail('none', outcome.detail);
    case 'failed': {
      const waited = 'waitedMs' in outcome && outcome.failure === 'silent' ? ` for ${formatSpan(outcome.waitedMs)}` : '';
      return withDetail(`${outcome.failure}${waited}`, outcome.detail);
    }
  }
}

function describeSkip(reason: string): string {
  return `not done (${reason})`;
}

function withDetail(text: string, detail: string | null): string {
  return detail === null || detail === '' ? text : `${text}: ${detail}`;
}

/** The evidence of the kinds asked for, in the order in which it was begun. */
export function listByTime<Kind extends Evidence['kind']>(
  evidence: readonly Evidence[],
  kinds: readonly Kind[],
): readonly Extract<Evidence, { readonly kind: Kind }>[] {
  const isAsked = (item: Evidence): item is Extract<Evidence, { readonly kind: Kind }> => kinds.some((kind) => kind === item.kind);
  return evidence.filter(isAsked).sort((a, b) => a.startedMs - b.startedMs);
}
