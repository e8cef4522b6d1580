/**
 * Enhanced status codes in a reply (RFC 2034 section 4, RFC 3463).
 *
 * Only where the RFC puts them: at the beginning of a line's text. A code elsewhere in the text is prose
 * (a quoted reply, a version, an address) and is left to whoever reads the meaning.
 */

/** The text behind code and separator begins with `5.1.1`; IronPort writes `#5.1.1`. */
const enhancedAtStart = /^\d{3}[ -]\s*#?(([245])\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;

/**
 * The enhanced code of the first line that has one of the class of the reply code, without `#`; null where
 * there is none, or only one of another class (`550 4.1.1`).
 */
export function extractEnhancedStatus(code: number, lines: readonly string[]): string | null {
  const replyClass = String(Math.floor(code / 100));
  for (const line of lines) {
    const [, status, statusClass] = enhancedAtStart.exec(line) ?? [];
    if (status !== undefined && statusClass === replyClass) return status;
  }
  return null;
}
