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
import { readAgentWords, readTranscript } from './session-transcript.js';
import { findPieceOf } from './text-recipients.js';
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
  const answers = readTranscript(report);
  const all = status.groups.flatMap(({ finalRecipient }) => finalRecipient ?? []);
  const recipients = status.groups.map((group) => readGroup(group, pieces, answers, all));
  return {
    kind: worstKind(recipients),
    reportedBy: hostName(status.reportingHost) ?? reporterOf(message),
    software: detectSoftware(message, report),
    recipients,
  };
}

type Answers = ReturnType<typeof readTranscript>;

/** A pipe or a file is no address: then the header or the original recipient names one. */
function nameGroup({ finalRecipient, originalRecipient }: StatusGroup, { headers }: ReadMessage, groups: number): string | null {
  if (finalRecipient?.includes('@') && !/^[|/]/.test(finalRecipient)) return finalRecipient;
  const listed = groups > 1 ? null : /[^\s<>,]+@[^\s<>,]+/.exec(headers.get('x-failed-recipients')?.[0] ?? '')?.[0];
  return listed ?? originalRecipient ?? finalRecipient;
}

function readGroup(group: StatusGroup, { report, message }: ReportPieces, answers: Answers, all: readonly string[]): BounceRecipient {
  const address = nameGroup(group, message, all.length);
  const answer = answers.find((each) => each.address !== null && each.address === address) ?? answers.at(-1) ?? null;
  const own = findReply(group.diagnostic ?? '');
  const quoted = findReply(answer?.reply ?? '');
  const piece = findPieceOf(report, address ?? '\n', all) ?? report;
  const prose = findReply(piece);
  const kind = kindOfAction[group.action ?? ''] ?? (group.status?.startsWith('2') ? 'delivered' : 'failed');
  return {
    address,
    kind,
    status: own.status ?? chooseStatus(group.status, [quoted.status, prose.status]),
    replyCode: own.replyCode ?? quoted.replyCode ?? prose.replyCode ?? (all.length === 1 ? findReply(report).replyCode : null),
    host: hostName(group.remoteHost) ?? own.host ?? answer?.host ?? prose.host,
    stage: own.stage ?? answer?.stage ?? prose.stage,
    words: distinct([own.text, quoted.text, ...readAgentWords(report), prose.replyCode === null ? '' : prose.text]),
    surroundings: distinct([findToldReason(piece) ?? '', firstParagraph(piece), piece]),
  };
}

/** A status that names nothing (5.0.0) gives way to the reply's own of the same class. */
function chooseStatus(field: string | null, others: readonly (string | null)[]): string | null {
  if (field !== null && !/^[245]\.0\.0$/.test(field)) return field;
  return others.find((other) => other !== null && (field === null || other[0] === field[0])) ?? field;
}
