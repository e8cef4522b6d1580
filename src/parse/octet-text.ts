/**
 * Octets as text and back, a character for each octet: no decoding that would lose one.
 */

/** Octets handed to one call of `String.fromCharCode`, far below the limit on arguments. */
const chunkOctets = 8192;

/** A character for each octet. */
export function octetText(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkOctets) chunks.push(String.fromCharCode(...bytes.subarray(at, at + chunkOctets)));
  return chunks.join('');
}

/** The octets that `octetText` wrote as characters. */
export function textOctets(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
