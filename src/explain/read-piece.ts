/**
 * Pieces of documents: what one record is made of, wherever it came from, so that any thread may make it.
 */
import type { BounceReport } from '../intake/bounce/bounce-report.js';
import { readBounce } from '../intake/bounce/read-bounce.js';
import type { Explained } from '../model/explained.js';

/** A report stands at the front; what follows is the returned message. */
export const messageLimitBytes = 1024 * 1024;

export type Piece =
  /** A message, or the text of a bounce. */
  | { readonly form: 'message'; readonly source: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** A document in JSON: many that a service sends tell of no delivery. */
  | { readonly form: 'notice'; readonly source: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly form: 'reply'; readonly source: string; readonly text: string }
  /** Explained while it was read: an entry of a queue, a failure of a log, a saved record. */
  | { readonly form: 'record'; readonly record: Explained };

/** A piece that has been read: of a message what it reports, which is plain data; of others they themselves. */
export type ReadPiece =
  | Exclude<Piece, { readonly form: 'message' | 'notice' }>
  | { readonly form: 'report'; readonly source: string; readonly report: BounceReport; readonly isNotice: boolean };

/** The first half of explaining: the message is taken apart. */
export async function readPiece(piece: Piece): Promise<ReadPiece> {
  if (piece.form !== 'message' && piece.form !== 'notice') return piece;
  return { form: 'report', source: piece.source, report: await readBounce(piece.bytes), isNotice: piece.form === 'notice' };
}
