/**
 * How sure the verdict is, and what that rests on.
 *
 * Two caps are the vocabulary's own: acceptance without DATA is never certain, and a wait of ours that ended before a
 * sender's would have is at most likely. Many servers refuse for the sender's name or address only after DATA,
 * so a fault found there lowers what an acceptance at RCPT is worth.
 */
import type { HostResult } from '../facts/host-results.js';
import type { SenderCourse } from '../facts/sender-course.js';
import { senderProfiles } from '../knowledge/senders.js';
import type { CaseKind } from '../model/case-file.js';
import type { Evidence } from '../model/evidence.js';
import type { Finding, MxOpinion } from '../model/report.js';
import type { Code, Confidence, Outcome } from '../model/vocabulary.js';
import { formatDuration, formatList } from './format-argument.js';
import { codePrefix } from './rank-causes.js';

export interface Certainty {
  readonly confidence: Confidence;
  /** A clause without capital and full stop: "certain: …". */
  readonly reason: string;
}

export interface Weighed {
  readonly kind: CaseKind;
  readonly outcome: Outcome;
  readonly cause: Finding | null;
  readonly findings: readonly Finding[];
  readonly course: SenderCourse;
  readonly hosts: readonly HostResult[];
  readonly opinions: readonly MxOpinion[];
  /** The evidence of the cause. */
  readonly evidence: readonly Evidence[];
}

/** The confidence of a verdict with its reason. */
export function weighConfidence(weighed: Weighed): Certainty {
  return weighed.cause === null ? weighAcceptance(weighed) : weighCause(weighed.cause, weighed);
}

function weighAcceptance({ kind, course, findings }: Weighed): Certainty {
  const { at } = course;
  if (kind === 'explanation') return { confidence: 'certain', reason: 'a reply of the classes 2 and 3 refuses nothing' };
  if (course.why === 'not-probed') return { confidence: 'possible', reason: 'no mail server was asked, so only DNS is known' };
  if (at?.stage === 'message') return { confidence: 'certain', reason: 'the server took the message itself, after DATA' };
  if (course.why === 'nobody-asked')
    return { confidence: 'possible', reason: 'no recipient was asked for, so only the way to the server is known' };
  const doubts = findings.filter(isDoubt);
  if (doubts.some(({ code }) => code === 'recipient.catch-all'))
    return { confidence: 'possible', reason: 'the server accepts every local part, so acceptance proves nothing' };
  const named = formatList([...new Set(doubts.map(({ code }) => code))]);
  if (named !== null) return { confidence: 'possible', reason: `accepted at RCPT, but many servers refuse only after DATA for ${named}` };
  return { confidence: 'likely', reason: 'accepted at RCPT: the strongest that a probe without a message may claim' };
}

/** What makes servers refuse after RCPT. */
function isDoubt({ code, severity }: Finding): boolean {
  if (code === 'recipient.catch-all') return true;
  const prefix = codePrefix(code);
  return (severity === 'error' || severity === 'warning') && (prefix === 'sender' || prefix === 'hello');
}

function weighCause(cause: Finding, weighed: Weighed): Certainty {
  const aboutHosts = codePrefix(cause.code) !== 'local';
  const shortWait = aboutHosts ? (weighed.evidence.map(readShortWait).find((wait) => wait !== null) ?? null) : null;
  if (shortWait !== null) return { confidence: atMostLikely(cause.confidence), reason: describeShortWait(shortWait) };
  return { confidence: cause.confidence, reason: describeGround(cause, weighed) };
}

function atMostLikely(confidence: Confidence): Confidence {
  return confidence === 'certain' ? 'likely' : confidence;
}

interface ShortWait {
  readonly what: string;
  readonly waitedMs: number;
  readonly patient: { readonly name: string; readonly waitsMs: number };
}

/** The most patient of the senders that the knowledge has a time for. */
function mostPatient(wait: 'connectTimeoutMs' | 'greetingTimeoutMs' | 'replyTimeoutMs'): ShortWait['patient'] {
  const waits = senderProfiles.map((profile) => ({ name: profile.name, waitsMs: profile[wait] ?? 0 }));
  return waits.reduce((longest, next) => (next.waitsMs > longest.waitsMs ? next : longest));
}

