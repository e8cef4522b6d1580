/**
 * The character strings of TXT records (RFC 1035 section 3.3) as text, without loss.
 *
 * Printable ASCII stands for itself, every other octet and the backslash as `\DDD`: a text in UTF-8
 * is escaped octet by octet. Quotes are not escaped; whoever prints a zone file must.
 */

/** Every octet's form, made once: a message may hold 65,000 of them. */
const forms = Array.from({ length: 256 }, (_, octet) => {
  const plain = octet >= 0x20 && octet <= 0x7e && octet !== 0x5c;
  return plain ? String.fromCharCode(octet) : `\\${String(octet).padStart(3, '0')}`;
});

/** The text of one string's octets. */
export function formatCharacterString(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => forms[octet] ?? '').join('');
}

/** The octets of a text: `\DDD` is one octet, `\X` is X, a character outside ASCII is its UTF-8. A number above 255 stays as it is written. */
export function parseCharacterString(text: string): Uint8Array {
  const octets: number[] = [];
  const encoder = new TextEncoder();
  for (const [token, decimal, escaped] of text.matchAll(/\\(\d{3})|\\(.)|[^\\]+|\\/gsu)) {
    if (decimal !== undefined && Number(decimal) <= 255) octets.push(Number(decimal));
    else octets.push(...encoder.encode(escaped ?? token));
  }
  return Uint8Array.from(octets);
}
