/**
 * Whether a text begins with the header of a message.
 */

/** Fields of which one stands in every message. */
const messageField =
  /^(?:from|to|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|authentication-results|x-[\w-]+)$/i;
const field = /([!-9;-~]+):/y;

/** Where the header ends that the text begins with; null where there is none, or a single field with something else behind it. */
export function findHeaderEnd(text: string): number | null {
  let at = 0;
  let fields = 0;
  let isMessage = false;
  while (at < text.length) {
    const first = text[at];
    if (fields === 0 || (first !== ' ' && first !== '\t')) {
      field.lastIndex = at;
      const name = field.exec(text)?.[1];
      if (name === undefined) break;
      fields += 1;
      isMessage ||= messageField.test(name);
    }
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
  }
  const ends = at >= text.length || text[at] === '\n';
  return isMessage && (fields > 1 || ends) ? at : null;
}
