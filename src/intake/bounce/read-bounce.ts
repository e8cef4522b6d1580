/**
 * Bytes → what the report says: the one way in for every message, whoever wrote it.
 *
 * Structure goes first (RFC 3464 fields, RFC 5965 reports, JSON notices), prose second. Each recipient gets the words
 * about it: the reply of its own fields, then what the conversation and the prose say. Always resolves; what is no
 * report is `not-a-report` with no recipients.
 */
import type { ExplainedKind } from '../../model/explained.js';
import type { BounceRecipient, BounceReport } from './bounce-report.js';
import { readComplaint } from './complaint.js';
import { type DeliveryStatus, parseDeliveryStatus, type StatusGroup } from './delivery-status.js';
import { detectSoftware } from './detect-software.js';
import { readJsonNotice } from './json-notice.js';
import { type ReadMessage, readHeaderBlock, readMessage } from './read-message.js';
import { findReply } from './reply-in-text.js';
import { judgeWhole } from './report-kind.js';
import { splitReport } from './returned-message.js';
import { readAgentWords, readTranscript } from './session-transcript.js';
import { findListedRecipients, findPieceOf, findTextRecipients } from './text-recipients.js';
import { findToldReason } from './told-reason.js';
import { translateNotice } from './translated-notice.js';

/** Longer prose is cut: a report says its reason at the front. */
const proseLimit = 60_000;

interface Pieces {
  readonly message: ReadMessage;
  /** The prose of the report, the returned message cut off. */
  readonly report: string;
  readonly returned: string;
  readonly status: DeliveryStatus;
  readonly feedback: string | null;
}

/** What the message reports. */
export async function readBounce(bytes: Uint8Array): Promise<BounceReport> {
  return await readLayer(bytes, false);
}

/** A gateway may wrap a report into one of its own that says nothing: then the inner one is read, once. */
async function readLayer(bytes: Uint8Array, isInner: boolean): Promise<BounceReport> {
  const pieces = takeApart(await readMessage(bytes));
  const { message, report, status, feedback, returned } = pieces;
  const notice = readJsonNotice(message.text);
  if (notice !== null) return notice;
  if (feedback !== null) return readComplaint(feedback, returned);
  if (isPlainComplaint(message)) return readComplaint('', returned);
  if (status.groups.length > 0) return readStructured(pieces);
  const kind = judgeWhole(message, report);
  if (kind === 'not-a-report') return { kind, reportedBy: null, software: null, recipients: [] };
  if (kind === 'auto-reply') return readAutoReply(message);
  if (!isInner && isWrapper(pieces)) {
    const inner = await readLayer(new TextEncoder().encode(returned.trimStart().replace(/^>?From [^\n]*\n/, '')), true);
    if (inner.kind !== 'not-a-report' && inner.recipients.length > 0) return inner;
  }
  return readProse(pieces, kind);
}

/** The outer prose names nobody, and what came back was itself written by a mail system. */
function isWrapper({ message, report, returned }: Pieces): boolean {
  const from = readHeaderBlock(returned.trimStart().replace(/^>?From [^\n]*\n/, '')).get('from')?.[0] ?? '';
  if (!/mailer-daemon|postmaster|mail delivery/i.test(from) || message.headers.has('x-failed-recipients')) return false;
  return findListedRecipients(report, ownAddresses(message, returned)).length === 0;
}

function takeApart(message: ReadMessage): Pieces {
  const { report, returned } = splitReport(message.text.slice(0, proseLimit));
  const statusParts = message.parts.filter(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type));
  const statusText = statusParts.map(({ text }) => text).join('\n\n');
  const inParts = parseDeliveryStatus(statusText);
  const carried = message.parts.find(({ type }) => /rfc822|global/.test(type) && !type.includes('status'))?.text;
  return {
    message,
    report,
    returned: carried ?? returned,
    // Outside its part: only where the message itself is no person's who quotes one.
    status: inParts.groups.length > 0 || !mayHoldFields(message, report) ? inParts : parseDeliveryStatus(report),
    feedback: message.parts.find(({ type }) => type === 'message/feedback-report')?.text ?? null,
  };
}

function mayHoldFields(message: ReadMessage, report: string): boolean {
  return /^\s*Final-Recipient\s*:/im.test(report) && judgeWhole(message, report) !== 'not-a-report';
}

/** Microsoft's complaints (JMRP) have no part of their own for it: the subject and the returned message are all. */
function isPlainComplaint({ headers, parts }: ReadMessage): boolean {
  const subject = headers.get('subject')?.[0] ?? '';
  return /^\s*complaint about message from \d/i.test(subject) && parts.some(({ type }) => type === 'message/rfc822');
}

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

function readStructured(pieces: Pieces): BounceReport {
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

function readGroup(group: StatusGroup, { report, message }: Pieces, answers: Answers, all: readonly string[]): BounceRecipient {
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
    words: distinct([
      own.text,
      quoted.text,
      ...readAgentWords(report),
      prose.replyCode === null ? '' : prose.text,
      findToldReason(piece) ?? '',
      ...paragraphs(piece),
    ]),
  };
}

/** A status that names nothing (5.0.0) gives way to the reply's own of the same class. */
function chooseStatus(field: string | null, others: readonly (string | null)[]): string | null {
  if (field !== null && !/^[245]\.0\.0$/.test(field)) return field;
  return others.find((other) => other !== null && (field === null || other[0] === field[0])) ?? field;
}

