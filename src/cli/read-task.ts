/**
 * The first half of what is done with one message, wherever it lies: it is read, if need be from its file, and taken apart.
 */
import { messageLimitBytes, type Piece, type ReadPiece, readPiece } from '../explain/read-piece.js';
import { beginningBytes, isMessageFile, type Recognition, recogniseDocument } from '../explain/recognise-document.js';
import { readFrontNow } from '../net/files.js';
import { recognisePacking } from '../net/packings.js';
import { findUtf16 } from '../net/utf16.js';

export type Task = Piece | FileTask;

/** One file of a folder: it is recognised by itself. */
export interface FileTask {
  readonly form: 'file';
  readonly path: string;
  /** Where it was opened already. */
  readonly opened?: OpenedFile;
}

/** A message, as much as is read of one, or what there is instead. */
type OpenedFile = Passed | { readonly state: 'message'; readonly bytes: Uint8Array<ArrayBuffer> };

/** What became of a task of which nothing was read. */
export type Passed =
  /** A file that holds nothing of what is explained. */
  | { readonly state: 'nothing'; readonly octets: number }
  /** A file that is compressed, recoded, or holds more than a message. */
  | { readonly state: 'other' }
  | { readonly state: 'unreadable'; readonly detail: string };

/** `octets`: read of a file. */
export interface ReadTask {
  readonly state: 'read';
  readonly piece: ReadPiece;
  readonly octets: number;
}

/** Never throws for a file that cannot be read. */
export async function readTask(task: Task): Promise<Passed | ReadTask> {
  return task.form === 'file' ? await readFileTask(task) : { state: 'read', piece: await readPiece(task), octets: 0 };
}

async function readFileTask({ path, opened }: FileTask): Promise<Passed | ReadTask> {
  const file = opened ?? (await openFile(path));
  if (file.state !== 'message') return file;
  return { state: 'read', piece: await readPiece({ form: 'message', source: path, bytes: file.bytes }), octets: file.bytes.length };
}

/** What the file holds, told by its beginning. Never throws for one that cannot be read. */
export async function openFile(path: string): Promise<OpenedFile> {
  const front = readFront(path);
  if ('detail' in front) return { state: 'unreadable', ...front };
  const { bytes } = front;
  if (isEncoded(bytes)) return { state: 'other' };
  const found = await recogniseDocument(bytes.subarray(0, beginningBytes), bytes.length <= beginningBytes);
  if (found.kind === null) return { state: 'nothing', octets: bytes.length };
  return isMessage(found, path) ? { state: 'message', bytes } : { state: 'other' };
}

function readFront(path: string): { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly detail: string } {
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