/** The wait of ours that this observation ended with, null where it ended otherwise or waited as long as senders do. */
function readShortWait(evidence: Evidence): ShortWait | null {
  const { outcome } = evidence as { outcome?: { state: string } };
  if (outcome?.state !== 'failed') return null;
  if (evidence.kind === 'connect' && evidence.outcome.state === 'failed' && evidence.outcome.failure === 'silent')
    return shorten('no connection', evidence.outcome.waitedMs, mostPatient('connectTimeoutMs'));
  if (evidence.kind === 'smtp' && evidence.outcome.state === 'failed' && evidence.outcome.failure === 'timeout')
    return shorten(
      `silent`,
      evidence.outcome.waitedMs,
      mostPatient(evidence.outcome.stage === 'greeting' ? 'greetingTimeoutMs' : 'replyTimeoutMs'),
    );
  return null;
}

function shorten(what: string, waitedMs: number, patient: ShortWait['patient']): ShortWait | null {
  return waitedMs < patient.waitsMs ? { what, waitedMs, patient } : null;
}

function describeShortWait({ what, waitedMs, patient }: ShortWait): string {
  const link = what === 'silent' ? 'for' : 'in';
  return `${what} ${link} ${formatDuration(waitedMs)}, where ${patient.name} waits ${formatDuration(patient.waitsMs)}`;
}

const grounds: Readonly<Record<Confidence, string>> = {
  certain: 'what was seen leaves no other reading',
  likely: 'what was seen fits this best',
  possible: 'what was seen fits this, and other causes too',
};

const replyGrounds: Readonly<Record<Confidence, string>> = {
  certain: 'code and text agree',
  likely: 'the reply reads so, though its code or text alone would leave room',
  possible: 'the reply says little, so this is the best reading of it',
};

/** The causes that the answer of the domain's name servers to the MX question vouches for. */
const vouchedFor: ReadonlySet<Code> = new Set<Code>([
  'domain.not-found',
  'mx.missing',
  'mx.null',
  'mx.target-is-address',
  'mx.points-here',
]);

/** "all 2 name servers of the domain say the same"; null where they were not asked or differ. */
function describeVouching(cause: Finding, opinions: readonly MxOpinion[]): string | null {
  const authorities = opinions.filter(({ role }) => role === 'authority');
  const servers = authorities.reduce((sum, opinion) => sum + opinion.servers.length, 0);
  if (authorities.length !== 1 || !vouchedFor.has(cause.code)) return null;
  return servers === 1 ? 'the name server of the domain says so itself' : `all ${servers} name servers of the domain say the same`;
}

/** The old host refuses and one that only the authority names takes the mail: the strongest that can be said of a resolver. */
function describeTwoAnswers(cause: Finding, { course, hosts }: Weighed): string | null {
  const newTakes = hosts.some(({ onRoute, result }) => !onRoute && result === 'accepted');
  if (codePrefix(cause.code) !== 'resolver' || course.end === 'accepted' || !newTakes) return null;
  return 'two answers: the old host refuses, the new one accepts';
}

function describeGround(cause: Finding, weighed: Weighed): string {
  const { kind, course, findings, opinions } = weighed;
  if (kind === 'explanation') return replyGrounds[cause.confidence];
  const told = describeTwoAnswers(cause, weighed) ?? describeVouching(cause, opinions);
  if (told !== null && cause.confidence !== 'possible') return told;
  const place = describePlace(course.at);
  if (course.at?.decisive?.reply && cause.evidence.some((id) => course.at?.evidence.includes(id)))
    return `${replyGrounds[cause.confidence]}, ${place}`;
  const explained = findings.filter(({ explainedBy }) => explainedBy.includes(cause.id)).length;
  if (explained === 0) return grounds[cause.confidence];
  return `${grounds[cause.confidence]}, and it explains ${explained === 1 ? 'the other finding' : `${explained} other findings`}`;
}

function describePlace(at: HostResult | null): string {
  return at === null ? 'on every host that senders try' : 'at the host where senders end';
}
