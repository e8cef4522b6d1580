/**
 * What was looked at and found in order, in a few words each: what the reader need not look at again.
 *
 * Something is in order only where it was seen to work and no error or warning speaks about it; what was not looked
 * at is not listed.
 */
import type { HostResult } from '../facts/host-results.js';
import type { Finding, MxOpinion } from '../model/report.js';
import type { Stage } from '../model/vocabulary.js';
import type { CaseFacts } from './case-facts.js';
import { codePrefix } from './rank-causes.js';

/** The list for a trace, in the order of a delivery. */
export function listInOrder(facts: CaseFacts, findings: readonly Finding[]): readonly string[] {
  const faults = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const spoken = facts.course.at ?? facts.course.visited.find(({ smtp }) => smtp !== null) ?? null;
  const parts = [
    describeDns(facts, faults),
    describeMx(facts, faults),
    ...describePort(facts, faults),
    describeTls(spoken, faults),
    describeName(spoken, faults),
    describeSender(spoken, faults),
    describeRecipient(spoken),
  ];
  return parts.filter((part) => part !== null);
}

function hasFault(faults: readonly Finding[], ...prefixes: readonly string[]): boolean {
  return faults.some(({ code }) => prefixes.includes(codePrefix(code)));
}

const dnsFaults = /^(domain\.|resolver\.|local\.(resolver|dns)-)/;

function describeDns({ route, opinions }: CaseFacts, faults: readonly Finding[]): string | null {
  const looked = route.source === 'resolver' || route.source === 'authority';
  if (!looked || route.state === 'unknown' || route.state === 'lookup-failed' || route.state === 'alias-loop') return null;
  if (faults.some(({ code }) => dnsFaults.test(code))) return null;
  return describeAgreement(opinions);
}

function describeAgreement(opinions: readonly MxOpinion[]): string {
  const authorities = opinions.filter(({ role }) => role === 'authority');
  const servers = authorities[0]?.servers.length ?? 0;
  if (authorities.length !== 1 || servers === 0) return 'DNS';
  return servers === 1 ? 'DNS (its one server)' : `DNS (${servers} of ${servers} servers agree)`;
}

function describeMx({ route }: CaseFacts, faults: readonly Finding[]): string | null {
  const named = route.source === 'resolver' || route.source === 'authority';
  const explicit = route.exchanges.length > 0 && route.exchanges.every(({ implicit }) => !implicit);
  return named && explicit && !hasFault(faults, 'mx') ? 'MX' : null;
}

/** Where one host is silent and another answers, at least the way out of here is in order. */
function describePort({ course }: CaseFacts, faults: readonly Finding[]): readonly string[] {
  const connected = course.visited.filter(({ connect }) => connect?.outcome.state === 'connected');
  const [witness] = connected;
  if (witness === undefined) return [];
  if (connected.length === course.visited.length && !hasFault(faults, 'port', 'host', 'network', 'path'))
    return [`port ${witness.connect?.port ?? 25}`];
  if (faults.some(({ code }) => code.startsWith('local.egress'))) return [];
  const name = witness.exchange.exchange.split('.')[0] ?? witness.address;
  return [`outbound port ${witness.connect?.port ?? 25} here (${witness.exchange.name === null ? witness.address : name} answered)`];
}

function describeTls(host: HostResult | null, faults: readonly Finding[]): string | null {
  return host?.tls?.outcome.state === 'established' && !hasFault(faults, 'tls') ? 'TLS' : null;
}

/** The name given at EHLO was taken. */
function describeName(host: HostResult | null, faults: readonly Finding[]): string | null {
  const faulty = hasFault(faults, 'hello') || faults.some(({ code }) => code === 'sender.no-reverse-dns');
  return host !== null && wasAccepted(host, 'hello') && !faulty ? 'your name' : null;
}

function describeSender(host: HostResult | null, faults: readonly Finding[]): string | null {
  return host !== null && wasAccepted(host, 'mail') && !hasFault(faults, 'sender') ? 'sender' : null;
}

/** Only worth a word where something behind it fails. */
function describeRecipient(host: HostResult | null): string | null {
  const behind = host?.stage === 'data' || host?.stage === 'message';
  return behind && wasAccepted(host, 'rcpt') ? 'recipient' : null;
}

function wasAccepted({ smtp, plain }: HostResult, stage: Stage): boolean {
  const exchanges = (plain ?? smtp)?.exchanges ?? [];
  const reply = exchanges.findLast((exchange) => exchange.stage === stage && exchange.reply !== null)?.reply ?? null;
  return reply !== null && reply.code < 400;
}
