/**
 * Base64 of octets (RFC 4648 section 4), for RDATA that nobody here reads and for the keys of signatures.
 */
import { octetText, textOctets } from '../octet-text.js';

/** The base64 text, padded. */
export function formatBase64(bytes: Uint8Array): string {
  return btoa(octetText(bytes));
}

/** The octets of a base64 text, padded or not; null where it is none. */
export function parseBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const bare = text.replace(/=+$/, '');
  if (bare.length % 4 === 1) return null;
  return textOctets(atob(bare.padEnd(Math.ceil(bare.length / 4) * 4, '=')));
}
