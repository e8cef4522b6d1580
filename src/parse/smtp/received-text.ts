/**
 * Octets of one line → the text that evidence keeps.
 *
 * UTF-8 becomes text. Anything else becomes a lossy text with the octets beside it as base64, so that
 * nothing is lost. Nothing is escaped here: whoever shows a text escapes it.
 */
import type { ReceivedText } from '../../model/reply.js';

const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lossyDecoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The octets as a string of characters 0 to 255, for `btoa`. */
function binaryString(bytes: Uint8Array): string {
  return Array.from(bytes, (octet) => String.fromCharCode(octet)).join('');
}

/** The text of a line without its end; `bytesBase64` stands only where the octets are no UTF-8. */
export function decodeReceivedText(bytes: Uint8Array): ReceivedText {
  try {
    return { text: strictDecoder.decode(bytes) };
  } catch {
    return { text: lossyDecoder.decode(bytes), bytesBase64: btoa(binaryString(bytes)) };
  }
}

/** Whether a terminal would act on a character of the text: C0 but tab and CR (which has an issue of its own), DEL, C1. */
export function hasControlCharacters(text: string): boolean {
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x20 && point !== 0x09 && point !== 0x0d) return true;
    if (point >= 0x7f && point <= 0x9f) return true;
  }
  return false;
}
