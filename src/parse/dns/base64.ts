/**
 * Base64 of octets (RFC 4648 section 4), for the RDATA that nobody here reads.
 */

/** Octets handed to one call of `String.fromCharCode`, far below the limit on arguments. */
const chunkOctets = 8192;

/** The base64 text, padded. */
export function formatBase64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += chunkOctets) chunks.push(String.fromCharCode(...bytes.subarray(at, at + chunkOctets)));
  return btoa(chunks.join(''));
}

/** The octets of a base64 text, padded or not; null where it is none. */
export function parseBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const bare = text.replace(/=+$/, '');
  if (bare.length % 4 === 1) return null;
  return Uint8Array.from(atob(bare.padEnd(Math.ceil(bare.length / 4) * 4, '=')), (character) => character.charCodeAt(0));
}
