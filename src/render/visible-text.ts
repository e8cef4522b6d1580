/**
 * Text from the network made fit to be shown: what could move a cursor, hide or reverse text becomes visible.
 *
 * Controls are written `\xNN`, direction marks, separators and lone surrogates `\u{NNNN}`. Everything else
 * stays as it is. A renderer passes every text that it did not write itself through here.
 */

/** Controls and lone surrogates; direction marks and overrides, line and paragraph separators, invisible fillers, byte order mark. */
const hidden = /[\p{Cc}\p{Cs}\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** The text with every hidden character in a visible form; one line stays one line. */
export function formatVisible(text: string): string {
  return text.replace(hidden, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
  });
}
