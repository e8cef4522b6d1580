/**
 * Text that arrives in pieces, as blocks of whole lines or as lines. A line beyond the bound is cut: what follows its
 * end is dropped.
 */

/** No line of a log or of a listing that anybody writes is longer. */
const longestLine = 1 << 20;

/** Blocks of whole lines as they arrive, each ending in LF but perhaps the last one. */
export async function* readBlocks(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const rest = createBoundedText();
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf('\n') + 1;
    // What completes a line is joined alone: the bulk of the chunk is never copied.
    const begin = rest.isEmpty() ? 0 : chunk.indexOf('\n') + 1;
    if (begin > 0) yield rest.take() + chunk.slice(0, begin);
    if (end > begin) yield chunk.slice(begin, end);
    rest.add(chunk.slice(end));
  }
  if (!rest.isEmpty()) yield rest.take();
}

/** The beginning of a line in its pieces: joined once, for a line that comes octet by octet is joined as often otherwise. */
function createBoundedText() {
  let pieces: string[] = [];
  let length = 0;
  return {
    isEmpty: () => length === 0,
    add(piece: string): void {
      if (piece === '' || length === longestLine) return;
      pieces.push(piece.slice(0, longestLine - length));
      length = Math.min(longestLine, length + piece.length);
    },
    take(): string {
      const text = pieces.join('');
      pieces = [];
      length = 0;
      return text;
    },
  };
}

/** Lines without their ends (LF or CRLF), in batches as they arrive; the last one also where no end follows it. */
export async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  for await (const block of readBlocks(chunks)) yield cutLines(block);
}

/** The lines of a block, without their ends. */
export function cutLines(block: string): string[] {
  const lines = (block.endsWith('\n') ? block.slice(0, -1) : block).split('\n');
  return block.includes('\r') ? lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line)) : lines;
}
