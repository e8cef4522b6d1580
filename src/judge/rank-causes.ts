/**
 * The order of the causes: what stops every route, what stops where the sender ends, what else there is; then the
 * stage; then the order of the route.
 *
 * Only findings of severity error that nothing explains are causes. Whatever a finding explains counts as its own reach:
 * a blocked port 25 reaches every host that is silent because of it.
 */
import type { HostResult } from '../facts/host-results.js';
import type { SenderCourse } from '../facts/sender-course.js';
import type { Finding } from '../model/report.js';
import { isBeneath } from '../model/subject.js';
import type { Code } from '../model/vocabulary.js';
import { listConsequences, listUnexplained } from './explain-findings.js';
import { compareFindings } from './word-findings.js';

/** What a code is about: the part before the dot. */
export function codePrefix(code: Code): string {
  return code.slice(0, code.indexOf('.'));
}

/** Prefixes in the order of a delivery. What is not named here comes last. */
const stageOrder: readonly (readonly string[])[] = [
  ['address'],
  ['local'],
  ['resolver'],
  ['domain'],
  ['mx'],
  ['route'],
  ['network', 'host', 'port', 'path'],
  ['greeting'],
  ['hello'],
  ['tls'],
  ['connection'],
  ['sender'],
  ['recipient'],
  ['server'],
  ['message'],
];

/** The prefixes that decide before any host is asked. */
const routePrefixes: ReadonlySet<string> = new Set(['address', 'local', 'resolver', 'domain', 'mx', 'route']);

/** The prefixes that a reply cannot have decided. */
const replylessPrefixes: ReadonlySet<string> = new Set(['network', 'port', 'connection']);

/** The causes that stand on their own, the verdict's own first. */
export function rankCauses(findings: readonly Finding[], course: SenderCourse): readonly Finding[] {
  const ranked = listUnexplained(findings)
    .filter(({ severity }) => severity === 'error')
    .map((finding) => ({ finding, rank: rankFinding(finding, findings, course) }));
  ranked.sort((a, b) => compareRanks(a.rank, b.rank) || compareFindings(a.finding, b.finding));
  return ranked.map(({ finding }) => finding);
}

function rankFinding(finding: Finding, findings: readonly Finding[], course: SenderCourse): readonly number[] {
  const reached = listReached(finding, findings, course.visited);
  const stage = stageOrder.findIndex((prefixes) => prefixes.includes(codePrefix(finding.code)));
  const first = reached.reduce((least, host) => Math.min(least, course.visited.indexOf(host)), course.visited.length);
  return [rankReach(finding, reached, course), isDecisive(finding, course) ? 0 : 1, stage < 0 ? stageOrder.length : stage, first];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, index) => rank !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** 0: stops every route; 1: stops where the sender ends; 2: other. */
function rankReach(finding: Finding, reached: readonly HostResult[], { end, at, visited }: SenderCourse): 0 | 1 | 2 {
  const prefix = codePrefix(finding.code);
  if (end === 'undecided' && prefix === 'local') return 0;
  if (visited.length === 0) return routePrefixes.has(prefix) ? 0 : 2;
  const isHostsOwn = visited.length === 1 && !routePrefixes.has(prefix);
  if (reached.length === visited.length && !isHostsOwn) return 0;
  return at !== null && reached.includes(at) ? 1 : 2;
}

/** The hosts of the walk that the finding, or anything that it explains, is about. */
export function listReached(finding: Finding, findings: readonly Finding[], hosts: readonly HostResult[]): readonly HostResult[] {
  const consequences = listConsequences(finding, findings);
  const reach = findings.filter(({ id }) => id === finding.id || consequences.has(id));
  return hosts.filter((host) => reach.some((reaching) => isAbout(reaching, host)));
}

/** Whether a finding concerns the host: by its subject, or because it was seen there. */
function isAbout({ subject, evidence }: Finding, host: HostResult): boolean {
  if (isBeneath(host.subject, subject) || subject.within.includes(host.subject.name)) return true;
  return evidence.some((id) => host.evidence.includes(id));
}

/** Whether the finding fits what happened where the sender ends: a reply is not decided by a broken connection, nor the other way round. */
function isDecisive({ code }: Finding, { at }: SenderCourse): boolean {
  if (at === null || at.decisive === null) return true;
  return !replylessPrefixes.has(codePrefix(code)) && code !== 'tls.handshake-failed' && code !== 'tls.weak';
}
