/**
 * What the prose around a recipient's words says, piece by piece.
 */
import type { RecipientProse } from './bounce-report.js';
import { distinct } from './report-pieces.js';
import { findToldReason } from './told-reason.js';

/** From the narrowest piece to the widest: the announced reason, the paragraph about the recipient, all about it, the whole report. */
export function listProse({ piece, report }: RecipientProse): readonly string[] {
  return distinct([findToldReason(report === '' ? piece : report) ?? '', firstParagraph(piece), piece, report]);
}

/** The address that a paragraph begins with: `<bob@example.com>:`, `  bob@example.com`. */
const addressFront = /^[ \t]*(?:[*\u2022-] )?<?[^\s<>]+@[^\s<>]+>?(?::[ \t]+|:?[ \t]*(?:\n|$))/;

/** The first paragraph of the piece that says more than the address, without the address at its front; `''` where none does. */
function firstParagraph(piece: string): string {
  const paragraphs = piece.split(/\n[ \t]*\n/).map((paragraph) => paragraph.replace(addressFront, '').trim());
  return paragraphs.find((paragraph) => /\s/.test(paragraph)) ?? '';
}
