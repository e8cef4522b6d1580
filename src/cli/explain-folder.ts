/**
 * The messages of a folder or a Maildir, as pieces: each file is recognised by itself, and what holds no mail is counted.
 */
import type { Piece } from '../explain/pieces.js';
import { messageLimitBytes, readPieces } from '../explain/read-pieces.js';
import { beginningBytes, isMessageFile, type Recognition, recogniseDocument } from '../explain/recognise-document.js';
import { findUtf16, openBytes } from '../net/byte-stream.js';
import { readFrontNow } from '../net/files.js';
import { walkMailFiles } from '../net/mail-files.js';
import { recognisePacking } from '../net/packings.js';
import { complain } from './output.js';
import { describeInputError } from './text-input.js';

export interface FolderReading {
  onRead(octets: number): void;
  /** Files that hold nothing that could be explained, and files or folders that cannot be read. */
  passedOver: number;
  unreadable: number;
}

/** The pieces by the names of the files. @throws CommandError where the folder itself cannot be read */
export async function* readFolder(folder: string, reading: FolderReading): AsyncGenerator<Piece> {
  const files = walkMailFiles(folder, (inner, detail) => report(reading, `${inner} cannot be read: ${detail}`));
  try {
    for await (const file of files) yield* readFile(file, reading);
  } catch (error) {
    throw describeInputError(folder, error);
  }
}

function report(reading: FolderReading, complaint: string): void {
  reading.unreadable += 1;
  complain(`mailwhy: ${complaint}`);
}

/** A file that has gone, or may not be read, is told and passed over. */
async function* readFile(file: string, reading: FolderReading): AsyncGenerator<Piece> {
  const front = attemptRead(file, reading);
  if (front === null) return;
  reading.onRead(front.length);
  if (isEncoded(front)) return yield* readEncoded(file, reading);
  const found = await recogniseDocument(front.subarray(0, beginningBytes), front.length <= beginningBytes);
  if (isMessage(found, file)) yield { form: 'message', source: file, bytes: front };
  else if (found.kind === null) reading.passedOver += 1;
  else yield* readPieces(openBytes(file), { kind: found.kind, source: file, queueFormat: null });
}

function attemptRead(file: string, reading: FolderReading): Uint8Array<ArrayBuffer> | null {
  try {
    return readFrontNow(file, messageLimitBytes);
  } catch (error) {
    report(reading, `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

function isMessage({ kind }: Recognition, file: string): boolean {
  return (kind === 'mbox' && isMessageFile(file)) || kind === 'bounce' || kind === 'headers' || kind === 'bounce-text';
}

/** Compressed, or UTF-16 with a mark: `openBytes` reads it. */
function isEncoded(front: Uint8Array): boolean {
  return recognisePacking(front) !== null || findUtf16(front) !== null;
}

async function* readEncoded(file: string, reading: FolderReading): AsyncGenerator<Piece> {
  try {
    const kind = await recogniseEncoded(file);
    if (kind === null) reading.passedOver += 1;
    else yield* readPieces(openBytes(file), { kind, source: file, queueFormat: null });
  } catch (error) {
    report(reading, `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function recogniseEncoded(file: string): Promise<Recognition['kind']> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of openBytes(file)) {
    parts.push(chunk);
    length += chunk.length;
    if (length > beginningBytes) break;
  }
  return (await recogniseDocument(Buffer.concat(parts), length <= beginningBytes)).kind;
}
