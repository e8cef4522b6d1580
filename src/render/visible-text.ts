/**
 * Text from the network made fit to be shown: what could move a cursor, hide or reverse text becomes visible.
 *
 * Controls are written `\xNN`, direction marks, separators, fillers and lone surrogates `\u{NNNN}`. Everything else
 * stays as it is, a backslash too, so the form is for the eye and not to be read back. A renderer passes every text
 * that it did not write itself through here.
 */

/** Controls and lone surrogates; direction marks and overrides, separators, invisible fillers and tags, the byte order mark. */
const hidden =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

/** The text with every hidden character in a visible form; one line stays one line. */
export function formatVisible(text: string): string {
  return text.replace(hidden, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
}
