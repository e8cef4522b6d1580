/**
 * Pieces of documents: what one record is made of, wherever it came from, so that any thread may make it.
 */
import type { Explained } from '../model/explained.js';
import { explainBounce } from './explain-bounce.js';
import { explainReplyText } from './explain-reply-text.js';

export type Piece =
  /** A message, or the text of a bounce. */
  | { readonly form: 'message'; readonly source: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** A document in JSON: many that a service sends tell of no delivery. */
  | { readonly form: 'notice'; readonly source: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly form: 'reply'; readonly source: string; readonly text: string }
  /** Explained while it was read: an entry of a queue, a failure of a log, a saved record. */
  | { readonly form: 'record'; readonly record: Explained };

/** The record of the piece; null where nothing that could be explained stands in it. */
export async function explainPiece(piece: Piece): Promise<Explained | null> {
  if (piece.form === 'record') return piece.record;
  if (piece.form === 'reply') return explainReplyText(piece.text, piece.source);
  const record = await explainBounce(piece.bytes, piece.source);
  return piece.form === 'notice' && record.kind === 'not-a-report' ? null : record;
}
