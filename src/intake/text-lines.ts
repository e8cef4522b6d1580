/**
 * Text that arrives in pieces, as lines. A line beyond the bound is cut: what follows its end is dropped.
 */

/** No line of a log or of a listing that anybody writes is longer. */
const longestLine = 1 << 20;

/** Lines without their ends (LF or CRLF), in batches as they arrive; the last one also where no end follows it. */
export async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = '';
  for await (const chunk of chunks) {
    const text = rest + chunk;
    const end = text.lastIndexOf('\n');
    if (end < 0) {
      rest = text.slice(0, longestLine);
      continue;
    }
    rest = text.slice(end + 1, end + 1 + longestLine);
    yield cutLines(text.slice(0, end));
  }
  if (rest !== '') yield cutLines(rest);
}

function cutLines(text: string): string[] {
  const lines = text.split('\n');
  return text.includes('\r') ? lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)) : lines;
}
