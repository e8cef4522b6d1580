/**
 * What is done with one message, wherever it lies, by whichever thread: read where it is a file, explained, and written as a line
 * where lines are asked for.
 */
import { explainPiece, type Piece } from '../explain/pieces.js';
import { messageLimitBytes } from '../explain/read-pieces.js';
import { beginningBytes, isMessageFile, type Recognition, recogniseDocument } from '../explain/recognise-document.js';
import type { Explained } from '../model/explained.js';
import { readFrontNow } from '../net/files.js';
import { recognisePacking } from '../net/packings.js';
import { findUtf16 } from '../net/utf16.js';
import { renderJsonLine } from '../render/render-json-line.js';

/** A file is one of a folder: it is recognised by itself. */
export type Task = Piece | { readonly form: 'file'; readonly path: string };

/** A record, or its line of JSON. */
export type Made = { readonly record: Explained } | { readonly line: string };

export type Done =
  /** `made`: null where nothing that could be explained stands in it; `octets`: read of a file. */
  | { readonly state: 'made'; readonly made: Made | null; readonly octets: number }
  /** A file that holds nothing of what is explained. */
  | { readonly state: 'nothing'; readonly octets: number }
  /** A file that is compressed, recoded, or holds more than a message. */
  | { readonly state: 'other' }
  | { readonly state: 'unreadable'; readonly detail: string };

/** Tasks that are done together: what goes to a thread and comes back costs less in batches. */
export interface TaskBatch {
  readonly tasks: readonly Task[];
  readonly asLines: boolean;
}

/** What became of each, in their order. */
export async function doTasks({ tasks, asLines }: TaskBatch): Promise<readonly Done[]> {
  const all: Done[] = [];
  for (const task of tasks) all.push(await doTask(task, asLines));
  return all;
}

async function doTask(task: Task, asLines: boolean): Promise<Done> {
  return task.form === 'file' ? await explainFile(task.path, asLines) : { state: 'made', made: await make(task, asLines), octets: 0 };
}

async function make(piece: Piece, asLines: boolean): Promise<Made | null> {
  const record = await explainPiece(piece);
  if (record === null) return null;
  return asLines ? { line: renderJsonLine(record) } : { record };
}

async function explainFile(path: string, asLines: boolean): Promise<Done> {
  const front = attemptRead(path);
  if ('detail' in front) return { state: 'unreadable', ...front };
  const octets = front.bytes.length;
  if (isEncoded(front.bytes)) return { state: 'other' };
  const found = await recogniseDocument(front.bytes.subarray(0, beginningBytes), octets <= beginningBytes);
  if (found.kind === null) return { state: 'nothing', octets };
  if (!isMessage(found, path)) return { state: 'other' };
  return { state: 'made', made: await make({ form: 'message', source: path, bytes: front.bytes }, asLines), octets };
}

function attemptRead(path: string): { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly detail: string } {
  try {
    return { bytes: readFrontNow(path, messageLimitBytes) };
  } catch (error) {
    return { detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Compressed, or UTF-16 with a mark: `openBytes` reads it. */
function isEncoded(front: Uint8Array): boolean {
  return recognisePacking(front) !== null || findUtf16(front) !== null;
}

function isMessage({ kind }: Recognition, path: string): boolean {
  return (kind === 'mbox' && isMessageFile(path)) || kind === 'bounce' || kind === 'headers' || kind === 'bounce-text';
}
