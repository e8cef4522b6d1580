/**
 * A document's octets → pieces, each of which becomes a record, in bounded memory.
 *
 * Of a message the front is enough: a report says its reason there. What holds many (an mbox, a log, a listing, lines of
 * JSON, replies one after the other) flows by; only a list in JSON has to be held whole, with a bound.
 */
import { MboxSplitter } from '../intake/bounce/split-mbox.js';
import { joinOctets } from '../intake/join-octets.js';
import { readLines } from '../intake/text-lines.js';
import { isRecord } from '../judge/shape.js';
import type { QueueFormat } from '../model/queue-report.js';
import { frameBareLog } from './bare-log.js';
import { completeBounceText } from './bounce-text.js';
import { createCauseReader } from './cause-reader.js';
import { explainAgain } from './explain-again.js';
import { readLogRecords } from './log-records.js';
import { readQueueRecords } from './queue-records.js';
import { messageLimitBytes, type Piece } from './read-piece.js';
import { readReplyText } from './read-reply-text.js';
import type { DocumentKind } from './recognise-document.js';
import { ReplySplitter } from './reply-splitter.js';
import { explainSavedReport } from './report-record.js';

/** A list in JSON of a hundred thousand notices stays below it. */
const listLimitBytes = 64 * 1024 * 1024;

export interface PieceSource {
  readonly kind: DocumentKind;
  /** A file's path, or what else it is called. */
  readonly source: string;
  /** Null: found by the listing's first lines. */
  readonly queueFormat: QueueFormat | null;
}

type Octets = AsyncIterable<Uint8Array>;

/** The pieces in the order of the document. @throws what the stream throws */
export function readPieces(octets: Octets, { kind, source, queueFormat }: PieceSource): AsyncIterable<Piece> {
  if (kind === 'mbox') return readMbox(octets, source);
  if (kind === 'reply') return readReplies(octets, source);
  if (kind === 'notice' || kind === 'report') return readJson(octets, source);
  if (kind === 'log') return wrapRecords(readLogRecords(frameBareLog(decodeText(octets)), source));
  if (kind === 'queue') return wrapRecords(readQueueRecords(decodeText(octets), source, queueFormat));
  return kind === 'bounce-text' ? readBounceWords(octets, source) : readWhole(octets, source);
}

async function* wrapRecords(records: ReturnType<typeof readLogRecords>): AsyncGenerator<Piece> {
  for await (const record of records) yield { form: 'record', record };
}

/** Octets as text; those that are no UTF-8 are replaced. */
export async function* decodeText(octets: Octets): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of octets) yield decoder.decode(chunk, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

async function* readWhole(octets: Octets, source: string): AsyncGenerator<Piece> {
  yield { form: 'message', source, bytes: await gatherOctets(octets, messageLimitBytes) };
}

async function* readBounceWords(octets: Octets, source: string): AsyncGenerator<Piece> {
  const text = new TextDecoder().decode(await gatherOctets(octets, messageLimitBytes));
  yield { form: 'message', source, bytes: await completeBounceText(text) };
}

/** What comes until the bound is reached or the stream ends. */
export async function gatherOctets(octets: Octets, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of octets) {
    parts.push(part.subarray(0, limitBytes - length));
    length += part.length;
    if (length >= limitBytes) break;
  }
  return joinOctets(parts);
}

/** Names what comes by its number, unless nothing else does. */
async function* nameEach<Item>(
  items: AsyncIterable<Item>,
  source: string,
  toPiece: (item: Item, source: string) => Piece,
): AsyncGenerator<Piece> {
  let first: { readonly item: Item } | null = null;
  let number = 0;
  for await (const item of items) {
    number += 1;
    if (number === 1) first = { item };
    else {
      if (first !== null) yield toPiece(first.item, `${source}#1`);
      first = null;
      yield toPiece(item, `${source}#${number}`);
    }
  }
  if (first !== null) yield toPiece(first.item, source);
}

function readMbox(octets: Octets, source: string): AsyncGenerator<Piece> {
  return nameEach(splitMbox(octets), source, (bytes, name) => ({ form: 'message', source: name, bytes }));
}

async function* splitMbox(octets: Octets): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const splitter = new MboxSplitter(messageLimitBytes);
  for await (const chunk of octets) for (const bytes of splitter.take(chunk)) yield new Uint8Array(bytes);
  for (const bytes of splitter.end()) yield new Uint8Array(bytes);
}

function readReplies(octets: Octets, source: string): AsyncGenerator<Piece> {
  return nameEach(splitTexts(octets), source, (text, name) => ({ form: 'reply', source: name, text }));
}

/** Prose that quotes a reply is no longer than a mail. */
const proseLimit = 65_536;

/** Each reply; a text of which something belongs to no reply is one: the reply is somewhere in it. */
async function* splitTexts(octets: Octets): AsyncGenerator<string> {
  const splitter = new ReplySplitter();
  const held: string[] = [];
  let front = '';
  for await (const lines of readLines(decodeText(octets))) {
    if (front.length < proseLimit) front += `${lines.join('\n')}\n`;
    for (const line of lines) held.push(...listReply(splitter.take(line)));
    // What is longer than prose is a list.
    if (front.length >= proseLimit) yield* held.splice(0);
  }
  held.push(...listReply(splitter.end()));
  if (front.length < proseLimit && splitter.hasProse) yield front;
  else yield* held;
}

function listReply(text: string | null): readonly string[] {
  return text === null || readReplyText(text) === null ? [] : [text];
}

/** Notices or saved records: one a line, or a document or list over several lines. */
function readJson(octets: Octets, source: string): AsyncGenerator<Piece> {
  const causes = createCauseReader();
  return nameEach(readValues(octets), source, (value, name) => toPiece(value, name, causes));
}

/** Each document: a line that is one, else what all the lines make together; of what is no JSON the text. */
async function* readValues(octets: Octets): AsyncGenerator<unknown> {
  const held: string[] = [];
  let length = 0;
  for await (const lines of readLines(decodeText(octets))) {
    for (const line of lines) {
      const value = length === 0 ? parseJson(line) : undefined;
      if (value !== undefined) yield* unwrap(value);
      else if (length <= listLimitBytes) {
        held.push(line);
        length += line.length;
      }
    }
  }
  const text = held.join('\n');
  if (text.trim() !== '') yield* unwrap(parseJson(text) ?? text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The documents in a value: those of a list, of an event of AWS (`Records`), of a saved explanation (`explained`). */
function unwrap(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return [value];
  const list = Array.isArray(value) ? value : isRecord(value) ? (value.Records ?? value.explained ?? [value]) : [];
  return Array.isArray(list) ? list.filter(isRecord).map(unwrapOne) : [];
}

/** What SNS or SQS has put around a notice. */
function unwrapOne(value: Readonly<Record<string, unknown>>): unknown {
  if (isRecord(value.Sns)) return value.Sns;
  const body = typeof value.body === 'string' && value.messageId !== undefined ? parseJson(value.body) : undefined;
  return isRecord(body) ? body : value;
}

function toPiece(value: unknown, source: string, causes: ReturnType<typeof createCauseReader>): Piece {
  const record = explainAgain(value, causes) ?? explainSavedReport(value, source);
  return record === null ? { form: 'notice', source, bytes: asOctets(writeJson(value)) } : { form: 'record', record };
}

/** What is nested too deep to be written is nobody's notice. */
function writeJson(value: unknown): string {
  try {
    return typeof value === 'string' ? value : JSON.stringify(value);
  } catch {
    return '{}';
  }
}

/** JSON as the body of a message without a header. */
function asOctets(json: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`\n${json}`);
}
