/**
 * A message as a stream of octets → its header, and its body only where signatures want it.
 *
 * Reading ends with the first empty line behind a field unless a signature stands above it, so that an attachment
 * costs nothing where nobody hashes it. Header and body are bounded; what is larger is cut, and said so.
 */
import { octetText } from '../../parse/octet-text.js';
import { measurePreface } from './header-preface.js';

export interface MessageOctets {
  readonly octets: Uint8Array;
  readonly isHeaderCut: boolean;
  readonly isBodyCut: boolean;
}

/** Ten times what any mail server takes (Postfix: 100 kB, Exim: 1 MB of header). */
const largestHeader = 1 << 20;
/** Larger than what mail servers take (Gmail: 50 MB, Microsoft 365: 150 MB at most, by default 35 MB). */
export const largestMessage = 64 << 20;

/** The octets as far as they are needed. @throws what the stream throws */
export async function readMessageOctets(chunks: AsyncIterable<Uint8Array>, mostOctets = largestMessage): Promise<MessageOctets> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let wanted: 'header' | 'body' = 'header';
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (wanted === 'body' && length > mostOctets) break;
    if (wanted === 'body') continue;
    const front = octetText(join(parts, largestHeader));
    const preface = measurePreface(front);
    if (preface > 0) {
      parts.splice(0, parts.length, join(parts, Number.POSITIVE_INFINITY).subarray(preface));
      length -= preface;
    }
    const header = /^\s*\S.*?\n[ \t\r]*\n/s.exec(front.slice(preface))?.[0];
    if (header === undefined && length > largestHeader) return { octets: join(parts, largestHeader), isHeaderCut: true, isBodyCut: false };
    if (header === undefined) continue;
    if (!/^(?:dkim-signature|arc-[a-z-]+)[ \t]*:/im.test(header))
      return { octets: join(parts, header.length), isHeaderCut: false, isBodyCut: false };
    wanted = 'body';
  }
  return { octets: join(parts, mostOctets), isHeaderCut: false, isBodyCut: length > mostOctets };
}

/** The parts as one, to the bound. */
function join(parts: readonly Uint8Array[], most: number): Uint8Array {
  const length = Math.min(
    most,
    parts.reduce((sum, part) => sum + part.length, 0),
  );
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    if (at >= length) break;
    joined.set(part.subarray(0, length - at), at);
    at += part.length;
  }
  return joined;
}
