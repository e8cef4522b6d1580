/**
 * The files of a folder or a Maildir: each is recognised by itself, and what holds nothing is counted.
 */
import type { Piece } from '../explain/read-piece.js';
import { beginningBytes, type Recognition, recogniseDocument } from '../explain/recognise-document.js';
import { openBytes } from '../net/byte-stream.js';
import { walkMailFiles } from '../net/mail-files.js';
import { complain } from './output.js';
import type { Task } from './read-task.js';
import { describeInputError } from './text-input.js';

export interface FolderReading {
  onRead(octets: number): void;
  /** Files that hold nothing that could be explained, and files or folders that cannot be read. */
  passedOver: number;
  unreadable: number;
  /** Files that stand beside others that end in `.eml`. */
  leftOut: number;
}

/** The files by their names. @throws CommandError where the folder itself cannot be read */
export async function* readFolder(folder: string, reading: FolderReading): AsyncGenerator<Task> {
  const files = walkMailFiles(folder, {
    onFault: (inner, detail) => reportUnreadable(reading, inner, detail),
    onLeftOut: (count) => {
      reading.leftOut += count;
    },
  });
  try {
    for await (const path of files) yield { form: 'file', path };
  } catch (error) {
    throw describeInputError(folder, error);
  }
}

/** A file or folder that has gone, or may not be read, is told and passed over. */
export function reportUnreadable(reading: FolderReading, path: string, detail: string): void {
  reading.unreadable += 1;
  complain(`mailwhy: ${path} cannot be read: ${detail}`);
}

/** The pieces of a file that is not plainly a message. */
export async function* readOtherFile(path: string, reading: FolderReading): AsyncGenerator<Piece> {
  try {
    const kind = await recogniseFile(path);
    const { readPieces } = await import('../explain/read-pieces.js');
    if (kind === null) reading.passedOver += 1;
    else yield* readPieces(openBytes(path, { onBytes: (octets) => reading.onRead(octets) }), { kind, source: path, queueFormat: null });
  } catch (error) {
    reportUnreadable(reading, path, error instanceof Error ? error.message : String(error));
  }
}

async function recogniseFile(path: string): Promise<Recognition['kind']> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of openBytes(path)) {
    parts.push(chunk);
    length += chunk.length;
    if (length > beginningBytes) break;
  }
  return (await recogniseDocument(Buffer.concat(parts), length <= beginningBytes)).kind;
}
