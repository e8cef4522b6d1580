/**
 * A report with fields (RFC 3464): a recipient for each group, its fields first, the conversation and the prose second.
 */
import type { ExplainedKind } from '../../model/explained.js';
import type { BounceRecipient, BounceReport } from './bounce-report.js';
import type { StatusGroup } from './delivery-status.js';
import { detectSoftware } from './detect-software.js';
import type { ReadMessage } from './message-header.js';
import { findReply } from './reply-in-text.js';
import { distinct, firstParagraph, hostName, type ReportPieces, reporterOf } from './report-pieces.js';
import { type QuotedAnswer, readAgentWords, readTranscript } from './session-transcript.js';
import { createPieceFinder, type PieceFinder } from './text-recipients.js';
import { findToldReason } from './told-reason.js';
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
  const prose = {
    answers: readTranscript(report),
    agentWords: readAgentWords(report),
    findPiece: createPieceFinder(report, addresses),
    isAboutOne: addresses.length === 1,
  };
  const recipients = groups.map((group) => readGroup(group, pieces, prose));
  return {
    kind: worstKind(recipients),
    reportedBy: hostName(status.reportingHost) ?? reporterOf(message),
    software: detectSoftware(message, report),
    recipients,
  };
}

/** More recipients than any server takes in one message. */
const mostRecipients = 5000;

/** What the prose of the report tells, for all groups alike. */
interface Prose {
  readonly answers: readonly QuotedAnswer[];
  readonly agentWords: readonly string[];
  readonly findPiece: PieceFinder;
  readonly isAboutOne: boolean;
}

/** A pipe or a file is no address: then the header or the original recipient names one. */
function nameGroup({ finalRecipient, originalRecipient }: StatusGroup, { headers }: ReadMessage, isAboutOne: boolean): string | null {
  if (finalRecipient?.includes('@') && !/^[|/]/.test(finalRecipient)) return finalRecipient;
  const listed = !isAboutOne ? null : /[^\s<>,]+@[^\s<>,]+/.exec(headers.get('x-failed-recipients')?.[0] ?? '')?.[0];
  return listed ?? originalRecipient ?? finalRecipient;
}

function readGroup(group: StatusGroup, { report, message }: ReportPieces, prose: Prose): BounceRecipient {
  const { answers, agentWords, findPiece, isAboutOne } = prose;
  const address = nameGroup(group, message, isAboutOne);
  const answer = answers.find((each) => each.address !== null && each.address === address) ?? answers.at(-1) ?? null;
  const own = findReply(group.diagnostic ?? '');
  const quoted = findReply(answer?.reply ?? '');
  const piece = findPiece(address ?? '\n') ?? (isAboutOne ? report : '');
  const told = findReply(piece);
  return {
    address,
    kind: kindOfAction[group.action ?? ''] ?? (group.status?.startsWith('2') ? 'delivered' : 'failed'),
    status: own.status ?? chooseStatus(group.status, [quoted.status, told.status]),
    replyCode: own.replyCode ?? quoted.replyCode ?? told.replyCode ?? (isAboutOne ? findReply(report).replyCode : null),
    host: hostName(group.remoteHost) ?? own.host ?? answer?.host ?? told.host,
    stage: own.stage ?? answer?.stage ?? told.stage,
    words: distinct([own.text, quoted.text, ...agentWords, told.replyCode === null ? '' : told.text]),
    surroundings: () => distinct([findToldReason(piece) ?? '', firstParagraph(piece), piece]),
  };
}

/** A status that names nothing (5.0.0) gives way to the reply's own of the same class. */
function chooseStatus(field: string | null, others: readonly (string | null)[]): string | null {
  if (field !== null && !/^[245]\.0\.0$/.test(field)) return field;
  return others.find((other) => other !== null && (field === null || other[0] === field[0])) ?? field;
}
