/**
 * Bodies of parts → text: transfer encodings (RFC 2045 section 6) and charsets, where both are plain to see.
 *
 * What is odd (an encoding that nobody registered, base64 with other characters in it, a charset that the platform does not
 * know) gives null: the MIME library has the patience for it.
 */

import { restoreWindowsPunctuation } from './windows-punctuation.js';

/** The text of a body as it stands in the message; `charset` in lower case. */
export function decodeBody(body: string, encoding: string, charset: string): string | null {
  switch (encoding) {
    case '7bit':
    case '8bit':
    case 'binary':
      return decodePlain(body, charset);
    case 'quoted-printable':
      return decodeOctets(decodeQuotedPrintable(asOctets(body)), charset);
    case 'base64':
      return decodeBase64(body, charset);
    default:
      return null;
  }
}

const escapeCharacter = '\u001b';

/**
 * Whoever writes ASCII alone means the same in nearly every charset; ISO-2022-JP says by an escape where it does not. Other
 * characters were read as UTF-8 already, which octets of another charset are not by chance.
 */
function decodePlain(body: string, charset: string): string | null {
  if (charset === 'us-ascii' || charset === 'utf-8') return body;
  if (/utf-?(?:16|32)|\bhz\b/.test(charset)) return null;
  const escapes = body.includes(escapeCharacter);
  if (!isAscii(body)) return escapes ? null : body;
  if (charset.endsWith('utf-7')) return decodeUtf7(body);
  return escapes ? decodeOctets(body, charset) : body;
}

/** RFC 2152: `+` opens a run of base64 that holds UTF-16, `-` or any other character closes it; `+-` is a plus sign. No platform knows it. */
function decodeUtf7(body: string): string {
  return body.replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, digits: string) => {
    if (digits === '') return whole === '+-' ? '+' : whole;
    const octets = atob(digits.slice(0, digits.length - (digits.length % 4 === 1 ? 1 : 0)));
    return Array.from({ length: octets.length >> 1 }, (_, at) =>
      String.fromCharCode((octets.charCodeAt(2 * at) << 8) | octets.charCodeAt(2 * at + 1)),
    ).join('');
  });
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

/** RFC 2045 section 6.7: a character for each octet; blanks before a line's end were added on the way. */
function decodeQuotedPrintable(body: string): string {
  const lines = /[ \t]\n/.test(body)
    ? body
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
    : body.replace(/[ \t]{1,1000}$/, '');
  return lines.replace(/=\n/g, '').replace(/=([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function decodeBase64(body: string, charset: string): string | null {
  const digits = body.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return null;
  try {
    return decodeOctets(atob(digits), charset);
  } catch {
    return null;
  }
}

/** Charsets in which octets below 128 are ASCII, whatever comes before them. */
const asciiBased = /^(?:us-ascii|utf-8|iso-8859-(?:[1-9]|1[013-6])|windows-125[0-8])$/;

/** A character for each octet → text with LF line ends; null for a charset that is not known. */
function decodeOctets(octets: string, charset: string): string | null {
  if (asciiBased.test(charset) && isAscii(octets)) return octets.includes('\r') ? octets.replace(/\r\n?/g, '\n') : octets;
  const bytes = new Uint8Array(octets.length);
  for (let at = 0; at < octets.length; at += 1) bytes[at] = octets.charCodeAt(at);
  try {
    const text = new TextDecoder(charset).decode(bytes).replace(/\r\n?/g, '\n');
    return charset === 'utf-8' ? text : restoreWindowsPunctuation(text);
  } catch {
    return null;
  }
}

/** The octets that the text was read from as UTF-8, a character for each. */
function asOctets(text: string): string {
  if (isAscii(text)) return text;
  const characters: string[] = [];
  for (const octet of new TextEncoder().encode(text)) characters.push(String.fromCharCode(octet));
  return characters.join('');
}
