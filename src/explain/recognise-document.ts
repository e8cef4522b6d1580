/**
 * What a document is, by how it begins: nobody should have to say what they were sent.
 *
 * Structure is believed before words: JSON, an mbox, a message's header, a log, a queue's listing; then a list of replies,
 * the text of a bounce, a reply somewhere in a text. What is none of these is told by what it looks like instead.
 */
import { createLogReader } from '../intake/log/log-reader.js';
import { openQueue } from '../intake/queue/read-queue.js';
import { type QueueFormat, queueFormats } from '../model/queue-report.js';
import { frameBareLine } from './bare-log.js';
import { isPage, isSenderReason, readBounceText } from './bounce-text.js';
import { describeStrange, describeUnknown } from './describe-strange.js';
import { findHeaderEnd } from './find-header.js';
import { readReplyText } from './read-reply-text.js';
import { splitReplies } from './reply-splitter.js';

export const documentKinds = ['reply', 'bounce', 'bounce-text', 'mbox', 'notice', 'queue', 'log', 'headers', 'report'] as const;
/** `notice`: JSON of a mail service; `report`: what mailwhy itself saved. */
export type DocumentKind = (typeof documentKinds)[number];

/** Octets that suffice to recognise any document. */
export const beginningBytes = 65_536;

export type Recognition =
  | { readonly kind: DocumentKind }
  /** Nothing that is known: what was seen, as a sentence without its full stop, and whether that was a text. */
  | { readonly kind: null; readonly seen: string; readonly isText: boolean };

/** The kind of what begins so. `whole`: nothing follows. */
export async function recogniseDocument(beginning: Uint8Array, whole: boolean): Promise<Recognition> {
  const text = normalise(new TextDecoder().decode(beginning));
  const strange = describeStrange(beginning, text);
  if (strange !== null) return { kind: null, seen: strange, isText: false };
  const kind = recogniseStructure(text, whole) ?? ((await isQueue(text)) ? 'queue' : null) ?? (await recogniseWords(text));
  return kind === null ? { kind, ...describeUnknown(text) } : { kind };
}

function normalise(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.replace(/^\uFEFF/, '').replace(/^\s*\n/, '');
}

/** One message, whatever it begins with: what a mail program saved, and what lies in a Maildir. */
export function isMessageFile(path: string): boolean {
  return /\.eml(?:\.gz)?$|[/\\](?:cur|new)[/\\][^/\\]+$/i.test(path);
}

/** An object, or a list of them: `[2026-11-23T20:00:00Z] 550 …` is none. */
const jsonFront = /^\s*(?:\[\s*)*(?:\{\s*["}]|\[\s*\])/;

function recogniseStructure(text: string, whole: boolean): DocumentKind | null {
  if (jsonFront.test(text)) return recogniseJson(text);
  if (/^From \S+ .*\d:\d/.test(text)) return 'mbox';
  const end = findHeaderEnd(text);
  if (end !== null) return whole && !saysAnything(text, end) ? 'headers' : 'bounce';
  return isLog(text) ? 'log' : null;
}

/** Whether more than blanks stands behind the place. */
function saysAnything(text: string, from: number): boolean {
  const letter = /\S/g;
  letter.lastIndex = from;
  return letter.test(text);
}

/** `report`: with its evidence, or a list; `records`: one a line or in a list; the others by the report's own kind. */
export type SavedKind = 'report' | 'queue' | 'log' | 'headers' | 'summary' | 'records';

/** What of mailwhy's own begins so; only what comes before any object within counts. */
export function readSavedKind(beginning: Uint8Array): SavedKind {
  const [front = ''] = /^\s*\{[^{]{0,400}/.exec(new TextDecoder().decode(beginning.subarray(0, 4096))) ?? [];
  if (/"schema"\s*:\s*"mailwhy-summary\/\d/.test(front)) return 'summary';
  if (!/"schema"\s*:\s*"mailwhy\/\d/.test(front)) return 'records';
  const kind = /"kind"\s*:\s*"(queue|log|headers)"/.exec(front)?.[1];
  return kind === 'queue' || kind === 'log' || kind === 'headers' ? kind : 'report';
}

function recogniseJson(text: string): DocumentKind | null {
  if (/"schema"\s*:\s*"mailwhy(?:-explained|-summary)?\/\d/.test(text.slice(0, 4096))) return 'report';
  if (isLog(text)) return 'log';
  const isListing = /"(?:queue_name|NextHopDomain|DeliveryType|MessageCount|DateReceived)"\s*:/.test(text);
  return isListing ? null : 'notice';
}

/** Lines that are looked at for one of a mail server: a log may begin with those of other programs. */
const logLines = 400;

/** A log begins with lines of a log, some of a mail server's among them; a mail that quotes one does not. */
function isLog(text: string): boolean {
  const reader = createLogReader();
  const lines = text.split('\n', logLines).filter((line) => line.trim() !== '');
  const events = lines.map((line) => reader.read(frameBareLine(line)));
  const known = lines.filter((line, at) => events[at]?.length !== 0 || isLogged(line)).length;
  const telling = events.flat().some(({ kind, queueId }) => kind !== 'note' || queueId !== null);
  return telling && known * 2 > lines.length;
}

/** A line with the frame of syslog, whoever wrote it, or a heading. */
function isLogged(line: string): boolean {
  return /^#|^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ \S|^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S* \S|^\{"/.test(line);
}

async function isQueue(text: string): Promise<boolean> {
  const listing = await openQueue(yieldOnce(text), { nowMs: 0, offsetMinutes: 0 }, null);
  return isQueueFormat(listing.format);
}

export function isQueueFormat(format: string | null): format is QueueFormat {
  return queueFormats.some((each) => each === format);
}

async function* yieldOnce(text: string): AsyncGenerator<string> {
  yield text;
}

async function recogniseWords(text: string): Promise<DocumentKind | null> {
  const replies = isPage(text) ? null : splitReplies(dropCutLine(text));
  if (replies !== null && replies.length > 0) return 'reply';
  if ((await readBounceText(text)) !== null) return 'bounce-text';
  if (readReplyText(text) !== null) return 'reply';
  return (await isSenderReason(text)) ? 'bounce-text' : null;
}

/** The last line of a long beginning may be cut. */
function dropCutLine(text: string): string {
  return text.length < beginningBytes / 2 ? text : text.slice(0, text.lastIndexOf('\n') + 1);
}
