/**
 * A message as a stream of text → its header, and no more of it than that.
 *
 * Reading ends with the first empty line behind a field, so that an attachment of any size costs nothing. A header
 * larger than the bound is cut there.
 */

/** Ten times what any mail server takes (Postfix: 100 kB, Exim: 1 MB of header). */
const largestHeader = 1 << 20;

/** The text up to the first empty line; `cut` where the bound ended it. @throws what the stream throws */
export async function readHeaderText(chunks: AsyncIterable<string>): Promise<{ readonly text: string; readonly cut: boolean }> {
  let text = '';
  for await (const chunk of chunks) {
    text = (text + chunk).trimStart();
    if (/\n[ \t\r]*\n/.test(text)) return { text: text.slice(0, largestHeader), cut: false };
    if (text.length > largestHeader) return { text: text.slice(0, largestHeader), cut: true };
  }
  return { text, cut: false };
}
