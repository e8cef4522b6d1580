/**
 * One stream for two readers that go along together: neither gets ahead by more than a chunk. Both must be read at once.
 */

interface Reader<Chunk> {
  /** What it has not taken yet. */
  held: readonly Chunk[];
  hasLeft: boolean;
}

/** The same chunks twice. A reader that stops early holds the other one up no longer. What the stream throws, both throw. */
export function teeChunks<Chunk>(chunks: AsyncIterable<Chunk>): readonly [AsyncIterable<Chunk>, AsyncIterable<Chunk>] {
  const source = chunks[Symbol.asyncIterator]();
  const readers: readonly [Reader<Chunk>, Reader<Chunk>] = [
    { held: [], hasLeft: false },
    { held: [], hasLeft: false },
  ];
  let end: 'open' | 'ended' | { readonly fault: unknown } = 'open';
  let pulling: Promise<void> | null = null;
  const waiting: (() => void)[] = [];
  const tellOthers = () => {
    for (const wake of waiting.splice(0)) wake();
  };

  async function pull(): Promise<void> {
    try {
      const next = await source.next();
      if (next.done === true) end = 'ended';
      else for (const reader of readers) if (!reader.hasLeft) reader.held = [next.value];
    } catch (fault) {
      end = { fault };
    }
    pulling = null;
    tellOthers();
  }

  /** Waits until something has changed: a chunk has come, or the other one has taken its own. */
  async function advance(): Promise<void> {
    const behind = readers.some(({ held, hasLeft }) => !hasLeft && held.length > 0);
    if (behind) return await new Promise<void>((resolve) => waiting.push(resolve));
    pulling ??= pull();
    await pulling;
  }

  async function* read(reader: Reader<Chunk>): AsyncGenerator<Chunk> {
    try {
      for (;;) {
        const [chunk] = reader.held;
        if (chunk !== undefined) {
          reader.held = [];
          tellOthers();
          yield chunk;
        } else if (end === 'open') await advance();
        else if (end === 'ended') return;
        else throw end.fault;
      }
    } finally {
      reader.hasLeft = true;
      reader.held = [];
      tellOthers();
    }
  }
  return [read(readers[0]), read(readers[1])];
}
