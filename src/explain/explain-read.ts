/**
 * What was read → its record: the second half of explaining a piece.
 */
import type { Explained } from '../model/explained.js';
import { explainReport } from './explain-bounce.js';
import { explainReplyText } from './explain-reply-text.js';
import type { ReadPiece } from './read-piece.js';

/** The record of the piece; null where nothing that could be explained stands in it. */
export function explainRead(read: ReadPiece): Explained | null {
  if (read.form === 'record') return read.record;
  if (read.form === 'reply') return explainReplyText(read.text, read.source);
  const record = explainReport(read.report, read.source);
  return read.isNotice && record.kind === 'not-a-report' ? null : record;
}