function readProse(pieces: Pieces, kind: ExplainedKind): BounceReport {
  const { message, report, returned } = pieces;
  const answers = readTranscript(report);
  const found = nameRecipients(pieces);
  const recipients = found.map(({ address, piece }): BounceRecipient => {
    const answer = answerFor(address, piece, answers, found.length);
    const own = findReply(piece ?? '');
    const quoted = findReply(answer?.reply ?? '');
    const whole = findReply(report);
    return {
      address,
      kind,
      status: quoted.status ?? own.status ?? (found.length === 1 ? whole.status : null),
      replyCode: quoted.replyCode ?? own.replyCode ?? (found.length === 1 ? whole.replyCode : null),
      host: own.host ?? answer?.host ?? whole.host,
      stage: own.stage ?? answer?.stage ?? whole.stage,
      words: distinct([
        translateNotice(report) ?? '',
        quoted.text,
        own.replyCode === null ? '' : own.text,
        findToldReason(found.length === 1 ? report : (piece ?? '')) ?? '',
        ...paragraphs(piece ?? ''),
        found.length === 1 ? report : '',
      ]),
    };
  });
  const software = detectSoftware(message, report);
  const reportedBy = reporterOf(message);
  if (recipients.length > 0) return { kind, reportedBy, software, recipients };
  return { kind: returned === '' && kind !== 'failed' ? 'not-a-report' : kind, reportedBy, software, recipients: [] };
}

/** What was answered to this recipient's command; else the last refusal in the words about it. */
function answerFor(address: string | null, piece: string | null, answers: Answers, recipients: number): Answers[number] | null {
  const named = answers.find((each) => each.address !== null && each.address === address);
  return named ?? readTranscript(piece ?? '').at(-1) ?? (recipients === 1 ? answers.at(-1) : null) ?? null;
}

/** The first paragraph that says more than the address, then all of the piece. */
function paragraphs(piece: string): readonly string[] {
  const first = piece.split(/\n[ \t]*\n/).find((paragraph) => /\s/.test(paragraph.trim()) && !/^\S+@\S+:?$/.test(paragraph.trim()));
  return [first ?? '', piece];
}

interface Named {
  readonly address: string | null;
  readonly piece: string | null;
}

/** The header that names them, the prose, or whom the returned message was for. */
function nameRecipients({ message, report, returned }: Pieces): readonly Named[] {
  const listed = (message.headers.get('x-failed-recipients') ?? [])
    .flatMap((value) => value.split(/[,\s]+/))
    .filter((value) => value.includes('@'));
  const unique = [...new Set(listed.map((value) => value.replace(/[<>]/g, '')))];
  if (unique.length > 0) return unique.map((address) => ({ address, piece: findPieceOf(report, address, unique) }));
  const strict = findTextRecipients(report, ownAddresses(message, returned));
  if (strict.length > 0) return strict;
  const header = readHeaderBlock(returned.trimStart());
  const to = ['x-original-to', 'delivered-to', 'to'].flatMap((name) => header.get(name) ?? []);
  const address = /[^\s<>"(),;:]+@[^\s<>"(),;:]+/.exec(to.at(-1) ?? '')?.[0];
  return address === undefined ? [] : [{ address, piece: null }];
}

/** The reporter's, and the sender's whose mail came back. */
function ownAddresses(message: ReadMessage, returned: string): ReadonlySet<string> {
  const header = readHeaderBlock(returned.trimStart());
  const values = [
    ...(message.headers.get('from') ?? []),
    ...(message.headers.get('to') ?? []),
    ...(header.get('from') ?? []),
    ...(header.get('return-path') ?? []),
  ];
  const to = new Set(addressesOf(header.get('to') ?? []));
  return new Set(addressesOf(values).filter((address) => !to.has(address)));
}

function addressesOf(values: readonly string[]): string[] {
  return values.flatMap((value) => (value.match(/[^\s<>"(),;:]+@[^\s<>"(),;:]+/g) ?? []).map((address) => address.toLowerCase()));
}

function readAutoReply(message: ReadMessage): BounceReport {
  const address = addressesOf(message.headers.get('from') ?? [])[0] ?? null;
  const recipient: BounceRecipient = { address, kind: 'auto-reply', status: null, replyCode: null, host: null, stage: null, words: [] };
  return { kind: 'auto-reply', reportedBy: null, software: null, recipients: [recipient] };
}

function reporterOf(message: ReadMessage): string | null {
  const from = message.headers.get('from')?.[0] ?? '';
  return /@([\w-]+(?:\.[\w-]+)+)/.exec(from)?.[1]?.toLowerCase() ?? null;
}

function hostName(value: string | null): string | null {
  return /[\w-]+(?:\.[\w-]+)+/.exec(value ?? '')?.[0].toLowerCase() ?? null;
}

const gravity: readonly ExplainedKind[] = ['failed', 'delayed', 'relayed', 'expanded', 'delivered'];

function worstKind(recipients: readonly BounceRecipient[]): ExplainedKind {
  return gravity.find((kind) => recipients.some((recipient) => recipient.kind === kind)) ?? 'failed';
}

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words.map((each) => each.trim()))].filter((each) => each !== '');
}
