/**
 * A report with fields (RFC 3464): a recipient for each group, its fields first, the conversation and the prose second.
 */
import type { ExplainedKind } from '../../model/explained.js';
import type { Stage } from '../../model/vocabulary.js';
import type { BounceRecipient, BounceReport } from './bounce-report.js';
import { readEarlierAttempts } from './delivery-attempts.js';
import type { StatusGroup } from './delivery-status.js';
import { detectSoftware } from './detect-software.js';
import type { ReadMessage } from './message-header.js';
import { findReply, type QuotedReply } from './reply-in-text.js';
import { distinct, hostName, type ReportPieces, reporterOf } from './report-pieces.js';
import { cutConversation, findAnswer, type QuotedAnswer, readAgentWords, readTranscript } from './session-transcript.js';
import { createPieceFinder, type PieceFinder } from './text-recipients.js';
import { worstKind } from './worst-kind.js';

const kindOfAction: Readonly<Record<string, ExplainedKind>> = {
  failed: 'failed',
  failure: 'failed',
  expired: 'failed',
  delayed: 'delayed',
  deferred: 'delayed',
  delivered: 'delivered',
  deliverable: 'delivered',
  relayed: 'relayed',
  expanded: 'expanded',
};

/** What the groups of the report say. */
export function readStructured(pieces: ReportPieces): BounceReport {
  const { status, report, message } = pieces;
  const groups = status.groups.slice(0, mostRecipients);
  const addresses = groups.flatMap(({ finalRecipient }) => finalRecipient ?? []);
  const answers = readTranscript(report);
  const prose = {
    answers,
    stage: findCommonStage(answers),
    agentWords: readAgentWords(report),
    findPiece: createPieceFinder(report, addresses),
    isAboutOne: isAboutOne(groups, answers),
  };
  const recipients = groups.map((group) => readGroup(group, pieces, prose));
  return {
    kind: worstKind(recipients),
    reportedBy: hostName(status.reportingHost) ?? reporterOf(message),
    software: detectSoftware(message, report),
    recipients,
  };
}

/** Groups without a name may be about anybody, and a conversation with an answer about somebody else is not his alone. */
function isAboutOne(groups: readonly StatusGroup[], answers: readonly QuotedAnswer[]): boolean {
  const final = new Set(groups.map(({ finalRecipient }, at) => finalRecipient?.toLowerCase() ?? at));
  if (final.size !== 1) return false;
  const names = new Set(groups.flatMap(namesOf));
  return answers.every(({ address }) => address === null || names.has(address.toLowerCase()));
}

/** By which the recipient goes, in lower case. */
function namesOf({ finalRecipient, originalRecipient, actualRecipient }: StatusGroup): readonly string[] {
  return [finalRecipient, originalRecipient, actualRecipient].flatMap((name) => name?.toLowerCase() ?? []);
}

/** More recipients than any server takes in one message. */
const mostRecipients = 5000;

/** What the prose of the report tells, for all groups alike. */
interface Prose {
  readonly answers: readonly QuotedAnswer[];
  /** At which everything in the conversation was refused; null where that differs. */
  readonly stage: Stage | null;
  readonly agentWords: readonly string[];
  readonly findPiece: PieceFinder;
  readonly isAboutOne: boolean;
}

function findCommonStage(answers: readonly QuotedAnswer[]): Stage | null {
  const stages = new Set(answers.map(({ stage }) => stage));
  const [only = null] = stages;
  return stages.size === 1 ? only : null;
}

/** A pipe or a file is no address: then the header or the original recipient names one. */
function nameGroup({ finalRecipient, originalRecipient }: StatusGroup, { headers }: ReadMessage, isAboutOne: boolean): string | null {
  if (finalRecipient?.includes('@') && !/^[|/]/.test(finalRecipient)) return finalRecipient;
  const listed = !isAboutOne ? null : /[^\s<>,]+@[^\s<>,]+/.exec(headers.get('x-failed-recipients')?.[0] ?? '')?.[0];
  return listed ?? originalRecipient ?? finalRecipient;
}

function readGroup(group: StatusGroup, pieces: ReportPieces, prose: Prose): BounceRecipient {
  const address = nameGroup(group, pieces.message, prose.isAboutOne);
  const kind = kindOfAction[group.action ?? ''] ?? (group.status?.startsWith('2') ? 'delivered' : 'failed');
  return kind === 'failed' || kind === 'delayed'
    ? readRefused({ address, kind }, group, { pieces, prose })
    : readTaken({ address, kind }, group);
}

type Named = Pick<BounceRecipient, 'address' | 'kind'>;

function readRefused(
  { address, kind }: Named,
  group: StatusGroup,
  { pieces, prose }: { readonly pieces: ReportPieces; readonly prose: Prose },
): BounceRecipient {
  const { report } = pieces;
  const { answers, agentWords, findPiece } = prose;
  const answer = findAnswer(answers, [...namesOf(group), address], prose.isAboutOne);
  const own = findReply(group.diagnostic ?? '');
  const quoted = findReply(answer?.reply ?? '');
  const found = findPiece(address ?? '\n');
  const piece = prose.isAboutOne ? (found ?? report) : cutConversation(found ?? '');
  const told = findReply(piece);
  return {
    address,
    kind,
    status: own.status ?? chooseStatus(group.status, [quoted.status, told.status]),
    replyCode: own.replyCode ?? quoted.replyCode ?? told.replyCode ?? (prose.isAboutOne ? findReply(report).replyCode : null),
    host: hostName(group.remoteHost) ?? own.host ?? findSpeaker(group, own, pieces) ?? answer?.host ?? told.host,
    stage: own.stage ?? answer?.stage ?? told.stage ?? prose.stage,
    retryUntilMs: group.retryUntilMs,
    words: distinct([own.text, quoted.text, ...agentWords, told.replyCode === null ? '' : told.text, ...readEarlierAttempts(piece)]),
    prose: { piece, report: '' },
  };
}

/**
 * Who found it where no server said it (RFC 3464 section 2.3.6: a type that is not `smtp`): the system that reports; null where its
 * words are about a connection to another host, `connect to mx1.example.com[192.0.2.25]:25: …`.
 */
function findSpeaker({ diagnostic, diagnosticType }: StatusGroup, own: QuotedReply, { status }: ReportPieces): string | null {
  if (diagnosticType === null || diagnosticType === 'smtp' || own.replyCode !== null) return null;
  return /[\w-]\[[\da-f.:]{3,}\]/i.test(diagnostic ?? '') ? null : hostName(status.reportingHost);
}

/** Of whom nothing was refused: what the prose and the conversation quote is about the others. */
function readTaken({ address, kind }: Named, { diagnostic, status, remoteHost }: StatusGroup): BounceRecipient {
  const own = findReply(diagnostic ?? '');
  return {
    address,
    kind,
    status: own.status ?? status,
    replyCode: own.replyCode,
    host: hostName(remoteHost) ?? own.host,
    stage: own.stage,
    words: distinct([own.text]),
  };
}

/** A status that names nothing (5.0.0) gives way to the reply's own of the same class. */
function chooseStatus(field: string | null, others: readonly (string | null)[]): string | null {
  if (field !== null && !/^[245]\.0\.0$/.test(field)) return field;
  return others.find((other) => other !== null && (field === null || other[0] === field[0])) ?? field;
}
