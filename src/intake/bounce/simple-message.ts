/**
 * A message in good order: its parts cut at the boundaries that its header names, and decoded.
 *
 * Nearly all reports are such, and reading them so costs a fifth of what the MIME library takes, which is most of what a
 * bounce costs. Whatever is odd (no boundary, an encoding or charset that is not plain to see, flowed lines, deeper
 * nesting than reports have) is left to the library: null.
 */

import { decodeWords } from 'postal-mime';
import { type collectHeaders, type MessagePart, type ReadMessage, readHeaderBlock } from './message-header.js';
import { decodeBody } from './transfer-encoding.js';

/** multipart/report, in it multipart/alternative, in it the text: gateways wrap that once or twice more. */
const deepest = 6;
const mostParts = 50;

interface Found {
  readonly plain: string[];
  readonly html: string[];
  readonly parts: MessagePart[];
}

export interface SimpleMessage extends Pick<ReadMessage, 'headers' | 'parts'> {
  readonly plain: string;
  readonly html: string;
}

/** The pieces; null where the library is needed. `text`: the whole message with LF line ends. */
export function readSimpleMessage(text: string): SimpleMessage | null {
  const start = text.startsWith('From ') ? text.indexOf('\n') + 1 : 0;
  const blank = text.indexOf('\n\n', start);
  if (blank < 0) return null;
  const headers = decodeHeaders(readHeaderBlock(text.slice(start, blank)));
  const found: Found = { plain: [], html: [], parts: [] };
  if (!readEntity(headers, text.slice(blank + 2), { found, depth: 0 })) return null;
  return { headers, plain: found.plain.join('\n'), html: found.html.join('\n'), parts: found.parts };
}

interface Reading {
  readonly found: Found;
  readonly depth: number;
}

type Headers = ReturnType<typeof collectHeaders>;

/** Encoded words (RFC 2047) are the library's work, and quick. */
function decodeHeaders(headers: Headers): Headers {
  for (const values of headers.values())
    for (const [at, value] of values.entries()) if (value.includes('=?')) values[at] = decodeWords(value);
  return headers;
}

/** False where the library is needed. */
function readEntity(headers: Headers, body: string, { found, depth }: Reading): boolean {
  const field = headers.get('content-type')?.[0] ?? 'text/plain';
  const type = /^\s*([\w.+-]+\/[\w.+-]+)\s*(?:;|$)/.exec(field)?.[1]?.toLowerCase();
  if (type === undefined) return false;
  if (type.startsWith('multipart/')) return depth < deepest && readParts(field, body, { found, depth: depth + 1 });
  const text = readText(headers, field, body);
  if (text === null) return false;
  const isAttached = /^\s*attachment/i.test(headers.get('content-disposition')?.[0] ?? '');
  if (type === 'text/plain' && !isAttached) found.plain.push(text);
  else if (type === 'text/html' && !isAttached) found.html.push(text);
  else found.parts.push({ type, text });
  return true;
}

function readText(headers: Headers, field: string, body: string): string | null {
  if (/format\s*=\s*"?flowed/i.test(field)) return null;
  const encoding = (headers.get('content-transfer-encoding')?.[0] ?? '7bit').trim().toLowerCase();
  const charset = /charset\s*=\s*"?([^";\s]*)/i.exec(field)?.[1]?.toLowerCase() ?? (encoding.endsWith('bit') ? 'us-ascii' : 'utf-8');
  return decodeBody(body, encoding, charset);
}

function readParts(field: string, body: string, reading: Reading): boolean {
  const boundary = /boundary\s*=\s*(?:"([^"\n]+)"|([^\s;"]+))/i.exec(field);
  const mark = `--${boundary?.[1] ?? boundary?.[2] ?? ''}`;
  if (mark === '--') return false;
  const pieces = cutAtLines(body, mark);
  if (pieces.length < 2 || pieces.length > mostParts) return false;
  return pieces.slice(1).every((piece) => readPart(piece, reading));
}

/** RFC 2046 section 5.1.1: the mark stands at the front of a line; `--` behind it ends the list. */
function cutAtLines(body: string, mark: string): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = findMark(body, mark, 0); at >= 0 && pieces.length <= mostParts; at = findMark(body, mark, from)) {
    pieces.push(body.slice(from, Math.max(from, at - 1)));
    const lineEnd = body.indexOf('\n', at);
    if (body.startsWith('--', at + mark.length)) return pieces;
    from = lineEnd < 0 ? body.length : lineEnd + 1;
  }
  // The last boundary is missing: a message that was cut off.
  return [...pieces, body.slice(from)];
}

function findMark(body: string, mark: string, from: number): number {
  if (body.startsWith(mark, from)) return from;
  const at = body.indexOf(`\n${mark}`, Math.max(0, from - 1));
  return at < 0 ? -1 : at + 1;
}

function readPart(piece: string, reading: Reading): boolean {
  const blank = piece.startsWith('\n') ? 0 : piece.indexOf('\n\n');
  const header = blank < 0 ? piece : piece.slice(0, blank);
  const body = blank < 0 ? '' : piece.slice(piece.startsWith('\n') ? 1 : blank + 2);
  return readEntity(readHeaderBlock(header), body, reading);
}
