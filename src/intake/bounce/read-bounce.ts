/**
 * Bytes → what the report says: the one way in for every message, whoever wrote it.
 *
 * Structure goes first (RFC 3464 fields, RFC 5965 reports, JSON notices), prose second. Each recipient gets the words
 * about it: the reply of its own fields, then what the conversation and the prose say. Always resolves; what is no
 * report is `not-a-report` with no recipients, and with the report that it carries where somebody forwarded one.
 */
import { findTellingWords } from './answer-purpose.js';
import type { BounceRecipient, BounceReport } from './bounce-report.js';
import { readComplaint, readUnsubscribe } from './complaint.js';
import { findForwarded } from './forwarded-report.js';
import { addressesOf, type ReadMessage, readHeaderBlock } from './message-header.js';
import { readJsonNotice } from './notice/json-notice.js';
import { readProse } from './prose-report.js';
import { readMessage } from './read-message.js';
import { judgeWhole } from './report-kind.js';
import { ownAddresses, type ReportPieces, takeApart } from './report-pieces.js';
import { readStructured } from './structured-report.js';
import { findListedRecipients } from './text-recipients.js';

/** What the message reports. */
export async function readBounce(bytes: Uint8Array): Promise<BounceReport> {
  return await readLayer(bytes, false);
}

async function readLayer(bytes: Uint8Array, isInner: boolean): Promise<BounceReport> {
  const pieces = takeApart(await readMessage(bytes));
  const told = readDeclared(pieces);
  if (told !== null) return told;
  const { message, report } = pieces;
  const kind = judgeWhole(message, report);
  if (kind === 'auto-reply') return readAutoReply(message);
  if (kind === 'not-a-report') return await readOrdinary(message, isInner);
  const inner = isInner || !isWrapper(pieces) ? null : await readWithin(pieces.returned);
  return inner ?? readProse(pieces, kind);
}

/** What says itself what it is; null where only words tell. */
function readDeclared(pieces: ReportPieces): BounceReport | null {
  const { message, status, feedback, returned } = pieces;
  const notice = readJsonNotice(message.text);
  if (notice !== null) return notice;
  if (feedback !== null) return readComplaint(feedback, returned);
  if (isPlainComplaint(message)) return readComplaint('', returned);
  if (message.headers.has('x-apple-unsubscribe')) return readUnsubscribe(senderOf(message));
  return status.groups.length > 0 ? readStructured(pieces) : null;
}

/** Microsoft's complaints (JMRP) have no part of their own for it: the subject and the returned message are all. */
function isPlainComplaint({ headers, parts }: ReadMessage): boolean {
  const subject = headers.get('subject')?.[0] ?? '';
  return /^\s*complaint about message from \d/i.test(subject) && parts.some(({ type }) => type === 'message/rfc822');
}

/** Somebody's own message: not a report, whatever it carries. */
async function readOrdinary(message: ReadMessage, isInner: boolean): Promise<BounceReport> {
  const none: BounceReport = { kind: 'not-a-report', reportedBy: null, software: null, recipients: [] };
  const forwarded = isInner ? null : findForwarded(message);
  const carried = forwarded === null ? null : await readWithin(forwarded);
  return carried === null ? none : { ...none, carried };
}

/** The outer prose names nobody, and what came back was itself written by a mail system: a gateway has wrapped it, saying nothing. */
function isWrapper({ message, report, returned }: ReportPieces): boolean {
  const from = readHeaderBlock(stripEnvelope(returned)).get('from')?.[0] ?? '';
  if (!/mailer-daemon|postmaster|mail delivery/i.test(from) || message.headers.has('x-failed-recipients')) return false;
  return findListedRecipients(report, ownAddresses(message, returned)).length === 0;
}

/** The report within, read once and no deeper; null where it is none that names anybody. */
async function readWithin(text: string): Promise<BounceReport | null> {
  const inner = await readLayer(new TextEncoder().encode(stripEnvelope(text)), true);
  return inner.kind === 'not-a-report' || inner.kind === 'auto-reply' || inner.recipients.length === 0 ? null : inner;
}

/** Without the line that an mbox puts before a message. */
function stripEnvelope(text: string): string {
  return text.trimStart().replace(/^>?From [^\n]*\n/, '');
}

/** RFC 3834 section 3.1.2: the answer comes from whom the message reached; a sender that takes no mail names him in Reply-To. */
function readAutoReply(message: ReadMessage): BounceReport {
  const telling = findTellingWords(message.text);
  const recipient: BounceRecipient = {
    address: senderOf(message),
    kind: 'auto-reply',
    status: null,
    replyCode: null,
    host: null,
    stage: null,
    words: telling === null ? [] : [telling],
  };
  return { kind: 'auto-reply', reportedBy: null, software: null, recipients: [recipient] };
}

function senderOf({ headers }: ReadMessage): string | null {
  const [from = null] = addressesOf(headers.get('from') ?? []);
  const [replyTo = null] = addressesOf(headers.get('reply-to') ?? []);
  return replyTo !== null && (from === null || /^(?:no|do-?not)-?reply@/.test(from)) ? replyTo : from;
}
